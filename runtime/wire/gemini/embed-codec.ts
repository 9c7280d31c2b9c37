import { rest } from '../canonical/extra.ts'
import { lossRow } from '../canonical/losses.ts'
import type { Losses } from '../canonical/losses.ts'
import type { DialectName } from '../dialect.ts'
import type { EmbeddingCodec } from '../embeddings/codec.ts'
import type { EmbeddingRequest, Embeddings } from '../embeddings/form.ts'
import { allVectors, vectorOf } from '../embeddings/vector.ts'
import { isObject } from '../json.ts'
import type { Json } from '../json.ts'
import { allInput } from '../usage.ts'
import { message, messages } from './codec/proto-json.ts'
import { resourceName } from './model-name.ts'

/** embedContent: one text, one vector. */
export const embedCodec: EmbeddingCodec = {
  parse: (request, losses) => formOf([request], '', losses),
  takes: (inputs) => inputs === 1,
  print: (request, model) => requestsOf(request, model)[0] ?? {},
  vectorsOf: ({ embedding }) => allVectors([valuesOf(embedding)]),
  printAnswer: ({ vectors: [values], usage }) => ({ embedding: { values }, ...usageOf(usage) }),
  losses: lossesOf('gemini-embed', ''),
}

/** batchEmbedContents: a list of such requests. */
export const embedBatchCodec: EmbeddingCodec = {
  parse: ({ requests }, losses) => formOf(messages(requests), 'requests[].', losses),
  takes: () => true,
  print: (request, model) => ({ requests: requestsOf(request, model) }),
  vectorsOf: ({ embeddings }) => allVectors(Array.isArray(embeddings) ? embeddings.map(valuesOf) : []),
  printAnswer: ({ vectors, usage }) => ({
    embeddings: vectors.map((values) => ({ values })),
    ...usageOf(usage),
  }),
  losses: lossesOf('gemini-embed-batch', 'requests[].'),
}

function lossesOf(from: DialectName, path: string): EmbeddingCodec['losses'] {
  const row = lossRow(from)
  return [
    row(
      `${path}content.parts`,
      'refused',
      'one text has one vector elsewhere; send each as a content of its own',
    ),
    row(`${path}content.role`, 'spared', 'no vector changes by who said it'),
    row(`${path}outputDimensionality`, 'refused', 'a whole number, and the same for all texts of a request'),
    row(`${path}taskType`, 'dropped', 'other models make one vector for every task'),
    row(`${path}title`, 'dropped', 'other models know a text alone'),
  ]
}

/** Reads requests, each of which stands under `path`. */
function formOf(requests: readonly Json[], path: string, losses: Losses): EmbeddingRequest {
  const lose = (field: string): void => losses.lose(path + field)
  const read = requests.map((request) => inputOf(message(request), lose))
  const dimensions = read[0]?.dimensions
  if (read.some((each) => each.dimensions !== dimensions)) lose('outputDimensionality')
  return { inputs: read.map(({ text }) => text), dimensions, isPacked: false }
}

function inputOf(
  request: Json,
  lose: (field: string) => void,
): { readonly text: string; readonly dimensions: number | undefined } {
  const settings = { ...message(request['embedContentConfig']), ...request }
  const known = ['model', 'content', 'embedContentConfig', 'outputDimensionality']
  for (const field of Object.keys(rest(settings, known))) lose(field)
  const dimensions = settings['outputDimensionality'] ?? undefined
  return {
    text: textIn(message(request['content']), lose),
    dimensions: dimensions === undefined ? undefined : Number(dimensions), // Google takes numbers as text, too
  }
}

/** The text of a content that is one text. */
function textIn(content: Json, lose: (field: string) => void): string {
  for (const field of Object.keys(rest(content, ['parts']))) lose(`content.${field}`)
  const parts = messages(content['parts'])
  const text = parts[0]?.['text']
  if (parts.length === 1 && typeof text === 'string') return text
  lose('content.parts')
  return ''
}

/** Each request of a list names the model once more. */
function requestsOf({ inputs, dimensions }: EmbeddingRequest, model: string): readonly Json[] {
  return inputs.map((text) => ({
    model: resourceName(model),
    content: { parts: [{ text }] },
    ...(dimensions === undefined ? {} : { outputDimensionality: dimensions }),
  }))
}

function valuesOf(embedding: unknown): ReturnType<typeof vectorOf> {
  return vectorOf(isObject(embedding) ? embedding['values'] : undefined)
}

function usageOf(usage: Embeddings['usage']): Json {
  return usage === undefined ? {} : { usageMetadata: { promptTokenCount: allInput(usage) } }
}
