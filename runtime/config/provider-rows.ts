import type { Provider } from '../../schemas/generated/gateway.ts'
import type { Effort } from '../wire/canonical/efforts.ts'
import type { DialectName } from '../wire/dialect.ts'
import { anthropicProviders, anthropicServer } from './anthropic-providers.ts'
import { geminiProviders, geminiServer } from './gemini-providers.ts'
import { openaiProviders, openaiServer } from './openai-providers.ts'
import type { PricedFields, ServerTools } from './priced-fields.ts'

type Dialect = Provider['dialect']

/** What one provider's API wants, as data: a new provider is a new row. */
export interface ProviderRow {
  /** The reference of its API, where the row was read. */
  readonly source: string
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
  /** Whether it takes the other name of that field, too; else the client's is renamed. */
  readonly takesOtherCap: boolean
  /** Usage in a stream: `include` when `stream_options.include_usage` asks for it, `always` unasked (the field is then not sent), `never`. */
  readonly usageInStream: 'include' | 'always' | 'never'
  /** Output tokens that may be billed beyond those received when a stream is cut off; `all`: it goes on to its end. */
  readonly cancelSlack: number | 'all'
  /** Which error answers may have been billed; those below 500 never are. */
  readonly billedErrors: 'none' | '5xx'
  /** Request fields that change the price, and what their values come to. */
  readonly priced: PricedFields
  /** Tools that a request may hand over, and what they cost beside their tokens. */
  readonly serverTools: ServerTools
  /** Whether it caches what a request marks, and bills it so; else by itself, or not at all. */
  readonly cachesMarked: boolean
  /** The APIs in which it takes `prompt_cache_key`; elsewhere an unknown field may be an error. */
  readonly cacheKeyIn: readonly DialectName[]
  /** How it wants the ids of tool calls in chat completions; `none`: calls have no ids in any of its APIs. */
  readonly callIds: 'openai-chat' | 'mistral' | 'none'
  /** Whether it knows the role `developer` in chat completions, as far as that is told; else instructions come as `system`. */
  readonly takesDeveloper: boolean
  /** Whether it refuses a model's message in chat completions that comes back without what was thought before it. */
  readonly wantsThoughts: boolean
  /** Words that it takes for how much to think; a translation says the nearest. */
  readonly efforts: readonly Effort[]
  /** Request fields by which a client would choose the model past the policy: who sends one is not sent there. */
  readonly steers: readonly string[]
}

const bedrockServer: ProviderRow = {
  ...openaiServer,
  source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html',
  speaks: [],
  keyless: false,
  usageInStream: 'always',
}

/** The row of a provider under a dialect. A name that is not known is a server of that dialect which may want no key. */
export function providerRow(name: string, dialect: Dialect): ProviderRow {
  switch (dialect) {
    case 'openai':
      return openaiProviders.get(name) ?? openaiServer
    case 'anthropic':
      return anthropicProviders.get(name) ?? anthropicServer
    case 'gemini':
      return geminiProviders.get(name) ?? geminiServer
    case 'bedrock':
      return bedrockServer
  }
}

const known: Readonly<Record<Dialect, ReadonlyMap<string, ProviderRow>>> = {
  openai: openaiProviders,
  anthropic: anthropicProviders,
  gemini: geminiProviders,
  bedrock: new Map(),
}

/** Providers whose public endpoint is known under a dialect, for messages. */
export function knownProviders(dialect: Dialect): readonly string[] {
  return [...known[dialect]].flatMap(([name, row]) => (row.baseUrl === undefined ? [] : [name]))
}

/** Dialects that this version speaks to providers. */
export const spokenDialects: readonly Dialect[] = ['openai', 'anthropic', 'gemini']
