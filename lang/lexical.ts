import type { IToken } from 'chevrotain'
import type { Diagnostic } from './diagnostic.ts'
import { help, report } from './report.ts'
import type { Span } from './span.ts'
import { isTerminated, unknownEscapes } from './string-text.ts'
import { BadQuantity, Text } from './tokens.ts'

/** More than these are reported when the first are gone. */
const lexicalMistakesMax = 200

/** Mistakes inside one token: each is reported here, and the grammar takes the token as if it were whole. */
export function findLexicalMistakes(file: string, tokens: readonly IToken[]): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const [index, token] of tokens.entries()) {
    if (isRangeEnd(token, tokens[index - 1])) continue
    for (const mistake of mistakesIn(file, token)) {
      if (found.length >= lexicalMistakesMax) return found
      found.push(mistake)
    }
  }
  return found
}

/** `10..20`: the grammar stops at it anyway. */
const isRangeEnd = ({ image, startOffset }: IToken, before: IToken | undefined): boolean =>
  image.startsWith('.') && before?.image === '.' && before.startOffset + 1 === startOffset

function* mistakesIn(file: string, token: IToken): Generator<Diagnostic> {
  if (token.tokenType === BadQuantity) yield badQuantity(file, token)
  else if (token.tokenType === Text) yield* badText(file, token)
}

function* badText(file: string, { image, startOffset }: IToken): Generator<Diagnostic> {
  if (!isTerminated(image)) yield unterminated(file, image.trimEnd(), startOffset)
  for (const { offset, text } of unknownEscapes(image)) {
    const start = startOffset + offset
    const notes = [help('the escapes are `\\"`, `\\\\`, `\\n`, `\\r`, `\\t` and `\\u{1F600}`')]
    yield report('GWC0105', { escape: text }, { file, start, end: start + text.length }, { notes })
  }
}

function unterminated(file: string, image: string, start: number): Diagnostic {
  const notes = [help('close it with `"`; text does not run over the end of a line')]
  return report('GWC0104', {}, { file, start, end: start + image.length }, { notes })
}

function badQuantity(file: string, { image, startOffset }: IToken): Diagnostic {
  const at: Span = { file, start: startOffset, end: startOffset + image.length }
  const meant = meantQuantity(image)
  return report('GWC0106', { found: image, meant }, at, {
    notes: meant === undefined ? [help(unitsHelp)] : [],
    ...(meant !== undefined && {
      fixes: [{ title: `Write ${meant}`, edits: [{ span: at, newText: meant }], applicability: 'manual' }],
    }),
  })
}

const unitsHelp =
  'units: `200k` `1.5M` tokens, `$0.02`, `80%`, `200ms` `30s` `5m` `1h` `7d`, `64kB` `1MiB`, `09:30`'

/** What people write for a unit, and how it is written here. */
const unitSpellings: Readonly<Record<string, string>> = {
  K: 'k', // thousand tokens
  kilo: 'k',
  mil: 'M',
  mio: 'M',
  msec: 'ms',
  millis: 'ms',
  S: 's',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  min: 'm',
  mins: 'm',
  minute: 'm',
  minutes: 'm',
  H: 'h',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  D: 'd',
  day: 'd',
  days: 'd',
  b: 'B',
  bytes: 'B',
  KB: 'kB',
  kb: 'kB',
  Kb: 'kB',
  mb: 'MB',
  Mb: 'MB',
  kib: 'KiB',
  kiB: 'KiB',
  mib: 'MiB',
}

/** The quantity that a number with another unit stands for, where that is known. */
export function meantQuantity(image: string): string | undefined {
  if (/^\d:[0-5]\d$/.test(image)) return `0${image}`
  if (/^\$?\.\d+$/.test(image)) return image.replace('.', '0.')
  if (/^\$?\d+(?:_\d+)+$/.test(image)) return image.replaceAll('_', '')
  const [, currency = '', digits = '', unit = ''] = /^(\$?)(\d+(?:\.\d+)?)([A-Za-z]+)$/.exec(image) ?? []
  if (currency) return amountIn(digits, unit)
  if (/^usd$/i.test(unit)) return `$${digits}`
  const spelling = unitSpellings[unit]
  return spelling === undefined ? undefined : `${digits}${spelling}`
}

function amountIn(digits: string, unit: string): string | undefined {
  const zeros = { k: 3, K: 3, M: 6, m: undefined }[unit]
  return zeros === undefined || digits.includes('.') ? undefined : `$${digits}${'0'.repeat(zeros)}`
}
