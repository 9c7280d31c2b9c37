import type { Ledger, LedgerColumn, LedgerFilter, Spend, SumsByClass } from '../../runtime/money/ledger.ts'

/** By what spend is told apart: a column of the ledger, and what of its value is told. */
interface Dimension {
  readonly column: LedgerColumn
  readonly tell?: (value: string) => string
}

export const dimensions = {
  org: { column: 'org' },
  team: { column: 'team' },
  project: { column: 'project' },
  developer: { column: 'developer' },
  key: { column: 'key' },
  model: { column: 'model' },
  provider: { column: 'provider' },
  account: { column: 'account' },
  rule: { column: 'rule' },
  outcome: { column: 'outcome' },
  cache: { column: 'cache', tell: (part) => (part === '' ? 'none' : part) },
  day: { column: 'day' },
  month: { column: 'day', tell: (day) => day.slice(0, 7) },
} as const satisfies Readonly<Record<string, Dimension>>

export type DimensionName = keyof typeof dimensions

export const isDimension = (word: string): word is DimensionName => Object.hasOwn(dimensions, word)

/** What one group of attempts came to. Amounts are nano-dollars. */
export interface SpendRow extends Omit<Spend, 'group'> {
  /** Values in the order that was asked for; empty where the attempts lack one. */
  readonly group: readonly string[]
}

/** What was spent by these dimensions, dearest first; of those that cost nothing what saved most. */
export function spendBy(
  ledger: Pick<Ledger, 'spend'>,
  names: readonly DimensionName[],
  filter: LedgerFilter,
): readonly SpendRow[] {
  const asked: readonly Dimension[] = names.map((name) => dimensions[name])
  const groups = new Map<string, SpendRow>()
  for (const spend of ledger.spend([...new Set(asked.map(({ column }) => column))], filter)) {
    const group = asked.map(({ column, tell }) => told(spend.group[column] ?? '', tell))
    const name = JSON.stringify(group)
    groups.set(name, joined(groups.get(name), { ...spend, group }))
  }
  return [...groups.values()].toSorted((a, b) =>
    Number(totalOf(b) - totalOf(a) || b.savedNanos - a.savedNanos),
  )
}

const told = (value: string, tell: Dimension['tell']): string => (tell === undefined ? value : tell(value))

/** What is certain and what is not. */
export const totalOf = ({ certainNanos, uncertainNanos }: SpendRow): bigint => certainNanos + uncertainNanos

function joined(one: SpendRow | undefined, other: SpendRow): SpendRow {
  if (one === undefined) return other
  return {
    group: one.group,
    attempts: one.attempts + other.attempts,
    certainNanos: one.certainNanos + other.certainNanos,
    uncertainNanos: one.uncertainNanos + other.uncertainNanos,
    savedNanos: one.savedNanos + other.savedNanos,
    savedTokens: one.savedTokens + other.savedTokens,
    tokens: together(one.tokens, other.tokens),
    cost: together(one.cost, other.cost),
  }
}

function together(one: SumsByClass, other: SumsByClass): SumsByClass {
  const names = Object.keys(one) as (keyof SumsByClass)[]
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as SumsByClass
}
