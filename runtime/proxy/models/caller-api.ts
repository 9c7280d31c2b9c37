import type { IncomingHttpHeaders } from 'node:http'

/** Whose API a client means where a path is shared: `GET /v1/models` has three meanings. */
export type CallerApi = 'openai' | 'anthropic' | 'gemini'

const GOOGLE = /^(?:\/p\/[^/]+)?\/v1beta\//

/** Told by headers that only clients of that API send (wire.md 7), and by Google's path; OpenAI's where none is there. */
export function callerApi(headers: IncomingHttpHeaders, path: string): CallerApi {
  if (headers['x-goog-api-key'] !== undefined || headers['x-goog-api-client'] !== undefined) return 'gemini'
  if (GOOGLE.test(path)) return 'gemini'
  return headers['anthropic-version'] === undefined ? 'openai' : 'anthropic'
}
