import { efforts } from '../wire/canonical/efforts.ts'
import type { DialectName } from '../wire/dialect.ts'
import { listPriced, openaiPriced, openaiTools, serverPriced, unknownPrice } from './priced-fields.ts'
import type { ProviderRow } from './provider-rows.ts'

/** What OpenAI serves, and a server of its dialect that is not known. */
const everything: readonly DialectName[] = [
  'openai-chat',
  'openai-responses',
  'openai-completions',
  'openai-embeddings',
]

/** Servers that speak Anthropic's dialect too, at the same base URL and with the same key. */
const both: readonly DialectName[] = [...everything, 'anthropic-messages']

/** Tokens that a model may go on for after its stream was cut off, where the provider stops it then. */
const STOPS = 64

/** A server of OpenAI's dialect that is not known: it may want no key, and nothing is said of its prices. */
export const openaiServer: ProviderRow = {
  source: 'https://developers.openai.com/api/reference',
  baseUrl: undefined,
  speaks: everything,
  authHeader: 'authorization',
  authPrefix: 'Bearer ',
  keyless: true,
  headers: {},
  capField: 'max_tokens',
  takesOtherCap: true,
  usageInStream: 'include',
  cancelSlack: 'all',
  billedErrors: '5xx',
  priced: serverPriced,
  serverTools: openaiTools,
  cachesMarked: false,
  cacheKeyIn: [],
  callIds: 'openai-chat',
  takesDeveloper: true,
  wantsThoughts: false,
  // vLLM and others refuse any other word.
  efforts: ['low', 'medium', 'high'],
  steers: [],
}

const hosted: ProviderRow = { ...openaiServer, keyless: false }
const ownMachine: ProviderRow = { ...openaiServer, cancelSlack: STOPS, billedErrors: 'none' }
const completionTokens = { capField: 'max_completion_tokens' } as const

/** Where OpenAI takes `prompt_cache_key`. */
const keyed: readonly DialectName[] = ['openai-chat', 'openai-responses']

/**
 * Known providers in OpenAI's dialect. Beside each row's `source`: cancelled streams by
 * https://openrouter.ai/docs/api-reference/streaming#stream-cancellation, where `all` also stands for what nobody says.
 */
