import { difference } from './class-set.ts'
import type { Space } from './classes.ts'
import type { Cube } from './cube.ts'
import type { Facts } from './holds.ts'
import { embeddingsEndpoint, type RouteTable, type TableName } from '../core/tables.ts'
import type { Atom, Policy } from './typed.ts'

/** The table that says where a request goes: `route` governs generation, `route embeddings` the rest. */
export function routeTableOf(facts: Facts): RouteTable {
  return facts.endpoint === embeddingsEndpoint ? 'embeddings' : 'route'
}

/**
 * The test that tells the two kinds of traffic apart, where that matters: embeddings have a table of their own, or some
 * condition asks for `endpoint`.
 */
export function trafficTests(policy: Policy, atoms: readonly Atom[]): readonly Atom[] {
  const fact = policy.facts.get('endpoint')
  const matters = policy.embeddings.length > 0 || atoms.some((atom) => atom.fact === fact)
  if (fact === undefined || !matters) return []
  const span = { file: policy.root, start: 0, end: 0 }
  return [{ kind: 'atom', fact, test: { kind: 'member', values: [embeddingsEndpoint] }, span }]
}

/** The requests that a route table does not govern: those of the other one. None for the tables that serve both. */
export function otherTraffic({ axes }: Space, table: TableName): readonly Cube[] {
  if (table !== 'route' && table !== 'embeddings') return []
  const number = axes.findIndex(({ fact }) => fact.name === 'endpoint')
  const axis = axes[number]
  if (axis === undefined) return []
  const own = axis.passing({ kind: 'member', values: [embeddingsEndpoint] })
  return [[{ axis: number, set: table === 'route' ? own : difference(axis.full, own) }]]
}
