import { byTable } from '../../core/tables.ts'
import { atom as checkedAtom } from '../../compiler/check/atom.ts'
import { builtinFacts } from '../../core/facts.ts'
import type { FactRow } from '../../core/types.ts'
import type { Span } from '../../lang/span.ts'
import type { AttemptAction, LogAction, ShapeAction } from '../../schemas/generated/decision-table.ts'
import type {
  Atom,
  AttemptRule,
  BudgetRule,
  CacheRule,
  Cond,
  GuardRule,
  LogRule,
  LimitRule,
  Policy,
  RouteRule,
  ShapeRule,
  Test,
  TypedStage,
} from '../../compiler/typed.ts'

/** A span that tells where in a made-up file something would stand. */
export const spanAt = (start: number, end = start + 1): Span => ({ file: 'main.route', start, end })

const nowhere = spanAt(0)

const rows = new Map(builtinFacts.map((row) => [row.name, row]))

/** The row of a built-in fact. */
export function factRow(name: string): FactRow {
  const row = rows.get(name)
  if (row === undefined) throw new Error(`no built-in fact ${name}`)
  return row
}

export const atom = (fact: string | FactRow, test: Test): Atom =>
  checkedAtom(typeof fact === 'string' ? factRow(fact) : fact, test, nowhere)

export const flag = (fact: string): Atom => atom(fact, { kind: 'flag' })
export const is = (fact: string | FactRow, ...values: string[]): Atom =>
  atom(fact, { kind: 'member', values })
export const like = (fact: string | FactRow, pattern: string): Atom => atom(fact, { kind: 'glob', pattern })
export const has = (fact: string | FactRow): Atom => atom(fact, { kind: 'present' })
export const finds = (fact: string | FactRow, literal: string): Atom =>
  atom(fact, { kind: 'contains', literal })

export type Op = Extract<Test, { kind: 'compare' }>['op']

export const compare = (fact: string | FactRow, op: Op, value: number): Atom =>
  atom(fact, { kind: 'compare', op, value })

export const all = (...operands: Cond[]): Cond => ({ kind: 'all', operands, span: nowhere })
export const any = (...operands: Cond[]): Cond => ({ kind: 'any', operands, span: nowhere })
export const not = (operand: Cond): Cond => ({ kind: 'not', operand, span: nowhere })
export const always: Cond = all()

export const useModel = (model: string): TypedStage => ({
  span: nowhere,
  pick: 'model',
  models: [model],
  on: [],
  shown: model,
})

/** One row of a table; the default when it has no condition. */
const base = (name: string, condition: Cond | undefined) => ({
  name,
  span: nowhere,
  at: nowhere,
  condition: condition ?? always,
  isDefault: condition === undefined,
})

export const route = (name: string, condition: Cond | undefined, ...models: string[]): RouteRule => ({
  ...base(name, condition),
  stages: models.map(useModel),
})

export const deny = (name: string, condition: Cond): GuardRule => ({
  ...base(name, condition),
  action: { kind: 'deny', message: `${name} says no`, status: 403 },
})

export const neverUse = (name: string, condition: Cond, ...models: string[]): GuardRule => ({
  ...base(name, condition),
  action: { kind: 'never-use', models },
})

export const cache = (name: string, condition: Cond | undefined, ttlMs: number): CacheRule => ({
  ...base(name, condition),
  action: { kind: 'cache', mode: ttlMs === 0 ? 'off' : 'exact', ttlMs, within: 'team' },
})

export const budget = (name: string, condition: Cond | undefined, amountNanos: number): BudgetRule => ({
  ...base(name, condition),
  action: {
    kind: 'budget',
    name,
    amountNanos,
    period: 'month',
    dimension: { fact: 'team' },
    soft: false,
    fit: false,
    warnAtBasisPoints: [],
  },
})

export const limit = (name: string, condition: Cond | undefined, amount: number): LimitRule => ({
  ...base(name, condition),
  action: {
    kind: 'limit',
    name,
    of: 'requests',
    amount,
    period: 'minute',
    soft: false,
    warnAtBasisPoints: [],
  },
})

const deadlines: AttemptAction = {
  kind: 'attempt',
  connectMs: 1_000,
  firstTokenMs: 20_000,
  idleMs: 30_000,
  totalMs: 120_000,
  retries: 1,
  backoffMinMs: 200,
  backoffMaxMs: 5_000,
  ambiguous: 'never',
  abort: 'cancel',
}

export const attempt = (name: string, condition: Cond | undefined, totalMs: number): AttemptRule => ({
  ...base(name, condition),
  action: { ...deadlines, totalMs },
})

export const shape = (
  name: string,
  condition: Cond | undefined,
  rest: Omit<ShapeAction, 'kind'>,
): ShapeRule => ({
  ...base(name, condition),
  action: { kind: 'shape', ...rest },
})

export const log = (name: string, condition: Cond | undefined, level: LogAction['level']): LogRule => ({
  ...base(name, condition),
  action: { kind: 'log', level, sample: level === 'content' ? 500 : 10_000 },
})

/** A split by a fact, of models in shares of basis points. */
export const split = (
  fact: string,
  ...arms: readonly (readonly [share: number, model: string])[]
): TypedStage => ({
  span: nowhere,
  pick: 'split',
  models: arms.map(([, model]) => model),
  split: { fact: factRow(fact), salt: undefined, arms: arms.map(([share, model]) => ({ share, model })) },
  on: [],
  shown: `split by ${fact} {${arms.map(([share, model]) => `${share / 100}% ${model}`).join(', ')}}`,
})

export const servedModels = [
  'anthropic/claude-opus-4.8',
  'anthropic/claude-sonnet-4.6',
  'openai/gpt-4.1',
  'openai/gpt-4.1-mini',
] as const

export const servedEmbeddings = ['openai/text-embedding-3-small', 'azure/text-embedding-3-small'] as const

/** A policy of the given rows; each rule's span is its place in its table, so that provenance tells them apart. */
export function policyOf(parts: Partial<Policy>): Policy {
  const facts = new Map([...rows, ...(parts.facts ?? [])])
  return {
    root: 'main.route',
    zone: 'UTC',
    served: servedModels,
    servedEmbeddings,
    affinity: undefined,
    ...byTable(() => []),
    assertions: [],
    tests: [],
    ...parts,
    facts,
  }
}
