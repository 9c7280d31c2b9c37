import { geminiPriced, geminiTools, serverPriced } from './priced-fields.ts'
import type { ProviderRow } from './provider-rows.ts'

/** A server of Google's dialect that is not known: it may want no key, and nothing is said of its prices. */
export const geminiServer: ProviderRow = {
  source: 'https://ai.google.dev/api/generate-content',
  baseUrl: undefined,
  speaks: ['gemini-generate', 'gemini-embed', 'gemini-embed-batch'],
  authHeader: 'x-goog-api-key',
  authPrefix: '',
  keyless: true,
  headers: {},
  capField: 'max_tokens',
  takesOtherCap: true,
  usageInStream: 'always',
  cancelSlack: 'all',
  billedErrors: '5xx',
  priced: serverPriced,
  serverTools: geminiTools,
  cachesMarked: false,
  cacheKeyIn: [],
  callIds: 'openai-chat',
  takesDeveloper: false,
  wantsThoughts: false,
  efforts: ['low', 'medium', 'high'],
  steers: [],
}

/** Known providers in Google's dialect. */
export const geminiProviders: ReadonlyMap<string, ProviderRow> = new Map<string, ProviderRow>([
  [
    'google',
    {
      ...geminiServer,
      baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
      keyless: false,
      // Failed requests are not charged (https://ai.google.dev/gemini-api/docs/billing).
      billedErrors: 'none',
      priced: geminiPriced,
    },
  ],
  [
    // With an API key (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/start/express-mode/overview).
    'vertex',
    {
      ...geminiServer,
      source: 'https://docs.cloud.google.com/vertex-ai/generative-ai/docs/model-reference/inference',
      baseUrl: 'https://aiplatform.googleapis.com/v1/publishers/google',
      speaks: ['gemini-generate'],
      keyless: false,
      // A call with an id is an unknown field there (https://github.com/vercel/ai/issues/15664).
      callIds: 'none',
      priced: geminiPriced,
    },
  ],
])
