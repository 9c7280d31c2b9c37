import { isObject, parseObject } from '../wire/json.ts'

/** What an error body says in words, in any of the forms that providers have for it. */
export interface ProviderMessage {
  readonly message: string | undefined
  readonly code: string | undefined
}

/** OpenAI's, Anthropic's and Google's `{"error":{"message"}}`, vLLM's `{"message"}`, FastAPI's `{"detail"}`, Ollama's `{"error":"…"}`. */
export function messageOf(body: Buffer): ProviderMessage {
  const value = parseObject(body.toString()) ?? {}
  const error = isObject(value['error']) ? value['error'] : value
  return {
    message: textOf(error['message']) ?? textOf(value['error']) ?? textOf(value['detail']),
    code: textOf(error['code']) ?? textOf(error['type']) ?? textOf(error['status']),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
