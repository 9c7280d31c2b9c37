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

/** The same as Google says it, in the body: `"retryDelay": "34.5s"` (https://google.aip.dev/193, RetryInfo). */
export function retryDelayIn(body: Buffer): number | undefined {
  const [, seconds] =
    /"retryDelay"\s*:\s*"(\d{1,7}(?:\.\d{1,9})?)s"/.exec(body.toString('latin1', 0, 8192)) ?? []
  return seconds === undefined ? undefined : Number(seconds) * 1000
}
