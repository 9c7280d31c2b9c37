import { isClaim } from '../../core/claims.ts'
import type { FactRow } from '../../core/types.ts'
import type { Note, Witness } from '../../lang/diagnostic.ts'
import { help } from '../../lang/report.ts'
import { type Steps, uncovered } from '../cover.ts'
import { type Cube, meet } from '../cube.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import { type Decisions, decisionsOf } from '../decided.ts'
import { showValue } from '../show.ts'
import type { Policy } from '../typed.ts'
import { carrying, type Twice, twice } from '../twice.ts'
import { witnessOf } from '../witness.ts'

/** Two requests that differ in what the client claims alone. */
export interface Pair {
  readonly first: Witness
  readonly second: Witness
}

export type FoundPair =
  | { readonly kind: 'pair'; readonly pair: Pair }
  | { readonly kind: 'none' }
  | { readonly kind: 'unproven' }

/** One side of a pair: in one of the cubes, and in none of those that lie before. */
export interface Side {
  readonly cubes: readonly Cube[]
  readonly before: (part: Cube) => readonly Cube[]
}

/** What the claims of a policy's requests can be asked about. */
export interface Claims {
  readonly route: Decisions
  /** Two requests, one of each side, that claims alone tell apart. */
  readonly find: (first: Side, second: Side, steps: Steps) => FoundPair
}

/** `undefined` where no condition of the policy tests a claim: then none gains anything. */
export function claimsOf(cubed: CubedPolicy): Claims | undefined {
  const pairs = twice(cubed.space, ({ fact }) => isClaim(fact))
  if (pairs === undefined) return undefined
  const carried = carrying(cubed.space, ({ fact }) => isClaim(fact))
  const route = decisionsOf(cubed, 'route')
  return { route, find: (first, second, steps) => find(cubed, pairs, carried, first, second, steps) }
}

/** The requests that a rule of the route decides. */
export function decidedBy({ route }: Claims, by: CubedRule): Side {
  return { cubes: by.cubes, before: route.before(by) }
}

function find(
  cubed: CubedPolicy,
  pairs: Twice,
  carried: Cube,
  first: Side,
  second: Side,
  steps: Steps,
): FoundPair {
  let isProven = true
  for (const one of first.cubes) {
    const mine = meet(one, carried)
    if (mine === undefined) continue
    for (const other of second.cubes) {
      const target = meet(mine, pairs.second(other))
      if (target === undefined) continue
      const sides = pairs.split(target)
      const taken = [...first.before(sides.first), ...second.before(sides.second).map(pairs.second)]
      const found = uncovered(pairs.space, target, [...pairs.space.impossible, ...taken], steps)
      if (found.kind === 'witness') return { kind: 'pair', pair: pairOf(cubed, pairs.split(found.cube)) }
      if (found.kind === 'unproven') isProven = false
    }
  }
  return { kind: isProven ? 'none' : 'unproven' }
}

function pairOf({ space }: CubedPolicy, cubes: ReturnType<Twice['split']>): Pair {
  return { first: witnessOf(space, cubes.first), second: witnessOf(space, cubes.second) }
}

/** The pair with no more claims changed than it takes: `still` says whether a second request shows the finding. */
export function withFewestClaims(
  { facts }: Policy,
  { first, second }: Pair,
  still: (second: Witness) => boolean,
): Pair {
  const fewest = differing(facts, first, second).reduce((left, { name }) => {
    const mine = first[name]
    const others = Object.fromEntries(Object.entries(left).filter(([fact]) => fact !== name))
    const fewer: Witness = mine === undefined ? others : { ...others, [name]: mine }
    return still(fewer) ? fewer : left
  }, second)
  return { first, second: fewest }
}

/** What the second request claims otherwise, as a policy spells it: `data_class = "none"`; and the facts. */
export function claimsIn({ facts }: Policy, { first, second }: Pair): Claimed {
  const claimed = differing(facts, first, second)
  const words = claimed.map((fact) => {
    const value = second[fact.name] ?? fact.default
    return value === undefined ? `nothing of ${fact.name}` : `${fact.name} = ${showValue(fact, value)}`
  })
  return { words: words.join(' and '), isDeclared: claimed.some(({ origin }) => origin.kind !== 'builtin') }
}

export interface Claimed {
  readonly words: string
  /** Whether one of the facts is declared in a facts file, where it can be vouched for. */
  readonly isDeclared: boolean
}

function differing(facts: Policy['facts'], first: Witness, second: Witness): readonly FactRow[] {
  return [...facts.values()].filter(
    ({ name }) => JSON.stringify(first[name]) !== JSON.stringify(second[name]),
  )
}

/** What helps against claims. */
export function againstClaims({ isDeclared }: Claimed, otherwise = ''): Note {
  const vouched = isDeclared
    ? '; where something of your own sets the header, say `"trusted": true` in the facts file'
    : ''
  return help(`decide by facts of the key (\`"from": "key:…"\`)${otherwise}${vouched}`)
}
