import { rest } from '../canonical/extra.ts'
import { lossRow } from '../canonical/losses.ts'
import type { Losses } from '../canonical/losses.ts'
import { numberOf, objectsOf } from '../canonical/read-json.ts'
import type { EmbeddingCodec } from '../embeddings/codec.ts'
import type { EmbeddingRequest, Embeddings } from '../embeddings/form.ts'
import { allVectors, packed, vectorOf } from '../embeddings/vector.ts'
import type { Json } from '../json.ts'
import { promptListOf } from '../prompt-list.ts'
import { allInput } from '../usage.ts'

const row = lossRow('openai-embeddings')

/** OpenAI's embeddings as they meet Google's. */
export const embeddingsCodec: EmbeddingCodec = {
  parse,
  takes: () => true,
  print: ({ inputs, dimensions }, model) => ({
    model,
    input: inputs.length === 1 ? inputs[0] : inputs,
    ...(dimensions === undefined ? {} : { dimensions }),
  }),
  vectorsOf: (answer) => allVectors(inOrder(answer).map(({ embedding }) => vectorOf(embedding))),
  printAnswer,
  losses: [
    row('input', 'refused', 'tokens are numbers of one model’s own vocabulary; send the text'),
    row('dimensions', 'refused', 'vectors have a whole number of dimensions'),
    row('encoding_format', 'refused', 'vectors come as `float` or as `base64`'),
    row('user', 'spared', 'names who asks, for the provider'),
  ],
}

function parse(request: Json, losses: Losses): EmbeddingRequest {
  const list = promptListOf(request['input'])
  if (list === undefined || list.texts.length !== list.count) losses.lose('input')
  const dimensions = numberOf(request['dimensions'])
  const format = request['encoding_format']
  const isKnown = format === 'base64' || format === 'float'
  const known = ['model', 'input']
  if (dimensions !== undefined) known.push('dimensions')
  if (isKnown) known.push('encoding_format')
  for (const field of Object.keys(rest(request, known))) losses.lose(field)
  return { inputs: list?.texts ?? [], dimensions, isPacked: format === 'base64' }
}

/** Each says which input it is of. */
function inOrder({ data }: Json): readonly Json[] {
  return objectsOf(data).toSorted((a, b) => Number(a['index'] ?? 0) - Number(b['index'] ?? 0))
}

/** Usage is always there: clients need it. */
function printAnswer(
  { vectors, usage }: Embeddings,
  { isPacked }: Pick<EmbeddingRequest, 'isPacked'>,
  model: string,
): Json {
  const tokens = usage === undefined ? 0 : allInput(usage)
  return {
    object: 'list',
    data: vectors.map((vector, index) => ({
      object: 'embedding',
      index,
      embedding: isPacked ? packed(vector) : vector,
    })),
    model,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  }
}
