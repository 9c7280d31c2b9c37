import type { Provider } from '../../schemas/generated/gateway.ts'
import type { DialectName } from '../wire/dialect.ts'

type Dialect = Provider['dialect']

/** What one provider's API wants, as data: a new provider is a new row. */
export interface ProviderRow {
  /** `undefined`: there is no public endpoint, gateway.json must name one. */
  readonly baseUrl: string | undefined
  readonly authHeader: 'authorization' | 'x-api-key' | 'x-goog-api-key' | 'api-key'
  /** The APIs it serves: a request goes only to a provider that speaks its dialect. */
  readonly speaks: readonly DialectName[]
  /** Stands before the key in that header. */
  readonly authPrefix: 'Bearer ' | ''
  /** Whether an account without a key makes sense. */
  readonly keyless: boolean
  /** Headers that every request carries. */
  readonly headers: Readonly<Record<string, string>>
  /** Field that caps the output. */
  readonly capField: 'max_completion_tokens' | 'max_tokens'
  /** Usage in a stream: `include` when `stream_options.include_usage` asks for it, `always` unasked (the field is then not sent), `never`. */
  readonly usageInStream: 'include' | 'always' | 'never'
}

const openai: ProviderRow = {
  baseUrl: undefined,
  speaks: ['openai-chat', 'openai-responses', 'openai-completions', 'openai-embeddings'],
  authHeader: 'authorization',
  authPrefix: 'Bearer ',
  keyless: false,
  headers: {},
  capField: 'max_tokens',
  usageInStream: 'include',
}

const native = {
  openai,
  anthropic: {
    ...openai,
    speaks: [],
    authHeader: 'x-api-key',
    authPrefix: '',
    headers: { 'anthropic-version': '2023-06-01' },
    usageInStream: 'always',
  },
  gemini: { ...openai, speaks: [], authHeader: 'x-goog-api-key', authPrefix: '', usageInStream: 'always' },
  bedrock: { ...openai, speaks: [], usageInStream: 'always' },
} as const satisfies Record<Dialect, ProviderRow>

const local: ProviderRow = { ...openai, keyless: true }

/** Known providers in OpenAI's dialect. Sources: each provider's API reference. */
const openaiCompatible: ReadonlyMap<string, ProviderRow> = new Map<string, ProviderRow>([
  ['openai', { ...openai, baseUrl: 'https://api.openai.com/v1', capField: 'max_completion_tokens' }],
  ['anthropic', { ...openai, baseUrl: 'https://api.anthropic.com/v1' }],
  ['google', { ...openai, baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai' }],
  ['azure', { ...openai, authHeader: 'api-key', authPrefix: '', capField: 'max_completion_tokens' }],
  ['deepseek', { ...openai, baseUrl: 'https://api.deepseek.com/v1' }],
  ['mistral', { ...openai, baseUrl: 'https://api.mistral.ai/v1', usageInStream: 'always' }],
  ['groq', { ...openai, baseUrl: 'https://api.groq.com/openai/v1', capField: 'max_completion_tokens' }],
  ['together', { ...openai, baseUrl: 'https://api.together.xyz/v1' }],
  ['fireworks', { ...openai, baseUrl: 'https://api.fireworks.ai/inference/v1' }],
  ['xai', { ...openai, baseUrl: 'https://api.x.ai/v1', capField: 'max_completion_tokens' }],
  ['openrouter', { ...openai, baseUrl: 'https://openrouter.ai/api/v1' }],
  ['cerebras', { ...openai, baseUrl: 'https://api.cerebras.ai/v1', capField: 'max_completion_tokens' }],
  ['ollama', { ...local, baseUrl: 'http://127.0.0.1:11434/v1' }],
  ['vllm', { ...local, baseUrl: 'http://127.0.0.1:8000/v1' }],
])

const nativeBaseUrls: Readonly<Record<Dialect, ReadonlyMap<string, string>>> = {
  openai: new Map(),
  anthropic: new Map([['anthropic', 'https://api.anthropic.com/v1']]),
  gemini: new Map([['google', 'https://generativelanguage.googleapis.com/v1beta']]),
  bedrock: new Map(),
}

/** The row of a provider under a dialect. A name that is not known is a server of that dialect which may want no key. */
export function providerRow(name: string, dialect: Dialect): ProviderRow {
  if (dialect === 'openai') return openaiCompatible.get(name) ?? local
  return { ...native[dialect], baseUrl: nativeBaseUrls[dialect].get(name) }
}

/** Providers whose public endpoint is known, for messages. */
export const knownProviders: readonly string[] = [...openaiCompatible].flatMap(([name, row]) =>
  row.baseUrl === undefined ? [] : [name],
)

/** Dialects that this version speaks to providers. */
export const spokenDialects: readonly Dialect[] = ['openai']
