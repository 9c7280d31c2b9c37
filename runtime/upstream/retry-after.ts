import type { IncomingHttpHeaders } from 'node:http'

/** How long an answer asks to be left alone, in milliseconds: `retry-after-ms` where there is one, as OpenAI and Azure send it, else `retry-after`. */
export function retryAfterOf(headers: IncomingHttpHeaders): number | undefined {
  const exact = headers['retry-after-ms']
  if (typeof exact === 'string' && /^\d{1,10}(\.\d{1,3})?$/.test(exact)) return Number(exact)
  return readRetryAfter(headers['retry-after'])
}
/** Reads a `retry-after` header (seconds or an HTTP date) as milliseconds from now; `undefined` when it makes no sense. */
export function readRetryAfter(value: string | undefined, now = Date.now()): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,10}(\.\d{1,3})?$/.test(value)) return Number(value) * 1000
  const date = /^[A-Za-z]{3}, /.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
