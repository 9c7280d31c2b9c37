import type { FactRow } from '../../core/types.ts'
import { collectMeters, type DeclaredMeter } from '../check/meters.ts'
import type { ModuleScope } from './module-scope.ts'
import type { Snapshot } from './snapshot.ts'

const known = new WeakMap<Snapshot, ReadonlyMap<string, DeclaredMeter>>()

function metersOf(snapshot: Snapshot): ReadonlyMap<string, DeclaredMeter> {
  const found = known.get(snapshot) ?? collectMeters(snapshot.modules.root)
  known.set(snapshot, found)
  return found
}

/** Facts of budgets and limits as a file writes them: its own and those around it without their prefix. */
export function meterFactsIn(snapshot: Snapshot, scope: ModuleScope): ReadonlyMap<string, FactRow> {
  const prefixes: string[] = []
  for (let each: ModuleScope | undefined = scope; each !== undefined; each = each.around)
    prefixes.push(each.module.prefix)
  const found = new Map<string, FactRow>()
  for (const [name, { facts }] of metersOf(snapshot)) {
    const prefix = prefixes.find((each) => name.startsWith(each)) ?? ''
    for (const [part, row] of facts) found.set(`${name.slice(prefix.length)}.${part}`, row)
  }
  return found
}
