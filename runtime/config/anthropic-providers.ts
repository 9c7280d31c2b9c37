import { efforts } from '../wire/canonical/efforts.ts'
import { anthropicPriced, anthropicTools, listPriced, serverPriced, unknownPrice } from './priced-fields.ts'
import type { ProviderRow } from './provider-rows.ts'

/** Tokens that a model may go on for after its stream was cut off, where the provider stops it then. */
const STOPS = 64

/** A server of Anthropic's dialect that is not known, such as llama.cpp or LM Studio: it may want no key, and nothing is said of its prices. */
export const anthropicServer: ProviderRow = {
  source: 'https://platform.claude.com/docs/en/api/messages',
  baseUrl: undefined,
  speaks: ['anthropic-messages'],
  authHeader: 'x-api-key',
  authPrefix: '',
  keyless: true,
  headers: { 'anthropic-version': '2023-06-01' },
  capField: 'max_tokens',
  takesOtherCap: false,
  usageInStream: 'always',
  cancelSlack: 'all',
  billedErrors: '5xx',
  priced: serverPriced,
  serverTools: anthropicTools,
  cachesMarked: false,
  cacheKeyIn: [],
  callIds: 'openai-chat',
  takesDeveloper: true,
  wantsThoughts: false,
  efforts,
  steers: [],
}

const hosted: ProviderRow = { ...anthropicServer, keyless: false }
const bearer = { authHeader: 'authorization', authPrefix: 'Bearer ' } as const

/** Known providers in Anthropic's dialect. Their base URLs end with the version, where Anthropic's own clients leave it out. */
export const anthropicProviders: ReadonlyMap<string, ProviderRow> = new Map<string, ProviderRow>([
  [
    'anthropic',
    {
      ...hosted,
      baseUrl: 'https://api.anthropic.com/v1',
      cancelSlack: STOPS,
      // Errors are not billed (https://platform.claude.com/docs/en/api/errors); fast mode and inference in one country are dearer.
      billedErrors: 'none',
      priced: anthropicPriced,
      // https://platform.claude.com/docs/en/build-with-claude/prompt-caching
      cachesMarked: true,
      steers: ['fallbacks'],
    },
  ],
  [
    'deepseek',
    {
      ...hosted,
      source: 'https://api-docs.deepseek.com/guides/anthropic_api',
      baseUrl: 'https://api.deepseek.com/anthropic/v1',
      cancelSlack: STOPS,
    },
  ],
  [
    'openrouter',
    {
      ...hosted,
      ...bearer,
      source: 'https://openrouter.ai/docs/api/reference/overview',
      baseUrl: 'https://openrouter.ai/api/v1',
      billedErrors: 'none',
      // https://openrouter.ai/docs/guides/best-practices/prompt-caching
      cachesMarked: true,
      priced: {
        plugins: unknownPrice,
        provider: unknownPrice,
        service_tier: listPriced('standard_only'),
        speed: listPriced('standard'),
      },
      steers: ['models', 'route', 'preset', 'fallbacks'],
    },
  ],
  [
    'zai',
    {
      ...hosted,
      ...bearer,
      source: 'https://docs.z.ai/devpack/tool/claude',
      baseUrl: 'https://api.z.ai/api/anthropic/v1',
    },
  ],
  [
    'moonshot',
    {
      ...hosted,
      ...bearer,
      source: 'https://platform.kimi.ai/docs/api/overview',
      baseUrl: 'https://api.moonshot.ai/anthropic/v1',
    },
  ],
  [
    'ollama',
    {
      ...anthropicServer,
      ...bearer,
      source: 'https://docs.ollama.com/api/anthropic-compatibility',
      baseUrl: 'http://127.0.0.1:11434/v1',
      cancelSlack: STOPS,
      billedErrors: 'none',
    },
  ],
  [
    'vllm',
    {
      ...anthropicServer,
      ...bearer,
      source: 'https://docs.vllm.ai/en/stable/serving/integrations/claude_code/',
      baseUrl: 'http://127.0.0.1:8000/v1',
      cancelSlack: STOPS,
      billedErrors: 'none',
    },
  ],
])
