import { createHash } from 'node:crypto'
import { usualTokens } from './said.ts'
import { openaiError, openaiOverflow, openaiUnknownModel } from './speak-openai-errors.ts'
import type { Asked, Speech } from './speech.ts'

/** `POST /embeddings`: eight numbers for each input, decided by its content; as floats or in base64, as asked. */
export const embeddingsSpeech: Speech = {
  name: 'openai-embeddings',
  path: '/embeddings',
  whole: ({ tokens = usualTokens }, asked) => ({
    object: 'list',
    data: inputsOf(asked).map((input, index) => ({
      object: 'embedding',
      index,
      embedding: asked.encoding_format === 'base64' ? base64Of(vectorOf(input)) : vectorOf(input),
    })),
    model: asked.model ?? 'upstream-model',
    ...(tokens === null ? {} : { usage: { prompt_tokens: tokens.input, total_tokens: tokens.input } }),
  }),
  events: () => [],
  error: openaiError,
  errorEvent: () => '',
  overflow: openaiOverflow,
  unknownModel: openaiUnknownModel,
}

/** One text, one list of tokens, or a list of either. */
function inputsOf({ input }: Asked): readonly unknown[] {
  if (!Array.isArray(input)) return [input]
  return typeof input[0] === 'number' ? [input] : (input as readonly unknown[])
}

/** The vector that this provider gives an input: always the same, with numbers that a float holds exactly. */
export function vectorOf(input: unknown): readonly number[] {
  const digest = createHash('sha256')
    .update(JSON.stringify(input) ?? '')
    .digest()
  return [...digest.subarray(0, 8)].map((byte) => byte / 128 - 1)
}

function base64Of(vector: readonly number[]): string {
  return Buffer.from(Float32Array.from(vector).buffer).toString('base64')
}
