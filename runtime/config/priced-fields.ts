import type { CallClass, TimesName } from '../../core/price.ts'
import type { Service } from '../../core/catalogue.ts'

/** What a value comes to: the list price, the price of a service, or a multiplier. */
export type Worth = 'standard' | { readonly service: Service } | { readonly times: TimesName }

/** A request field that changes the price. A value that is not listed has no known price. */
export interface PricedField {
  /** By the value as text: a string as it is, anything else as JSON. */
  readonly worth: Readonly<Record<string, Worth>>
  /**
   * What is sent where the request leaves it to the account (the field is absent, `null` or one of `unsaid`), whose own setting
   * nobody knows; without one, absence is the list price.
   */
  readonly pin?: string
  readonly unsaid?: readonly string[]
  /** What absence may come to by an account's own setting, where it must not be pinned: bounds count it. */
  readonly absentMayBe?: TimesName
}

/** By name; a name with dots lies deeper. */
export type PricedFields = Readonly<Record<string, PricedField>>

/** A field whose every value has a price that is not known. */
export const unknownPrice: PricedField = { worth: {} }

/** A service tier that is what the list says, by any of these names. */
export const listPriced = (...values: readonly string[]): PricedField => ({
  worth: Object.fromEntries(values.map((value) => [value, 'standard'])),
})

const flex = { service: 'flex' } as const
const priority = { service: 'priority' } as const

/** https://developers.openai.com/api/docs/pricing; a project may set another tier for `auto`. */
export const openaiPriced: PricedFields = {
  service_tier: {
    worth: { default: 'standard', flex, priority, fast: priority, ultrafast: { service: 'ultrafast' } },
    pin: 'default',
    unsaid: ['auto'],
  },
  modalities: listPriced('["text"]'),
  web_search_options: unknownPrice,
  audio: unknownPrice,
  // Rejected predictions are billed past the cap; a long time in the cache has a price that not every list knows.
  prediction: unknownPrice,
  prompt_cache_options: unknownPrice,
  // Searches and files of a stored prompt are not in the request.
  prompt: unknownPrice,
}

/** https://platform.claude.com/docs/en/about-claude/pricing; a workspace may keep inference in the United States by itself. */
export const anthropicPriced: PricedFields = {
  service_tier: { worth: { standard_only: 'standard' }, pin: 'standard_only', unsaid: ['auto'] },
  speed: { worth: { standard: 'standard', fast: { times: 'fast' } } },
  inference_geo: { worth: { global: 'standard', us: { times: 'us' } }, absentMayBe: 'us' },
  container: unknownPrice,
  mcp_servers: { worth: { '[]': 'standard' } },
  // The request may be answered by another model than was priced.
  fallbacks: { worth: { '[]': 'standard' } },
}

const geminiTier: PricedField = {
  worth: {
    standard: 'standard',
    SERVICE_TIER_STANDARD: 'standard',
    flex,
    SERVICE_TIER_FLEX: flex,
    priority,
    SERVICE_TIER_PRIORITY: priority,
  },
}

/** https://ai.google.dev/gemini-api/docs/optimization */
export const geminiPriced: PricedFields = {
  service_tier: geminiTier,
  serviceTier: geminiTier,
  'generationConfig.responseModalities': listPriced('["TEXT"]', '["text"]'),
  'generationConfig.speechConfig': unknownPrice,
  'generationConfig.imageConfig': unknownPrice,
}

/** What a server that is not known may be asked: the price is the operator's own. */
export const serverPriced: PricedFields = { service_tier: listPriced('auto', 'default', 'standard_only') }

/** A tool in a request: free but for its tokens, billed by calls that its usage counts and a field of the tool caps, or not known. */
export type ToolPrice = 'free' | { readonly calls: CallClass; readonly cap: string }

/** The tools that a request may hand over, by how their type begins; any other may be billed by the call. */
export interface ServerTools {
  /** `type`: a tool names its type, and one that names none is the client's own. `key`: each of its keys is one. */
  readonly named: 'type' | 'key'
  readonly priced: Readonly<Record<string, ToolPrice>>
}

/** Those that run at the client, or read through the client's own servers. Searches, code and images are billed, and no usage counts them. */
export const openaiTools: ServerTools = {
  named: 'type',
  priced: {
    function: 'free',
    custom: 'free',
    local_shell: 'free',
    apply_patch: 'free',
    mcp: 'free',
    tool_search: 'free',
    namespace: 'free',
  },
}

/** https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-reference: only code is billed by time. */
export const anthropicTools: ServerTools = {
  named: 'type',
  priced: {
    custom: 'free',
    bash_: 'free',
    text_editor_: 'free',
    computer_: 'free',
    memory_: 'free',
    tool_search_: 'free',
    mcp_toolset: 'free',
    web_fetch_: 'free',
    web_search_: { calls: 'webSearch', cap: 'max_uses' },
  },
}

/** Grounding is billed by the search, and no usage counts them. */
export const geminiTools: ServerTools = {
  named: 'key',
  priced: {
    functionDeclarations: 'free',
    function_declarations: 'free',
    urlContext: 'free',
    url_context: 'free',
    codeExecution: 'free',
    code_execution: 'free',
  },
}
