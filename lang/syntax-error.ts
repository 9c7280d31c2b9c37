import type { IToken, TokenType } from 'chevrotain'
import type { Diagnostic, Fix } from './diagnostic.ts'
import type { Run, StartRule } from './grammar-run.ts'
import { type Repair, findRepair, viableTypes } from './repair.ts'
import { help, report } from './report.ts'
import type { Span } from './span.ts'
import { adviceFor } from './syntax-advice.ts'
import { Comparator, K, Name, Quantity, Text, Unknown } from './tokens.ts'

/** A piece of a file that the grammar refused. */
export interface Refused {
  readonly file: string
  readonly rule: StartRule
  /** What the piece is called: `rule`, `row`, `declaration`. */
  readonly noun: string
  readonly tokens: readonly IToken[]
  readonly stop: Extract<Run<StartRule>, { kind: 'stopped' }>
}

/** Pieces of more tokens than this get the plain message: repairs are found by trying them. */
const repairedLengthMax = 400

/**
 * The one message about a piece: the repair when there is one and `mayTry` allows the time to look for it, else what
 * was expected and what was found.
 */
export function explainSyntaxError(refused: Refused, mayTry: boolean): Diagnostic {
  const { rule, tokens, stop } = refused
  if (!mayTry || tokens.length > repairedLengthMax) return plain(refused, () => [])
  const viable = lazily(() =>
    rule === 'item' && stop.index === 0 ? [] : viableTypes(rule, tokens, stop.index),
  )
  const repair = findRepair(rule, tokens, stop.index, () => viable().filter(isInsertable))
  return (repair && explainRepair(refused, repair, viable)) ?? unknownText(refused) ?? plain(refused, viable)
}

/** The token types that may stand where the grammar stopped: found by trying, hence only when they are asked for. */
type Viable = () => readonly TokenType[]

function lazily(find: Viable): Viable {
  let found: readonly TokenType[] | undefined
  return () => (found ??= find())
}

/** Names, numbers and text cannot be made up, and what is claimed or denied neither. */
const isInsertable = (type: TokenType): boolean => !notInsertable.has(type)

const notInsertable: ReadonlySet<TokenType> = new Set([
  Name,
  Text,
  Quantity,
  Comparator,
  K.not,
  K.charged,
  K.reachable,
  K.denied,
  K.allowed,
])

function explainRepair(refused: Refused, repair: Repair, viable: Viable): Diagnostic | undefined {
  const at = spanOfTokens(refused, repair.replaced, repair.at)
  const found = wordsOf(repair.replaced)
  const fixes = [fixOf(repair, at, refused)]
  switch (repair.kind) {
    case 'misspelled':
      return report('GWC0102', { found, meant: repair.written }, at, {
        fixes,
        label: `\`${repair.written}\`?`,
      })
    case 'foreign':
      return report('GWC0117', { found, written: repair.written }, at, {
        fixes,
        label: `write \`${repair.written}\``,
      })
    case 'reserved':
      return report('GWC0112', { word: found }, at, {
        notes: [help(`another name, such as \`${repair.written}\`, is free`)],
      })
    case 'hyphen':
      return report('GWC0117', { found, written: repair.written }, at, { fixes, notes: [help(hyphenHelp)] })
    case 'swap':
      return swapDiagnostic(
        refused,
        viable,
        at,
        `write \`${repair.written}\` in place of \`${found}\``,
        fixes,
      )
    case 'insert':
      return withHelp(refused, viable, `put \`${repair.written}\` before it`, fixes)
    case 'remove':
      return withHelp(refused, viable, `leave out \`${found}\``, fixes)
  }
}

/** As they stand in the file: apart where there is space between. */
const wordsOf = (tokens: readonly IToken[]): string =>
  tokens.reduce((text, { image, startOffset }, index) => {
    const before = tokens[index - 1]
    const isApart = before !== undefined && before.startOffset + before.image.length < startOffset
    return `${text}${isApart ? ' ' : ''}${image}`
  }, '')

const hyphenHelp =
  'names are made of letters, digits and `_`, and a model is `provider/name`; any other text stands in double quotes'

function fixOf(repair: Repair, at: Span, { tokens }: Refused): Fix {
  const inserted = repair.at < tokens.length ? `${repair.written} ` : ` ${repair.written}`
  const title = repair.kind === 'remove' ? 'Leave it out' : `Write ${repair.written}`
  const edits = [{ span: at, newText: repair.kind === 'insert' ? inserted : repair.written }]
  return { title, edits, applicability: 'manual' }
}

function withHelp(refused: Refused, viable: Viable, text: string, fixes: readonly Fix[]): Diagnostic {
  const atEnd = refused.stop.index >= refused.tokens.length
  const diagnostic = plain(refused, viable)
  const notes = [help(atEnd ? text.replace('before it', 'at the end') : text)]
  return { ...diagnostic, notes: [...diagnostic.notes, ...notes], fixes }
}

/** Points at the word to be changed, which the grammar itself accepted before it stopped. */
function swapDiagnostic(
  refused: Refused,
  viable: Viable,
  at: Span,
  text: string,
  fixes: readonly Fix[],
): Diagnostic {
  return { ...withHelp(refused, viable, text, fixes), primary: { span: at, text: '' } }
}

