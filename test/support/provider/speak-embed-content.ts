import { usualTokens } from './said.ts'
import { vectorOf } from './speak-embeddings.ts'
import { generateSpeech } from './speak-generate.ts'
import type { Speech } from './speech.ts'

/** `POST /models/{m}:embedContent` as Google speaks it: eight numbers, decided by the content. */
export const embedContentSpeech: Speech = {
  ...generateSpeech,
  name: 'gemini-embed',
  path: ':embedContent',
  whole: ({ tokens = usualTokens }, { content }) => ({
    embedding: { values: vectorOf(content) },
    ...(tokens === null ? {} : { usageMetadata: { promptTokenCount: tokens.input } }),
  }),
  events: () => [],
}

/** `POST /models/{m}:batchEmbedContents`: the same for each request of a list. */
export const batchEmbedSpeech: Speech = {
  ...embedContentSpeech,
  name: 'gemini-embed-batch',
  path: ':batchEmbedContents',
  whole: ({ tokens = usualTokens }, { requests = [] }) => ({
    embeddings: requests.map(({ content }) => ({ values: vectorOf(content) })),
    ...(tokens === null ? {} : { usageMetadata: { promptTokenCount: tokens.input } }),
  }),
}
