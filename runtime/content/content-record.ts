import type { Trace } from '../trace.ts'

/** What one request said and was answered, as far as it is kept while it passes. */
export interface KeptContent {
  readonly request: Buffer
  /** `undefined`: an error of ours, or a stream that was not complete or too long. */
  answer: Buffer | undefined
}

/** Longer texts are cut. */
export const contentBytesMax = 1024 * 1024

/** One line of the content store: the request's own text and its answer's, without any secret of the gateway. */
export function contentLine(
  { requestId, startedMs, policy, decision, endpoint, model, status }: Trace,
  { request, answer }: KeptContent,
  secrets: readonly string[],
): string {
  const bodies = [request, ...(answer === undefined ? [] : [answer])]
  return JSON.stringify({
    at: new Date(startedMs).toISOString(),
    requestId,
    policy,
    rule: decision?.rule,
    endpoint,
    model,
    status,
    request: textOf(request, secrets),
    answer: answer === undefined ? undefined : textOf(answer, secrets),
    cut: bodies.some(({ length }) => length > contentBytesMax) ? true : undefined,
  })
}

function textOf(bytes: Buffer, secrets: readonly string[]): string {
  const text = bytes.toString('utf8', 0, contentBytesMax)
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
}
