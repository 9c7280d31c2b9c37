import type { IToken, TokenType } from 'chevrotain'
import type { FactRow } from '../../core/types.ts'
import { Comparator, K, P, RowBar } from '../../lang/tokens.ts'
import { modelPropertyRows } from '../model-properties.ts'
import type { ModuleScope } from './module-scope.ts'
import type { Snapshot } from './snapshot.ts'
import { meterFactsIn } from './vocabulary.ts'

/** A place where the grammar could take a token: what it is inside of, and what stands before. */
export interface Site {
  readonly snapshot: Snapshot
  readonly scope: ModuleScope
  /** The token that could be taken. */
  readonly type: TokenType
  /** Rules of the grammar, outermost first. */
  readonly rules: readonly string[]
  /** The row or declaration so far. */
  readonly tokens: readonly IToken[]
  /** Whether the cursor stands in double quotes. */
  readonly inText: boolean
}

export const innermost = ({ rules }: Site): string => rules.at(-1) ?? ''

/** The nearest of some rules that the site is inside of. */
export const nearest = ({ rules }: Site, ...names: readonly string[]): string | undefined =>
  rules.findLast((rule) => names.includes(rule))

/** Whether the site asks about models (`SET where …`) rather than about a request. */
export const isInFilter = ({ rules }: Site): boolean =>
  rules.includes('set') && rules.lastIndexOf('condition') > rules.lastIndexOf('set')

/** What a subject may be here: facts, or the properties of models. */
export function vocabularyOf(site: Site): ReadonlyMap<string, FactRow> {
  if (isInFilter(site)) return modelPropertyRows
  return new Map([...site.snapshot.modules.facts, ...meterFactsIn(site.snapshot, site.scope)])
}

const operators = new Set<TokenType>([K.in, K.like, K.contains])

const isOperator = ({ tokenType }: IToken): boolean =>
  operators.has(tokenType) || (tokenType.CATEGORIES ?? []).includes(Comparator)

/** The fact that the value at the site is for: of the comparison, of `given`, or of the column. */
export function factOf(site: Site): FactRow | undefined {
  const name = subjectOf(site)
  return name === undefined ? undefined : vocabularyOf(site).get(name)
}

function subjectOf(site: Site): string | undefined {
  const { tokens, rules } = site
  if (rules.includes('inputCell')) return columnsOf(tokens)[0][columnAt(tokens)]
  if (rules.includes('givenFact'))
    return tokens[tokens.findLastIndex((each) => each.tokenType === P.Is) - 1]?.image
  const operator = tokens.findLastIndex(isOperator)
  const isNegated = tokens[operator - 1]?.tokenType === K.not
  return tokens[operator - (isNegated ? 2 : 1)]?.image
}

/** The fact whose operator is asked for: the last word. */
export const factBefore = (site: Site): FactRow | undefined =>
  vocabularyOf(site).get(site.tokens.at(-1)?.image ?? '')

/** The names over the columns of a test table: those that are given, and those that are expected. */
export function columnsOf(tokens: readonly IToken[]): readonly [readonly string[], readonly string[]] {
  const start = tokens.findIndex(({ tokenType }) => tokenType === RowBar)
  const after = tokens.findIndex(({ tokenType }, index) => index > start && tokenType === RowBar)
  const heading = tokens.slice(start + 1, after < 0 ? undefined : after)
  const bars = heading.findIndex(({ tokenType }) => tokenType === P.Bars)
  const names = (part: readonly IToken[]): readonly string[] =>
    part.filter(({ tokenType }) => tokenType !== P.Bar).map(({ image }) => image)
  return bars < 0 ? [names(heading), []] : [names(heading.slice(0, bars)), names(heading.slice(bars + 1))]
}

/** In which column of its side of the row the site is. */
export function columnAt(tokens: readonly IToken[]): number {
  const from = tokens.findLastIndex(({ tokenType }) => tokenType === RowBar || tokenType === P.Bars)
  return tokens.slice(from).filter(({ tokenType }) => tokenType === P.Bar).length
}
