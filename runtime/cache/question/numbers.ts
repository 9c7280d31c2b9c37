import { markKindOf, units } from './closed-classes.ts'
import type { Item } from './question.ts'
import type { Word } from './word.ts'

const list = (text: string): readonly string[] => text.split(' ')

const small: ReadonlyMap<string, number> = new Map([
  ...list(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ).map((word, at) => [word, at] as const),
  ...list('twenty thirty forty fifty sixty seventy eighty ninety').map(
    (word, at) => [word, (at + 2) * 10] as const,
  ),
])
const scales: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1e6],
  ['billion', 1e9],
])
const ordinals: ReadonlyMap<string, string> = new Map(
  list('first second third fourth fifth sixth seventh eighth ninth tenth').map(
    (word, at) => [word, `${at + 1}${['st', 'nd', 'rd'][at] ?? 'th'}`] as const,
  ),
)
const powers: ReadonlyMap<string, string> = new Map([
  ['²', '2'],
  ['³', '3'],
  ['squared', '2'],
  ['cubed', '3'],
])

/** Units that are also words or letters: read as units behind a number alone. */
const short: ReadonlySet<string> = new Set(
  list('m s l g b h k c f in min am pm foot second seconds pound pounds'),
)
const shortNames: ReadonlyMap<string, string> = new Map([
  ['h', 'hour'],
  ['c', 'celsius'],
  ['f', 'fahrenheit'],
  ['in', 'inch'],
  ['second', 's'],
  ['min', 'minute'],
])

/** Numbers in figures with their units, wherever a question has some: `five km`, `5km` and `5 kilometres` are one. */
export function readNumber(
  words: readonly Word[],
  at: number,
): { readonly items: readonly Item[]; readonly length: number } | undefined {
  const word = words[at]!
  if (word.kind === 'number') return withUnit(figureItems(word.key), words, at + 1, 1)
  const power = powers.get(word.key)
  if (power !== undefined)
    return {
      items: [
        { kind: 'symbol', key: '^' },
        { kind: 'number', key: power },
      ],
      length: 1,
    }
  if (word.kind !== 'word') return undefined
  const spelled = spelledNumber(words, at)
  if (spelled !== undefined)
    return withUnit(
      [{ kind: 'number', key: String(spelled.value) }],
      words,
      at + spelled.length,
      spelled.length,
    )
  const ordinal = ordinals.get(word.key)
  return ordinal === undefined ? undefined : { items: [{ kind: 'number', key: ordinal }], length: 1 }
}

function withUnit(
  items: readonly Item[],
  words: readonly Word[],
  at: number,
  length: number,
): { readonly items: readonly Item[]; readonly length: number } {
  const next = words[at]
  if (next === undefined || items.length > 1 || (next.kind !== 'word' && next.kind !== 'symbol'))
    return { items, length }
  const isShort = short.has(next.key) && !(next.key === 'in' && words.length > at + 1)
  const isUnit = isShort || markKindOf(units.get(next.key) ?? next.key) === 'unit'
  const unit = isOfCapital(next)
    ? `^${next.key}`
    : isUnit
      ? (shortNames.get(next.key) ?? units.get(next.key) ?? next.key)
      : undefined
  return unit === undefined
    ? { items, length }
    : { items: [...items, { kind: 'unit', key: unit }], length: length + 1 }
}

/** `5 Cal` is a thousand times `5 cal`, `1 Mm` a thousand kilometres; `5 PM` is `5 pm`. */
const isOfCapital = ({ key, letters }: Word): boolean =>
  (letters === 'capital' && key === 'pm') || (letters !== 'small' && /^(?:cal|mm|k|s|m)$/.test(key))

function spelledNumber(
  words: readonly Word[],
  from: number,
): { readonly value: number; readonly length: number } | undefined {
  let value: number | undefined
  let at = from
  for (; at < words.length; at++) {
    const parts = words[at]!.key.split('-')
    if (!parts.every((part) => small.has(part)) && !(value !== undefined && scales.has(words[at]!.key))) break
    value = scales.has(words[at]!.key)
      ? value! * scales.get(words[at]!.key)!
      : (value ?? 0) + parts.reduce((sum, part) => sum + small.get(part)!, 0)
  }
  if (value === undefined && scales.has(words[from]?.key ?? ''))
    return { value: scales.get(words[from]!.key)!, length: 1 }
  return value === undefined ? undefined : { value, length: at - from }
}

const figure = /^(-?)([$€£¥]?)([\d.,:/-]*\d|0x[\da-f]+)(?:\((\p{L})\))?([%‰°]?)(\p{L}*)$/u

/** The value of a number in figures, then its unit. */
function figureItems(key: string): readonly Item[] {
  const [, sign = '', currency = '', digits = key, letter = '', symbol = '', suffix = ''] =
    figure.exec(key) ?? []
  const value = `${sign}${plainDigits(digits)}${letter}`
  const unit = currency || (symbol === '°' ? suffix || symbol : symbol || suffix)
  if (unit === '' || /^(?:st|nd|rd|th|k|x|d|p)$/.test(unit))
    return [{ kind: 'number', key: `${value}${unit}` }]
  return [
    { kind: 'number', key: value },
    { kind: 'unit', key: shortNames.get(unit) ?? units.get(unit) ?? unit },
  ]
}

/** `1,000` is 1000, `10:00` is 10, `1.50` stays: versions have zeros that count. */
const plainDigits = (digits: string): string =>
  /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)
    ? digits.replaceAll(',', '')
    : digits.replace(/^(\d{1,2}):00$/, '$1')
