import { counterKey, limitKey, meterName } from './meters.ts'
import { done } from './decided.ts'
import type { Decided } from './decided.ts'
import type { Row } from './rows.ts'
import { meterRow } from './take-unwritten.ts'
import type { Counter, LimitMeter, MoneyState } from './state.ts'

/**
 * Lets a budget or limit go on under another name: both names mean one meter from now on, so that a policy which is rolled
 * back finds its usage too. What the new name had counted of its own is added to it.
 */
export function rename(state: MoneyState, from: string, to: string): Decided {
  const meter = meterName(state, from)
  const own = meterName(state, to)
  if (own === meter) return done
  const rows: Row[] = [{ kind: 'alias', name: to, meter }]
  state.aliases.set(to, meter)
  for (const [name, named] of state.aliases)
    if (named === own) {
      state.aliases.set(name, meter)
      rows.push({ kind: 'alias', name, meter })
    }
  state.aliases.delete(meter)
  for (const counter of state.counters.values())
    if (counter.name === own) rows.push(...moveCounter(state, counter, meter))
  for (const limit of state.limits.values())
    if (limit.name === own) rows.push(...moveLimit(state, limit, meter))
  return { answer: { kind: 'done' }, rows }
}

function moveCounter({ counters, unwritten }: MoneyState, counter: Counter, name: string): readonly Row[] {
  const { of, period, label } = counter
  const keyOf = (called: string): string => counterKey(called, of, period, label)
  const into = takeName(counters, counter, name, keyOf)
  unwritten.add(into ?? counter)
  if (into === undefined) return []
  into.certainNanos += counter.certainNanos
  into.uncertainNanos += counter.uncertainNanos
  into.heldNanos += counter.heldNanos
  into.warned = Math.max(into.warned, counter.warned)
  counter.mergedInto = into
  return merged(unwritten, counter, into)
}

function moveLimit({ limits, unwritten }: MoneyState, limit: LimitMeter, name: string): readonly Row[] {
  const { of, counts, windowMs } = limit
  const keyOf = (called: string): string => limitKey(called, of, counts, windowMs)
  const into = takeName(limits, limit, name, keyOf)
  unwritten.add(into ?? limit)
  if (into === undefined) return []
  for (const [atMs, amount] of limit.window.entries()) into.window.add(atMs, amount)
  into.places += limit.places
  limit.mergedInto = into
  return merged(unwritten, limit, into)
}

/** Puts a meter where its new name belongs; the meter that stands there already, where there is one. */
function takeName<Meter extends Counter | LimitMeter>(
  meters: Map<string, Meter>,
  meter: Meter,
  name: string,
  keyOf: (name: string) => string,
): Meter | undefined {
  meters.delete(keyOf(meter.name))
  const into = meters.get(keyOf(name))
  meter.name = name
  if (into === undefined) meters.set(keyOf(name), meter)
  return into
}

/** Rows refer to a meter that counts on as another. */
function merged(
  unwritten: MoneyState['unwritten'],
  from: Counter | LimitMeter,
  into: Counter | LimitMeter,
): readonly Row[] {
  into.written = true
  unwritten.delete(from)
  return [meterRow(from), { kind: 'merged', from: from.id, into: into.id }]
}
