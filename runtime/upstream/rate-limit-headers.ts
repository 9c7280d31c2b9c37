import type { IncomingHttpHeaders } from 'node:http'

/** What a provider says is left of one of its limits. */
export interface LimitReading {
  readonly remaining: number
  /** Of a whole period; `undefined` when it is not said. */
  readonly limit: number | undefined
  /** Milliseconds until all of it is there again. */
  readonly resetMs: number
}

interface HeaderRow {
  readonly remaining: string
  readonly limit: string
  readonly reset: string
}

/** OpenAI's names, which most compatible servers copy, then Anthropic's. Sources: each provider's page on rate limits. */
const rows = {
  requests: [
    rowOf('x-ratelimit', 'requests', 'openai'),
    rowOf('anthropic-ratelimit', 'requests', 'anthropic'),
  ],
  tokens: [
    rowOf('x-ratelimit', 'tokens', 'openai'),
    rowOf('anthropic-ratelimit', 'input-tokens', 'anthropic'),
    rowOf('anthropic-ratelimit', 'tokens', 'anthropic'),
  ],
} as const satisfies Record<string, readonly HeaderRow[]>

/** A limit without a reset time refills within a minute, as all of them are counted per minute. */
const RESET_MS = 60_000
/** Limits per day reset in hours; nothing said that far ahead is believed that long. */
const RESET_MS_MAX = 300_000

function rowOf(prefix: string, what: string, order: 'openai' | 'anthropic'): HeaderRow {
  const name = (field: string): string =>
    order === 'openai' ? `${prefix}-${field}-${what}` : `${prefix}-${what}-${field}`
  return { remaining: name('remaining'), limit: name('limit'), reset: name('reset') }
}

/** What an answer's headers say of a limit; `undefined` when they say nothing. `wallMs` is the wall clock. */
export function readLimit(
  what: keyof typeof rows,
  headers: IncomingHttpHeaders,
  wallMs: number,
): LimitReading | undefined {
  for (const row of rows[what]) {
    const text = headers[row.remaining]
    if (typeof text !== 'string' || !/^-?\d{1,15}$/.test(text)) continue
    const resetMs = readReset(headers[row.reset], wallMs) ?? RESET_MS
    return {
      remaining: Number(text),
      limit: readCount(headers[row.limit]),
      resetMs: Math.min(resetMs, RESET_MS_MAX),
    }
  }
  return undefined
}

function readCount(text: string | readonly string[] | undefined): number | undefined {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

const unitMs: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 }

/** A reset time: `6m0s`, `20ms`, `1h2m3.5s`, plain seconds, or an RFC 3339 instant. */
export function readReset(text: string | readonly string[] | undefined, wallMs: number): number | undefined {
  if (typeof text !== 'string' || text.length > 40) return undefined
  if (/^\d{1,9}(\.\d{1,9})?$/.test(text)) return Number(text) * 1000
  if (/^(\d{1,9}(\.\d{1,9})?(ms|[dhms]))+$/.test(text)) {
    const parts = text.matchAll(/(\d+(?:\.\d+)?)(ms|[dhms])/g)
    return [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit!] ?? 0), 0)
  }
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(instant) ? undefined : Math.max(0, instant - wallMs)
}