function plain(refused: Refused, viable: Viable): Diagnostic {
  const token = refused.tokens[refused.stop.index]
  const at = spanOfTokens(refused, token ? [token] : [], refused.stop.index)
  const said = { expected: expectedWords(refused, viable), found: foundWords(refused, token) }
  return report('GWC0101', said, at, { notes: adviceFor(refused, token?.image ?? '') })
}

/** Characters that no token has. */
function unknownText(refused: Refused): Diagnostic | undefined {
  const token = refused.tokens[refused.stop.index]
  if (token?.tokenType !== Unknown) return undefined
  const text = quotedAnotherWay(refused)
  if (text !== undefined) return text
  const at = spanOfTokens(refused, [token], refused.stop.index)
  const known = unknownHelp.find(({ pattern }) => pattern.test(token.image))
  return report('GWC0103', { found: clipped(token.image) }, at, { notes: known ? [help(known.text)] : [] })
}

/** `'interns'`: text in quotes of another kind, up to the closing one. */
function quotedAnotherWay(refused: Refused): Diagnostic | undefined {
  const from = refused.tokens.slice(refused.stop.index)
  const closing = quotes.get(from[0]?.image ?? '')
  if (closing === undefined) return undefined
  const end = from.findIndex(({ image }, index) => index > 0 && image === closing)
  const inside = from.slice(1, end)
  const [word] = inside
  if (word === undefined || inside.length > 1) return undefined
  const at = spanOfTokens(refused, from.slice(0, end + 1), refused.stop.index)
  const written = JSON.stringify(word.image)
  const fixes: readonly Fix[] = [
    { title: `Write ${written}`, edits: [{ span: at, newText: written }], applicability: 'manual' },
  ]
  return report('GWC0103', { found: `\`${from[0]?.image}\`` }, at, {
    fixes,
    notes: [help(`text stands in straight double quotes: \`${written}\``)],
  })
}

const quotes: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['`', '`'],
  ['\u2018', '\u2019'],
  ['\u201c', '\u201d'],
  ['\u00ab', '\u00bb'],
])

const unknownHelp: readonly { readonly pattern: RegExp; readonly text: string }[] = [
  { pattern: /^['`\u2018-\u201f\u00ab\u00bb]/, text: 'text stands in straight double quotes: `"eu"`' },
  { pattern: /^(?:#|\/\*|\*\/)/, text: 'a comment is `//` to the end of its line' },
  { pattern: /^\//, text: 'text by pattern is `like "gpt-*"`: `*` is any run of characters' },
  { pattern: /^;/, text: 'nothing stands between rows: leave it out' },
  { pattern: /^[[\]]/, text: 'a set stands in braces: `{"eu", "us"}`' },
  { pattern: /^[&]/, text: 'conditions are joined by `and` and `or`' },
  { pattern: /^!/, text: 'a condition is denied by `not`' },
  { pattern: /^:/, text: 'a table stands in braces, `route { … }`; a rule is `rule NAME when … use …`' },
  { pattern: /^\*/, text: 'models by pattern are `model("openai/*")`, text by pattern is `like "gpt-*"`' },
  { pattern: /^[\u20ac\u00a3\u00a5]/, text: 'amounts are in US dollars: `$100`' },
  { pattern: /^\$/, text: 'an amount has a digit after the sign: `$0.50`' },
  { pattern: /^%/, text: 'a share is a number and its sign, without a space: `80%`' },
]

// ------------------------------------------------------------------------------------------------- words

function expectedWords(refused: Refused, viable: Viable): string {
  const written = refused.stop.error.message
  if (written !== '' && !written.startsWith('`') && !/^(?:a name|a number|text)/.test(written)) return written
  const labels = [...new Set(viable().map((type) => type.LABEL ?? type.name))]
  const isWorded = written !== '' && !labels.includes(written)
  if (isWorded || labels.length > labelsMax) return written || `the end of the ${refused.noun}`
  if (written === '') labels.push(`the end of the ${refused.noun}`)
  const last = labels.pop()
  if (last === undefined) return written || 'something else'
  return labels.length === 0 ? last : `${labels.join(', ')} or ${last}`
}

/** More would be a list that nobody reads. */
const labelsMax = 6

function foundWords(refused: Refused, token: IToken | undefined): string {
  if (!token) return `the end of the ${refused.noun}`
  return token.tokenType === Text ? `the text ${clipped(token.image)}` : clipped(token.image)
}

function clipped(image: string): string {
  return image.length > 40 ? `\`${image.slice(0, 39)}…\`` : `\`${image}\``
}

/** Where the tokens stand; for none, the place just after the token before. */
function spanOfTokens({ file, tokens }: Refused, found: readonly IToken[], index: number): Span {
  const [head] = found
  const last = found.at(-1)
  if (head && last) return { file, start: head.startOffset, end: last.startOffset + last.image.length }
  const next = tokens[index]
  if (next) return { file, start: next.startOffset, end: next.startOffset }
  const before = tokens.at(-1)
  const end = before ? before.startOffset + before.image.length : 0
  return { file, start: end, end }
}
