import { sourceValue } from '../core/derived-fact.ts'
import { holds } from '../compiler/holds.ts'
import type { Policy } from '../compiler/typed.ts'
import type { Request } from './types.ts'

/**
 * A request in facts that stand for themselves: `used` and `left` of a budget said as what is spent of it.
 * @throws TypeError for a fact that the policy does not know, and for a share that no whole amount comes to.
 */
export const toSources = (policy: Policy, request: Request): Request =>
  Object.fromEntries(Object.entries(request).map(([name, value]) => onSource(policy, name, value)))

/** The facts that a request really has: nothing is spent of a budget, or counted by a limit, that does not apply to it. */
export function settle(policy: Policy, request: Request): Request {
  const facts = { ...request }
  const meters = [...policy.budget, ...policy.limit]
  // One may depend on another, never in a circle: as many rounds as there are of them settle all.
  for (const _ of meters)
    for (const { name, condition } of meters) if (!holds(condition, facts)) forget(policy, facts, name)
  return facts
}

type Entry = readonly [name: string, value: Request[string]]

function onSource(policy: Policy, name: string, value: Request[string]): Entry {
  const fact = policy.facts.get(name)
  if (fact === undefined)
    throw new TypeError(`${policy.root} knows no fact \`${name}\`; \`gwc facts\` lists all`)
  if (fact.derived === undefined || typeof value !== 'number') return [name, value]
  const source = sourceValue(fact.derived, value)
  if (source !== undefined) return [fact.derived.from.name, source]
  throw new TypeError(
    `no whole count of \`${fact.derived.from.name}\` comes to that; give it instead of \`${name}\``,
  )
}

function forget(policy: Policy, facts: Record<string, Request[string]>, meter: string): void {
  for (const name of Object.keys(facts)) {
    const origin = policy.facts.get(name)?.origin
    if (origin?.kind === 'meter' && origin.name === meter) delete facts[name]
  }
}
