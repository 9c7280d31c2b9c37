import { hostname, userInfo } from 'node:os'
import type { Json } from '../../../runtime/wire/json.ts'
import type { Tapped } from './tap.ts'

/** A request of a client, fit to be kept: nothing in it tells of the machine, the time or the session it was recorded in. */
export interface Recorded {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json
}

/** Letters of a text that are kept; the rest says nothing about the form. */
const LETTERS_MAX = 120

/** Headers that say how the bytes came, not what was asked. */
const ofTransport = [
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'accept-language',
]

/** What is replaced wherever it stands, in this order. */
const replacements: readonly (readonly [RegExp, string])[] = [
  [/gwc_[A-Za-z0-9_-]{8,}/g, 'gwc_key'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '00000000-0000-4000-8000-000000000000'],
  [/\b[0-9a-f]{16,}\b/gi, '0000000000000000'],
  [/\b(ses|msg|prt|call|toolu|resp|session|thread|turn|user)_[A-Za-z0-9]{12,}/g, '$1_0'],
  [/\/[^\s"'<>\\]*gwc-client-[A-Za-z0-9]+/g, '/home/user/project'],
  [/\/(?:root|home|tmp|Users|work|usr|opt)\/[^\s"'<>\\,;:)]*/g, '/home/user/file'],
  [/127\.0\.0\.1(?::\d+)?|localhost:\d+/g, 'gateway.example'],
  [/\b\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g, '2026-01-01T00:00:00Z'],
  [
    /(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? [A-Z][a-z]+ \d{1,2},? \d{4}/g,
    'Thu Jan 01 2026',
  ],
  [/\b1[67]\d{11}\b/g, '1767225600000'],
  [/Linux \d[\w.-]*/g, 'Linux 6.0'],
  [/\b(cc_version=[\d.]+)\.[0-9a-f]{3}\b/g, '$1.000'],
]

/** What a client sent, with all secrets, paths, ids and times replaced and long texts cut. */
export function scrub({ method, path, headers, body }: Tapped): Recorded {
  const kept = Object.entries(headers).filter(([name]) => !ofTransport.includes(name))
  return {
    method,
    path: scrubText(path),
    headers: Object.fromEntries(kept.map(([name, value]) => [name, scrubText(value)])),
    body: scrubValue(JSON.parse(body)) as Json,
  }
}

function scrubValue(value: unknown): unknown {
  if (typeof value === 'string') return cut(scrubText(value))
  if (Array.isArray(value)) return value.map(scrubValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, scrubValue(each)]))
}

function scrubText(text: string): string {
  const own = [hostname(), userInfo().username].filter((name) => name.length > 2)
  const replaced = replacements.reduce((said, [pattern, by]) => said.replace(pattern, by), text)
  return own.reduce((said, name) => said.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), 'user'), replaced)
}

/** JSON within a text, such as the arguments of a call, stays whole. */
function cut(text: string): string {
  return text.length <= LETTERS_MAX || /^[{[]/.test(text) ? text : `${text.slice(0, LETTERS_MAX)}…`
}
