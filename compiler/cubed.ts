import { byTable, type TableName } from '../core/tables.ts'
import { classesOf, type Space, type TooManyGlobs } from './classes.ts'
import type { Cube } from './cube.ts'
import { type Cubes, cubesOf } from './cubes.ts'
import { type Steps, uncovered } from './cover.ts'
import { type PolicyRule, ruleIndices } from './rules.ts'
import type { Cond, Policy, RuleOfTable } from './typed.ts'

/** A rule and the requests that its condition takes. */
export interface CubedRule<R extends PolicyRule = PolicyRule> {
  readonly rule: R
  /** Its index in the artifact. */
  readonly index: number
  /** None: no request meets the condition. */
  readonly cubes: readonly Cube[]
}

/** A policy whose every condition is a union of cubes: what analyses ask questions of, and what emit lays out. */
export interface CubedPolicy extends CubedTables {
  readonly policy: Policy
  readonly space: Space
}

type CubedTables = { readonly [T in TableName]: readonly CubedRule<RuleOfTable[T]>[] }

/** A rule that would need more cubes than the cap. */
export interface OversizedRule {
  readonly rule: PolicyRule
  readonly found: Extract<Cubes, { kind: 'too-many' }>
}

/** The policy in cubes, or what is too large to be written so. */
export type Cubing =
  | { readonly kind: 'cubed'; readonly cubed: CubedPolicy }
  | {
      readonly kind: 'too-large'
      readonly rules: readonly OversizedRule[]
      readonly globs: readonly TooManyGlobs[]
    }

/**
 * Steps 1 and 2 of the checker for a whole policy: facts into classes, conditions into cubes. The classes tell apart what
 * the policy's rules do, and what the conditions `beside` it do, which a question about the policy may ask.
 */
export function cubePolicy(policy: Policy, beside: readonly Cond[] = []): Cubing {
  const { space, tooManyGlobs } = classesOf(policy, beside)
  const oversized: OversizedRule[] = []
  const indices = ruleIndices(policy)
  const cubed = (rule: PolicyRule): CubedRule => {
    const found = cubesOf(rule.condition, space)
    if (found.kind === 'too-many') oversized.push({ rule, found })
    const cubes = found.kind === 'cubes' ? possible(found.cubes, space) : []
    return { rule, index: indices.get(rule) ?? -1, cubes }
  }
  const tables = byTable((name) => (policy[name] as readonly PolicyRule[]).map(cubed)) as CubedTables
  if (oversized.length > 0 || tooManyGlobs.length > 0)
    return { kind: 'too-large', rules: oversized, globs: tooManyGlobs }
  return { kind: 'cubed', cubed: { policy, space, ...tables } }
}

/** The cubes of a condition that some request can be in; `undefined` when they are too many. */
export function possibleCubes(condition: Cond, space: Space): readonly Cube[] | undefined {
  const found = cubesOf(condition, space)
  return found.kind === 'cubes' ? possible(found.cubes, space) : undefined
}

function possible(cubes: readonly Cube[], space: Space): readonly Cube[] {
  return cubes.filter((cube) => isPossible(cube, space))
}

/** More than any set of literals of one prompt needs; past it a cube counts as possible, which is never unsafe. */
const possibleStepsMax = 10_000

function isPossible(cube: Cube, space: Space): boolean {
  if (space.impossible.length === 0) return true
  const steps: Steps = { left: possibleStepsMax }
  return uncovered(space, cube, space.impossible, steps).kind !== 'covered'
}
