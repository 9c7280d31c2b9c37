/**
 * Writes `scripts/catalogue/limits.json`: limits, capabilities, retirement days, dated names and prices of the models of
 * our providers, from LiteLLM's `model_prices_and_context_window` list (MIT). Run by hand when that list moves on:
 * `node scripts/derive-limits.ts FILE VERSION DATE`. The catalogue's build reads only the committed result.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nanosOf } from '../core/money.ts'

interface Entry {
  readonly litellm_provider?: string
  readonly mode?: string
  readonly max_input_tokens?: number
  readonly max_output_tokens?: number
  readonly deprecation_date?: string
  readonly supported_endpoints?: readonly string[]
  readonly [flag: `supports_${string}`]: boolean | undefined
  readonly [cost: `${string}_token${string}`]: unknown
}

/** Their provider → ours. */
const providers: Readonly<Record<string, string>> = {
  openai: 'openai',
  azure: 'azure',
  anthropic: 'anthropic',
  gemini: 'google',
  'vertex_ai-anthropic_models': 'vertex',
  'vertex_ai-language-models': 'vertex',
  bedrock: 'bedrock',
  bedrock_converse: 'bedrock',
  deepseek: 'deepseek',
  mistral: 'mistral',
  groq: 'groq',
  together_ai: 'together',
  fireworks_ai: 'fireworks',
  'fireworks_ai-embedding-models': 'fireworks',
  xai: 'xai',
  cerebras: 'cerebras',
}

const flags = {
  tools: 'supports_function_calling',
  images: 'supports_vision',
  jsonSchema: 'supports_response_schema',
  reasoning: 'supports_reasoning',
  streaming: 'supports_native_streaming',
  audio: 'supports_audio_input',
  documents: 'supports_pdf_input',
  promptCache: 'supports_prompt_caching',
} as const

/** Our rate → their dollars per token. */
const costs = {
  input: 'input_cost_per_token',
  output: 'output_cost_per_token',
  cacheRead: 'cache_read_input_token_cost',
  cacheWrite5m: 'cache_creation_input_token_cost',
  cacheWrite1h: 'cache_creation_input_token_cost_above_1hr',
  inputAudio: 'input_cost_per_audio_token',
  outputAudio: 'output_cost_per_audio_token',
} as const

const modes = new Set(['chat', 'responses', 'embedding'])

/** Their key is `provider/…/name`; the name is what the provider itself is sent. */
function upstreamName(key: string, provider: string): string {
  const name = key.replace(
    /^(azure|gemini|vertex_ai|bedrock|deepseek|mistral|groq|together_ai|fireworks_ai|xai|cerebras)\//,
    '',
  )
  return provider === 'azure' ? name.replace(/^(us|eu|global|global-standard)\//, '') : name
}

function capabilitiesOf(entry: Entry): Record<string, boolean> {
  const known = Object.entries(flags).flatMap(([ours, theirs]) => {
    const value = entry[theirs]
    return value === undefined ? [] : [[ours, value] as const]
  })
  const chat =
    entry.mode === 'responses' ? false : entry.supported_endpoints?.includes('/v1/chat/completions')
  return Object.fromEntries(chat === undefined ? known : [...known, ['chat', chat] as const])
}

/** Nano-dollars per million tokens; twelve digits are kept, which is what their floats are good for. */
function rateOf(dollarsPerToken: unknown): number | undefined {
  if (typeof dollarsPerToken !== 'number') return undefined
  return nanosOf(Number((dollarsPerToken * 1e6).toPrecision(12)))
}

/** Plain rates, and those above a size of input. Only prices that are whole: with input, and of one tier at most. */
function ratesOf(entry: Entry): { readonly rates?: object; readonly above?: object } {
  const tiers = Object.keys(entry).flatMap(
    (key) => /^input_cost_per_token_above_(\d+)k_tokens$/.exec(key)?.[1] ?? [],
  )
  const plain = ratesWith(entry, '')
  if (!('input' in plain) || tiers.length > 1) return {}
  const rates = { output: 0, ...plain }
  if (tiers[0] === undefined) return { rates }
  return {
    rates,
    above: {
      inputAbove: Number(tiers[0]) * 1000,
      rates: { ...rates, ...ratesWith(entry, `_above_${tiers[0]}k_tokens`) },
    },
  }
}

function ratesWith(entry: Entry, suffix: string): object {
  const rates = Object.entries(costs).map(([name, key]) => [name, rateOf(entry[`${key}${suffix}`])] as const)
  return Object.fromEntries(rates.filter(([, rate]) => rate !== undefined))
}

function limitsOf(entry: Entry): Record<string, unknown> {
  return {
    ...(entry.mode === 'embedding' ? { kind: 'embedding' } : {}),
    ...(positive(entry.max_input_tokens) ? { input: entry.max_input_tokens } : {}),
    ...(positive(entry.max_output_tokens) && entry.mode !== 'embedding'
      ? { output: entry.max_output_tokens }
      : {}),
    ...capabilitiesOf(entry),
    ...(entry.deprecation_date === undefined ? {} : { retired: entry.deprecation_date }),
    ...ratesOf(entry),
  }
}

const positive = (count: unknown): boolean =>
  typeof count === 'number' && Number.isInteger(count) && count > 0

const [file, version, date] = process.argv.slice(2)
if (file === undefined || version === undefined || date === undefined)
  throw new Error('usage: derive-limits.ts FILE VERSION DATE')

const byProvider = new Map<string, Map<string, string>>()
for (const [key, entry] of Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Entry>)) {
  const provider = providers[entry.litellm_provider ?? '']
  if (provider === undefined || !modes.has(entry.mode ?? '') || key.startsWith('ft:')) continue
  const models = byProvider.get(provider) ?? new Map<string, string>()
  const name = upstreamName(key, provider)
  if (!/^[A-Za-z0-9._:/@-]{1,128}$/.test(name) || (provider === 'bedrock' && name.includes('/'))) continue
  byProvider.set(provider, models.set(name, models.get(name) ?? JSON.stringify(limitsOf(entry))))
}

const sections = [...byProvider]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([provider, models]) => {
    const rows = [...models]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, limits]) => `   ${JSON.stringify(name)}: ${limits}`)
    return `  ${JSON.stringify(provider)}: {\n${rows.join(',\n')}\n  }`
  })
const head = JSON.stringify({ version, date }).slice(1, -1)
writeFileSync(
  join(import.meta.dirname, 'catalogue/limits.json'),
  `{${head}, "models": {\n${sections.join(',\n')}\n}}\n`,
)
