import { wireFields } from '../fields.ts'

/** The top-level fields that gwc reads of a legacy completion request. */
export const completionFields = wireFields([
  'model',
  'stream',
  'stream_options',
  'temperature',
  'max_tokens',
  'n',
  'best_of',
  'metadata',
  'prompt',
])

/** A field that gwc reads. */
export type CompletionField = keyof typeof completionFields.slots
