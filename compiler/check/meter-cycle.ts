import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { atomsOf } from '../classes.ts'
import type { BudgetRule, LimitRule } from '../typed.ts'
import { add, type Checking } from './checking.ts'

type MeterRule = BudgetRule | LimitRule

/** A budget or limit whose condition asks about another one. */
interface Edge {
  readonly to: string
  readonly at: Span
}

/** Reports budgets and limits whose conditions ask about each other in a circle: none of them could be decided first. */
export function findMeterCycles(c: Checking, rules: readonly MeterRule[]): void {
  const edges = new Map(rules.map((rule) => [rule.name, edgesOf(rule)]))
  const settled = new Set<string>()
  for (const { name } of rules) follow(c, edges, name, [], settled)
}

function edgesOf({ condition }: MeterRule): readonly Edge[] {
  return atomsOf(condition).flatMap(({ fact: { origin }, span }) =>
    origin.kind === 'meter' ? [{ to: origin.name, at: span }] : [],
  )
}

function follow(
  c: Checking,
  edges: ReadonlyMap<string, readonly Edge[]>,
  name: string,
  way: readonly string[],
  settled: Set<string>,
): void {
  if (settled.has(name)) return
  for (const { to, at } of edges.get(name) ?? []) {
    const chain = [...way, name]
    const start = chain.indexOf(to)
    if (start === -1) follow(c, edges, to, chain, settled)
    else tell(c, [...chain.slice(start), to], at)
  }
  settled.add(name)
}

function tell(c: Checking, chain: readonly string[], at: Span): void {
  const notes = [help('ask in a rule of `route` or `guard`, which may look at every budget and limit')]
  add(c, report('GWC1405', { chain }, at, { label: 'leads back', notes }))
}
