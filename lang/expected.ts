import {
  Alternation,
  type IProduction,
  type IToken,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  tokenMatcher,
  type TokenType,
} from 'chevrotain'
import { productionOf, type StartRule } from './grammar-run.ts'

/** A token that the grammar could take next, and the rules it would be inside of, outermost first. */
export interface Expected {
  readonly type: TokenType
  readonly rules: readonly string[]
}

/** Longer beginnings are not followed: the walk goes as deep as they are long. */
const tokensMax = 500

/**
 * What may follow the beginning of something that a rule of the grammar takes: the grammar itself, walked along the
 * tokens. Gates count as open. Nothing when the beginning does not fit.
 */
export function expectedAfter(rule: StartRule, tokens: readonly IToken[]): readonly Expected[] {
  if (tokens.length > tokensMax) return []
  const found = new Map<string, Expected>()
  const reach = (type: TokenType, rules: readonly string[]): void => {
    found.set(`${type.name} ${rules.join(' ')}`, { type, rules })
  }
  walkAll(productionOf(rule).definition, { tokens, reach, rules: [rule] }, 0, () => undefined)
  return [...found.values()]
}

interface Way {
  readonly tokens: readonly IToken[]
  readonly reach: (type: TokenType, rules: readonly string[]) => void
  readonly rules: readonly string[]
}

type Then = (at: number) => void

/** Walks productions one after the other from the token `at`, each way that fits, and goes on with `then` behind them. */
function walkAll(productions: readonly IProduction[], way: Way, at: number, then: Then): void {
  const [first, ...rest] = productions
  if (first === undefined) return then(at)
  walk(first, way, at, (next) => walkAll(rest, way, next, then))
}

function walk(production: IProduction, way: Way, at: number, then: Then): void {
  if (production instanceof Terminal) return take(production.terminalType, way, at, then)
  if (production instanceof NonTerminal) {
    const { name, definition } = production.referencedRule
    return walkAll(definition, { ...way, rules: [...way.rules, name] }, at, then)
  }
  if (production instanceof Alternation) {
    for (const alternative of production.definition) walk(alternative, way, at, then)
    return
  }
  const { definition } = production as Option
  if (production instanceof Option || production instanceof Repetition) then(at)
  else if (production instanceof RepetitionWithSeparator) then(at)
  walkAll(
    definition,
    way,
    at,
    isRepeated(production) ? (next) => again(production, way, at, next, then) : then,
  )
}

type Repeated = Repetition | RepetitionMandatory | RepetitionWithSeparator | RepetitionMandatoryWithSeparator

const isRepeated = (production: IProduction): production is Repeated =>
  production instanceof Repetition ||
  production instanceof RepetitionMandatory ||
  production instanceof RepetitionWithSeparator ||
  production instanceof RepetitionMandatoryWithSeparator

/** After one turn of a repetition: what follows it, or another turn. A turn that took nothing is not repeated. */
function again(production: Repeated, way: Way, from: number, at: number, then: Then): void {
  then(at)
  if (at === from) return
  const turn: Then = (next) =>
    walkAll(production.definition, way, next, (end) => again(production, way, next, end, then))
  if ('separator' in production) take(production.separator, way, at, turn)
  else turn(at)
}

function take(type: TokenType, way: Way, at: number, then: Then): void {
  const token = way.tokens[at]
  if (token === undefined) way.reach(type, way.rules)
  else if (tokenMatcher(token, type)) then(at + 1)
}
