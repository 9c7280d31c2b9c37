/**
 * Writes `scripts/catalogue/limits.json`: limits, capabilities, retirement days, dated names and prices of the models of
 * our providers, from LiteLLM's `model_prices_and_context_window` list (MIT). Run by hand when that list moves on:
 * `node scripts/derive-limits.ts FILE VERSION DATE`. The catalogue's build reads only the committed result.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nanosOf } from '../core/money.ts'
import type { Rates } from '../schemas/generated/catalogue.ts'

interface Entry {
  readonly litellm_provider?: string
  readonly mode?: string
  readonly max_input_tokens?: number
  readonly max_output_tokens?: number
  readonly deprecation_date?: string
  readonly supported_endpoints?: readonly string[]
  readonly [flag: `supports_${string}`]: boolean | undefined
  readonly [cost: `${string}_${'token' | 'cost_per' | 'uplift' | 'specific'}${string}`]: unknown
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

/** Our rate → their dollars per token, the first that is there. */
const costs = {
  input: ['input_cost_per_token'],
  output: ['output_cost_per_token'],
  reasoning: ['output_cost_per_reasoning_token'],
  cacheRead: ['cache_read_input_token_cost'],
  cacheWrite5m: ['cache_creation_input_token_cost'],
  cacheWrite1h: [
    'cache_creation_input_token_cost_above_1hr',
    // OpenAI's long time in the cache: the dearer class stands for it.
    'cache_creation_input_token_cost_above_12hr',
  ],
  inputAudio: ['input_cost_per_audio_token'],
  outputAudio: ['output_cost_per_audio_token'],
  cacheReadAudio: ['cache_read_input_audio_token_cost'],
  inputImage: ['input_cost_per_image_token'],
  outputImage: ['output_cost_per_image_token'],
} as const satisfies Record<keyof Rates, readonly string[]>

/** Our service → the end of their key. */
const services = { batch: '_batches', flex: '_flex', priority: '_priority', ultrafast: '_ultrafast' } as const

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

/** Plain rates, those above a size of input, and both for each other service. Only prices that are whole: with input, and of one tier at most. */
function pricesOf(entry: Entry): object {
  const standard = ratesOf(entry, '')
  if (standard === undefined) return {}
  const others = Object.entries(services).flatMap(([service, suffix]) => {
    const rates = ratesOf(entry, suffix)
    return rates === undefined ? [] : [[service, rates] as const]
  })
  return { ...standard, ...(others.length === 0 ? {} : { services: Object.fromEntries(others) }) }
}

function ratesOf(entry: Entry, service: string): object | undefined {
  const tiers = Object.keys(entry).flatMap(
    (key) => /^input_cost_per_token_above_(\d+)k_tokens$/.exec(key)?.[1] ?? [],
  )
  const plain = ratesWith(entry, service)
  if (!('input' in plain) || tiers.length > 1) return undefined
  const rates = service === '' ? { output: 0, ...plain } : plain
  const above = tiers[0] === undefined ? {} : ratesWith(entry, `_above_${tiers[0]}k_tokens${service}`)
  if (tiers[0] === undefined || !('input' in above)) return { rates }
  // xAI's higher price begins where a prompt reaches that size (https://docs.x.ai/developers/models), all others' beyond it.
  const reached = entry.litellm_provider === 'xai' ? 1 : 0
  return { rates, above: { inputAbove: Number(tiers[0]) * 1000 - reached, rates: { ...rates, ...above } } }
}

/**
 * What sounds, pictures and thoughts cost apart; nothing where that is what text costs. A cache write for nothing is their
 * way to say that it costs no more than the input that it is.
 */
function ratesWith(entry: Entry, suffix: string): object {
  const rate = (keys: readonly string[]): number | undefined =>
    keys.map((key) => rateOf(entry[`${key}${suffix}` as keyof Entry])).find((each) => each !== undefined)
  const found = new Map(Object.entries(costs).map(([name, keys]) => [name, rate(keys)]))
  const isSaid = ([name, each]: readonly [string, number | undefined]): boolean => {
    if (name.startsWith('cacheWrite') && each === 0) return found.get('input') === 0
    return each !== undefined && (!standIn.has(name) || each !== found.get(standIn.get(name) ?? ''))
  }
  return Object.fromEntries([...found].filter(isSaid))
}

const standIn: ReadonlyMap<string, string> = new Map([
  ['reasoning', 'output'],
  ['inputAudio', 'input'],
  ['outputAudio', 'output'],
  ['cacheReadAudio', 'cacheRead'],
  ['inputImage', 'input'],
  ['outputImage', 'output'],
])

/** Nano-dollars for a thousand calls of the provider's own tools. */
function callsOf(entry: Entry): object {
  const search = Object.values(objectOf(entry['search_context_cost_per_query']))
  const maps = entry['google_maps_grounding_cost_per_query']
  const calls = {
    ...(search.length === 0 ? {} : { webSearch: perThousand(Math.max(...search)) }),
    ...(typeof maps === 'number' ? { mapSearch: perThousand(maps) } : {}),
  }
  return Object.keys(calls).length === 0 ? {} : { calls }
}

const perThousand = (dollars: number): number => Math.round(dollars * 1e6) * 1e6

/** Thousandths by which every rate is multiplied: inference kept in a region, and Anthropic's fast mode. */
function timesOf(entry: Entry): object {
  const { us, fast } = objectOf(entry['provider_specific_entry'])
  const parts = {
    us: us ?? entry['regional_processing_uplift_multiplier_us'],
    eu: entry['regional_processing_uplift_multiplier_eu'],
    region: entry['regional_endpoint_uplift_multiplier'],
    fast,
  }
  const times = Object.entries(parts).filter((part): part is [string, number] => typeof part[1] === 'number')
  if (times.length === 0) return {}
  return { times: Object.fromEntries(times.map(([name, factor]) => [name, Math.round(factor * 1000)])) }
}

const objectOf = (value: unknown): Readonly<Record<string, number>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, number>) : {}

function limitsOf(entry: Entry): Record<string, unknown> {
  return {
    ...(entry.mode === 'embedding' ? { kind: 'embedding' } : {}),
    ...(positive(entry.max_input_tokens) ? { input: entry.max_input_tokens } : {}),
    ...(positive(entry.max_output_tokens) && entry.mode !== 'embedding'
      ? { output: entry.max_output_tokens }
      : {}),
    ...capabilitiesOf(entry),
    ...(entry.deprecation_date === undefined ? {} : { retired: entry.deprecation_date }),
    ...pricesOf(entry),
    ...callsOf(entry),
    ...timesOf(entry),
  }
}

const positive = (count: unknown): boolean =>
  typeof count === 'number' && Number.isInteger(count) && count > 0

const [file, version, date] = process.argv.slice(2)
if (file === undefined || version === undefined || date === undefined)
  throw new Error('usage: derive-limits.ts FILE VERSION DATE')

const byProvider = new Map<string, Map<string, string>>()
/** Azure's data zones are dearer offers of the same model: the plain key is what is meant. */
const zoned = ([key]: readonly [string, Entry]): number => Number(/^azure\/(us|eu)\//.test(key))

const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Entry>)
for (const [key, entry] of entries.toSorted((a, b) => zoned(a) - zoned(b))) {
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
