import type { Policy } from '../compiler/typed.ts'
import type { FactValue } from '../core/types.ts'
import type { TrafficLogEntry } from '../schemas/generated/traffic-log.ts'

/**
 * The facts of a logged request, as far as the policy has them. What it lacked has its default; of a text the log tells which literals were found, and
 * a text of these alone holds the same ones.
 */
export function loggedFacts({ facts }: Policy, entry: TrafficLogEntry): Record<string, FactValue> {
  const known = Object.entries(entry.facts).filter(([name]) => facts.has(name))
  return Object.fromEntries(
    known.map(([name, value]) => {
      const isText = facts.get(name)?.type.kind === 'text'
      return [name, isText && Array.isArray(value) ? value.join('\u0000') : value]
    }),
  )
}