export const openaiProviders: ReadonlyMap<string, ProviderRow> = new Map<string, ProviderRow>([
  [
    'openai',
    {
      ...hosted,
      ...completionTokens,
      baseUrl: 'https://api.openai.com/v1',
      cancelSlack: STOPS,
      priced: openaiPriced,
      efforts,
      // https://developers.openai.com/api/docs/guides/prompt-caching
      cacheKeyIn: keyed,
    },
  ],
  [
    'anthropic',
    {
      ...hosted,
      source: 'https://platform.claude.com/docs/en/api/openai-sdk',
      baseUrl: 'https://api.anthropic.com/v1',
      speaks: ['openai-chat'],
      cancelSlack: STOPS,
    },
  ],
  [
    'google',
    {
      ...hosted,
      source: 'https://ai.google.dev/gemini-api/docs/openai',
      baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
      speaks: ['openai-chat', 'openai-embeddings'],
      efforts: ['minimal', 'low', 'medium', 'high'],
      priced: { ...serverPriced, extra_body: unknownPrice },
    },
  ],
  [
    'azure',
    {
      ...hosted,
      ...completionTokens,
      source: 'https://learn.microsoft.com/en-us/azure/ai-foundry/openai/latest',
      authHeader: 'api-key',
      authPrefix: '',
      cancelSlack: STOPS,
      priced: openaiPriced,
      efforts,
      // https://learn.microsoft.com/en-us/azure/ai-foundry/openai/how-to/prompt-caching
      cacheKeyIn: keyed,
    },
  ],
  [
    'deepseek',
    {
      ...hosted,
      source: 'https://api-docs.deepseek.com/api/create-chat-completion',
      baseUrl: 'https://api.deepseek.com/v1',
      speaks: ['openai-chat'],
      // https://github.com/earendil-works/pi/issues/1048
      takesDeveloper: false,
      // https://api-docs.deepseek.com/guides/thinking_mode#tool-calls; not empty: https://github.com/NousResearch/hermes-agent/pull/18263
      wantsThoughts: true,
      // https://api-docs.deepseek.com/guides/thinking_mode
      efforts: ['minimal', 'low', 'medium', 'high', 'xhigh', 'max'],
      cancelSlack: STOPS,
    },
  ],
  [
    // Fields that it does not know are errors there: `stream_options.include_usage` and `max_completion_tokens` among them.
    'mistral',
    {
      ...hosted,
      source: 'https://docs.mistral.ai/api',
      baseUrl: 'https://api.mistral.ai/v1',
      speaks: ['openai-chat', 'openai-embeddings'],
      takesOtherCap: false,
      usageInStream: 'always',
      callIds: 'mistral',
      takesDeveloper: false,
      // https://docs.mistral.ai/capabilities/reasoning/adjustable
      efforts: ['none', 'high'],
      // https://docs.mistral.ai/studio-api/conversations/advanced/prompt-caching
      cacheKeyIn: ['openai-chat'],
    },
  ],
  [
    'groq',
    {
      ...hosted,
      ...completionTokens,
      source: 'https://console.groq.com/docs/api-reference',
      baseUrl: 'https://api.groq.com/openai/v1',
      speaks: ['openai-chat', 'openai-responses'],
      priced: {
        service_tier: listPriced('on_demand', 'flex', 'auto'),
        search_settings: unknownPrice,
        compound_custom: unknownPrice,
      },
    },
  ],
  [
    'together',
    {
      ...hosted,
      source: 'https://docs.together.ai/reference/chat-completions-1',
      baseUrl: 'https://api.together.xyz/v1',
      speaks: ['openai-chat', 'openai-completions', 'openai-embeddings'],
      cancelSlack: STOPS,
    },
  ],
  [
    'fireworks',
    {
      ...hosted,
      source: 'https://docs.fireworks.ai/tools-sdks/openai-compatibility',
      baseUrl: 'https://api.fireworks.ai/inference/v1',
      // https://github.com/cloudflare/cloudflare-os/issues/154
      takesDeveloper: false,
      cancelSlack: STOPS,
      priced: { service_tier: { worth: { priority: { service: 'priority' } } } },
    },
  ],
  [
    'xai',
    {
      ...hosted,
      ...completionTokens,
      source: 'https://docs.x.ai/developers/rest-api-reference',
      baseUrl: 'https://api.x.ai/v1',
      speaks: ['openai-chat', 'openai-responses'],
      cancelSlack: STOPS,
      // A header does it in chat completions: https://docs.x.ai/developers/advanced-api-usage/prompt-caching/maximizing-cache-hits
      cacheKeyIn: ['openai-responses'],
      priced: {
        search_parameters: unknownPrice,
        service_tier: listPriced('default'),
        deferred: listPriced('false'),
      },
    },
  ],
  [
    'openrouter',
    {
      ...hosted,
      source: 'https://openrouter.ai/docs/api/reference/overview',
      baseUrl: 'https://openrouter.ai/api/v1',
      speaks: both,
      // https://openrouter.ai/docs/client-sdks/python/components/defaulteffort
      efforts,
      usageInStream: 'always',
      billedErrors: 'none',
      priced: {
        plugins: unknownPrice,
        web_search_options: unknownPrice,
        provider: unknownPrice,
        service_tier: listPriced('default', 'flex'),
      },
      steers: ['models', 'route', 'preset'],
    },
  ],
  [
    'cerebras',
    {
      ...hosted,
      ...completionTokens,
      source: 'https://inference-docs.cerebras.ai/api-reference/chat-completions',
      baseUrl: 'https://api.cerebras.ai/v1',
      speaks: ['openai-chat', 'openai-completions'],
      // https://inference-docs.cerebras.ai/resources/openai
      takesDeveloper: false,
      priced: { service_tier: listPriced('default', 'flex', 'auto') },
    },
  ],
  [
    'ollama',
    {
      ...ownMachine,
      source: 'https://docs.ollama.com/api/openai-compatibility',
      efforts: ['none', 'low', 'medium', 'high'],
      baseUrl: 'http://127.0.0.1:11434/v1',
      speaks: both,
    },
  ],
  [
    'vllm',
    {
      ...ownMachine,
      source: 'https://docs.vllm.ai/en/stable/serving/online_serving.html',
      baseUrl: 'http://127.0.0.1:8000/v1',
      speaks: both,
    },
  ],
])
