import { wireFields } from '../fields.ts'

/** The top-level fields that gwc reads of a Responses request. */
export const responsesFields = wireFields([
  'model',
  'stream',
  'background',
  'temperature',
  'max_output_tokens',
  'text',
  'reasoning',
  'tools',
  'metadata',
  'instructions',
  'input',
  'previous_response_id',
  'conversation',
  'prompt',
  'prompt_cache_key',
])

/** A field that gwc reads. */
export type ResponsesField = keyof typeof responsesFields.slots
