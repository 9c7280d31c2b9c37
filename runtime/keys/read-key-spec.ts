import { readQuantity } from '../../core/quantity.ts'
import type { QuantityUnit } from '../../core/quantity.ts'
import { KeyProblem } from './change-keys.ts'
import type { KeySpec } from './change-keys.ts'

const words = ['org', 'team', 'project', 'developer'] as const
const lists = ['models', 'sources'] as const
const fields: ReadonlySet<string> = new Set(['name', 'expires', 'claims', ...words, ...lists])

/** What is to be a key, of JSON that somebody sent. Throws `KeyProblem`. */
export function readKeySpec(value: unknown): KeySpec {
  if (!isRecord(value)) throw new KeyProblem('a key is a JSON object with a `name`')
  const unknown = Object.keys(value).find((name) => !fields.has(name))
  if (unknown !== undefined)
    throw new KeyProblem(`a key has no field ${JSON.stringify(unknown)}; further claims go into \`claims\``)
  const { name, expires, claims } = value
  if (typeof name !== 'string') throw new KeyProblem('a key has a `name`')
  return {
    name,
    ...Object.fromEntries(words.flatMap((word) => entryOf(word, value[word], isText, 'a text'))),
    ...Object.fromEntries(lists.flatMap((list) => entryOf(list, value[list], isTexts, 'a list of texts'))),
    ...Object.fromEntries(entryOf('claims', claims, isTextRecord, 'an object of texts')),
    ...(expires === undefined ? {} : { expiresMs: readInstant(expires) }),
  }
}

function entryOf(
  name: string,
  value: unknown,
  fits: (value: unknown) => boolean,
  wanted: string,
): readonly (readonly [string, unknown])[] {
  if (value === undefined || value === null) return []
  if (!fits(value)) throw new KeyProblem(`\`${name}\` is ${wanted}`)
  return [[name, value]]
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length <= 256
const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 1_000 && value.every(isText)
const isTextRecord = (value: unknown): boolean =>
  isRecord(value) && Object.keys(value).length <= 100 && Object.values(value).every(isText)

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readInstant(value: unknown): number {
  const ms = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(ms))
    throw new KeyProblem('`expires` is a day or an instant such as 2027-01-31 or 2027-01-31T18:00:00Z')
  return ms
}

/** How long the old secret of a rotated key goes on, in milliseconds. Throws `KeyProblem`. */
export function readOverlap(value: unknown): number {
  const overlap = isRecord(value) ? value['overlap'] : undefined
  if (overlap === undefined) return 0
  return readDuration(overlap, '`overlap`')
}

/** Milliseconds of `24h` or `90d`. Throws `KeyProblem`. */
export function readDuration(value: unknown, what: string): number {
  const [, digits = '', unit = ''] = typeof value === 'string' ? (/^(\d+)(h|d|m|s)$/.exec(value) ?? []) : []
  const read = readQuantity(digits, unit as QuantityUnit, 'duration')
  if (!read.ok) throw new KeyProblem(`${what} is a time such as 24h or 90d`)
  return read.value
}
