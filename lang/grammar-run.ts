import type { CstNode, IRecognitionException, IToken, Rule } from 'chevrotain'
import type * as cst from './generated/cst.ts'
import { RouteParser } from './grammar.ts'

/** The rules of the grammar that texts and rows are parsed with, and the tree each makes. */
export interface StartRules {
  readonly file: cst.FileCstNode
  readonly version: cst.VersionCstNode
  readonly item: cst.ItemCstNode
  readonly guardRow: cst.GuardRowCstNode
  readonly routeItem: cst.RouteItemCstNode
  readonly cacheRow: cst.CacheRowCstNode
  readonly attemptRow: cst.AttemptRowCstNode
  readonly shapeRow: cst.ShapeRowCstNode
  readonly logRow: cst.LogRowCstNode
  readonly given: cst.GivenCstNode
  readonly expectation: cst.ExpectationCstNode
  readonly testHeader: cst.TestHeaderCstNode
  readonly testRow: cst.TestRowCstNode
  readonly property: cst.PropertyCstNode
  readonly condition: cst.ConditionCstNode
}

export type StartRule = keyof StartRules

export type Run<R extends StartRule> =
  | { readonly kind: 'accepted'; readonly tree: StartRules[R] }
  | { readonly kind: 'stopped'; readonly error: IRecognitionException; readonly index: number }

let parser: RouteParser | undefined

/** Parses all the tokens with one rule of the grammar; says where it stopped when they do not fit. */
export function run<R extends StartRule>(rule: R, tokens: readonly IToken[]): Run<R> {
  const parser = theParser()
  parser.input = tokens as IToken[]
  const parseRule: () => CstNode = parser[rule].bind(parser)
  const tree = parseRule()
  const [error] = parser.errors
  if (!error) return { kind: 'accepted', tree: tree as StartRules[R] }
  const at = tokens.indexOf(error.token)
  return { kind: 'stopped', error, index: at < 0 ? tokens.length : at }
}

/** A rule of the grammar as data. */
export function productionOf(rule: StartRule): Rule {
  const production = theParser().getGAstProductions()[rule]
  if (production === undefined) throw new Error(`the grammar has no rule ${rule}`)
  return production
}

/** The grammar is built when the first text is parsed: a command that parses none does not wait for it. */
function theParser(): RouteParser {
  parser ??= new RouteParser({ skipValidations: true })
  return parser
}
