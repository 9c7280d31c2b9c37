import type { IncomingHttpHeaders } from 'node:http'
import { failure } from './failure.ts'
import type { Failure, ProviderError } from './failure.ts'
import { retryAfterOf, retryDelayIn } from './retry-after.ts'

interface StatusRow {
  readonly class: Failure['class']
  readonly ambiguous: boolean
}

/** What each error status of a provider means, by gateway.md; 4xx that are not here are the request's own fault. */
const rows: Readonly<Record<number, StatusRow>> = {
  401: { class: 'auth', ambiguous: false },
  402: { class: 'auth', ambiguous: false },
  403: { class: 'auth', ambiguous: false },
  408: { class: 'timeout', ambiguous: true },
  429: { class: '429', ambiguous: false },
  500: { class: '5xx', ambiguous: true },
  502: { class: '5xx', ambiguous: true },
  503: { class: '5xx', ambiguous: false },
  504: { class: 'timeout', ambiguous: true },
  529: { class: 'overloaded', ambiguous: false },
}

/** Error codes that say more than the status does. */
const codes: Readonly<Record<string, Failure['class']>> = {
  context_length_exceeded: 'context',
  model_not_found: 'auth',
  not_found_error: 'auth',
  content_filter: 'refused',
  content_policy_violation: 'refused',
}

/** What some providers say in words alone. Anthropic answers 400 when its account is out of credit, Google to a key that is none. */
const phrases: readonly (readonly [RegExp, Failure['class']])[] = [
  [
    /prompt is too long|maximum context length|exceeds the context window|exceed context limit|exceeds the maximum number of tokens allowed/i,
    'context',
  ],
  [/credit balance is too low/i, 'auth'],
  [/"reason"\s*:\s*"API_KEY_INVALID"/, 'auth'],
]

/** What Google refuses with a 403 that is not of the account but of what the request names: files and caches of others. */
const FOREIGN = /CachedContent not found|permission to access the File/i

/** Classifies an error answer by its status and, for 400 and 404 and 503, by what its body says. */
export function classifyStatus(status: number, headers: IncomingHttpHeaders, answer: ProviderError): Failure {
  const retryAfterMs = retryAfterOf(headers) ?? retryDelayIn(answer.body)
  const row = rows[status] ?? fallbackRow(status)
  const kind = refine(status, row.class, answer.body)
  return failure(kind, `the provider answered ${status}`, {
    status,
    ambiguous: kind === row.class && row.ambiguous,
    answer,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })
}

/** How providers say with a 404 that they do not have the model: OpenAI, Anthropic (`model: x`), vLLM, Ollama, Groq, Together, Google. Other 404s are of the path. */
const UNKNOWN_MODEL =
  /"message"\s*:\s*"model: |\bmodels?\b[^"]{0,200}(?:not (?:found|exist|available|supported)|does ?n[o']t exist)|(?:unknown|invalid|no such) model/i

function fallbackRow(status: number): StatusRow {
  if (status >= 500) return { class: '5xx', ambiguous: true }
  return { class: 'request', ambiguous: false }
}

function refine(status: number, kind: Failure['class'], body: Buffer): Failure['class'] {
  if (status === 503) return /overload/i.test(body.toString('latin1', 0, 2048)) ? 'overloaded' : kind
  if (status === 403) return FOREIGN.test(body.toString('utf8', 0, 4096)) ? 'request' : kind
  if (status !== 400 && status !== 404) return kind
  const text = body.toString('utf8', 0, 4096)
  if (status === 404 && UNKNOWN_MODEL.test(text)) return 'auth'
  const code = /"(?:code|type)"\s*:\s*"([a-z_]{1,64})"/g
  for (const [, word] of text.matchAll(code)) if (Object.hasOwn(codes, word!)) return codes[word!]!
  return phrases.find(([phrase]) => phrase.test(text))?.[1] ?? kind
}
