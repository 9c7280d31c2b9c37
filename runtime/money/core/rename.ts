import { counterKey, limitKey } from './meters.ts'
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
  const meter = state.aliases.get(from) ?? from
  const own = state.aliases.get(to) ?? to
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

function moveCounter(state: MoneyState, counter: Counter, name: string): readonly Row[] {
  const { of, period, label } = counter
  state.counters.delete(counterKey(counter.name, of, period, label))
  const key = counterKey(name, of, period, label)
  const into = state.counters.get(key)
  state.unwritten.add(into ?? counter)
  counter.name = name
  if (into === undefined) {
    state.counters.set(key, counter)
    return []
  }
  into.certainNanos += counter.certainNanos
  into.uncertainNanos += counter.uncertainNanos
  into.heldNanos += counter.heldNanos
  into.warned = Math.max(into.warned, counter.warned)
  into.written = true
  counter.mergedInto = into
  state.unwritten.delete(counter)
  return [meterRow(counter), { kind: 'merged', from: counter.id, into: into.id }]
}

function moveLimit(state: MoneyState, limit: LimitMeter, name: string): readonly Row[] {
  const { of, counts, windowMs } = limit
  state.limits.delete(limitKey(limit.name, of, counts, windowMs))
  const key = limitKey(name, of, counts, windowMs)
  const into = state.limits.get(key)
  state.unwritten.add(into ?? limit)
  limit.name = name
  if (into === undefined) {
    state.limits.set(key, limit)
    return []
  }
  for (const [atMs, amount] of limit.window.entries()) into.window.add(atMs, amount)
  into.places += limit.places
  into.written = true
  limit.mergedInto = into
  state.unwritten.delete(limit)
  return [meterRow(limit), { kind: 'merged', from: limit.id, into: into.id }]
}
