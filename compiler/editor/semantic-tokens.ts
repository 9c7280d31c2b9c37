import type { IToken } from 'chevrotain'
import { Comparator, Model, Name, P, Quantity, StatusClass, Text, tokenize } from '../../lang/tokens.ts'
import { occurrencesOf } from './occurrences.ts'
import type { Snapshot } from './snapshot.ts'
import type { Occurrence, Target } from './target.ts'

/** The kinds of words, in the order in which the protocol numbers them. */
export const tokenTypes = [
  'keyword',
  'comment',
  'string',
  'number',
  'operator',
  'variable',
  'function',
  'parameter',
  'property',
  'method',
  'struct',
  'namespace',
  'enumMember',
  'class',
] as const

export const tokenModifiers = ['declaration', 'readonly', 'deprecated', 'defaultLibrary'] as const

/** One coloured word. */
export interface SemanticToken {
  readonly start: number
  readonly length: number
  readonly type: (typeof tokenTypes)[number]
  readonly modifiers: readonly (typeof tokenModifiers)[number][]
}

/** The words of a file by what they mean: a name is coloured as what it stands for, a keyword only where it is one. */
export function semanticTokensOf(snapshot: Snapshot, file: string): readonly SemanticToken[] {
  const { tokens, comments } = tokenize(snapshot.input.sources.get(file) ?? '')
  const meanings = new Map(
    (occurrencesOf(snapshot).get(file) ?? []).map((each) => [each.span.start, each] as const),
  )
  const words = tokens.flatMap((token) => semanticToken(token, meanings))
  const remarks = comments.map((comment) => plain(comment, 'comment'))
  return [...words, ...remarks].toSorted((a, b) => a.start - b.start)
}

function semanticToken(token: IToken, meanings: ReadonlyMap<number, Occurrence>): readonly SemanticToken[] {
  const meaning = meanings.get(token.startOffset)
  if (meaning !== undefined && token.tokenType !== Text) return meant(token, meaning, meanings)
  const type = typeOfToken(token)
  return type === undefined ? [] : [plain(token, type)]
}

/** A name with dots is several words, each with its own meaning. */
function meant(
  token: IToken,
  { span, target, role }: Occurrence,
  meanings: ReadonlyMap<number, Occurrence>,
): readonly SemanticToken[] {
  const first: SemanticToken = {
    start: span.start,
    length: span.end - span.start,
    type: typeOfTarget(target),
    modifiers: modifiersOf(target, role),
  }
  const end = token.startOffset + token.image.length
  if (span.end >= end) return [first]
  const rest = meanings.get(span.end + 1)
  if (rest !== undefined) return [first, ...meant(token, rest, meanings)]
  const start = span.end + 1
  return [first, { start, length: end - start, type: 'property', modifiers: [] }]
}

const plain = ({ startOffset, image }: IToken, type: SemanticToken['type']): SemanticToken => ({
  start: startOffset,
  length: image.length,
  type,
  modifiers: [],
})

const operators = new Set([P.Arrow, P.Plus, P.Minus, P.Is])

function typeOfToken({ tokenType }: IToken): SemanticToken['type'] | undefined {
  if (tokenType === Text) return 'string'
  if (tokenType === Model) return 'class'
  if (tokenType === Quantity || tokenType === StatusClass) return 'number'
  if (operators.has(tokenType) || (tokenType.CATEGORIES ?? []).includes(Comparator)) return 'operator'
  return tokenType !== Name && tokenType.name.startsWith('Kw_') ? 'keyword' : undefined
}

function typeOfTarget(target: Target): SemanticToken['type'] {
  switch (target.kind) {
    case 'declared':
      return target.node.kind === 'Pred' ? 'function' : 'variable'
    case 'rule':
      return 'method'
    case 'meter':
      return 'struct'
    case 'include':
      return 'namespace'
    case 'fact':
      return 'parameter'
    case 'property':
      return 'property'
    case 'word':
    case 'failure':
      return 'enumMember'
    case 'model':
      return 'class'
    case 'family':
    case 'file':
      return 'string'
  }
}

function modifiersOf(target: Target, role: Occurrence['role']): SemanticToken['modifiers'] {
  return [
    ...(role === 'declaration' ? (['declaration'] as const) : []),
    ...(target.kind === 'declared' ? (['readonly'] as const) : []),
    ...(isDeprecated(target) ? (['deprecated'] as const) : []),
    ...(target.kind === 'fact' && target.at === undefined ? (['defaultLibrary'] as const) : []),
  ]
}

const isDeprecated = (target: Target): boolean =>
  (target.kind === 'declared' && target.node.deprecated !== undefined) ||
  (target.kind === 'fact' && target.row.deprecated !== undefined)
