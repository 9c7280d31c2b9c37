import type { SpokenError } from './speech.ts'

/** An error body as OpenAI's APIs share it. */
export function openaiError(status: number, { message, code, type }: SpokenError): object {
  return { error: { message, type: status >= 500 ? 'server_error' : type, param: null, code } }
}

export const openaiOverflow: SpokenError = {
  message:
    "This model's maximum context length is 128000 tokens. However, your messages resulted in 250000 tokens.",
  code: 'context_length_exceeded',
  type: 'invalid_request_error',
}

export const openaiUnknownModel: SpokenError = {
  message: 'The model `large` does not exist or you do not have access to it.',
  code: 'model_not_found',
  type: 'invalid_request_error',
}
