import type { Witness } from '../diagnostic.ts'

/** A request that shows a finding, as facts in base units: `team="interns" input_tokens=32001`. */
export function showWitness(witness: Witness): string {
  const facts = Object.entries(witness).map(([fact, value]) => `${fact}=${JSON.stringify(value)}`)
  return facts.length === 0 ? 'any request' : facts.join(' ')
}
