import { type Cubes, cubesOf } from '../cubes.ts'
import { type Region, without } from '../region.ts'
import type { Assertion } from '../typed.ts'
import { findAttempts, findTimes } from './attempting.ts'
import { findCaching, staysWithin } from './caching.ts'
import { findUncharged } from './charging.ts'
import { findCosts } from './costing.ts'
import { findAnswers, findDenials } from './denials.ts'
import { type Ground, saysTraffic } from './ground.ts'
import { assertionStepsMax, openQuestions, type Questions, requestsOf } from './questions.ts'
import { isReached } from './reaching.ts'
import { take } from './take.ts'
import { findLogging } from './logging.ts'
import { findJudges, findUses, type Forbids } from './uses.ts'
import type { Violation } from './violation.ts'

/** What becomes of an assertion. */
export type Verdict =
  | { readonly kind: 'holds' }
  /** No request meets its condition, so that it says nothing. */
  | { readonly kind: 'vacuous' }
  /** False, with a violation for each of the first rules that break it; `reachable` has none to show. */
  | { readonly kind: 'false'; readonly violations: readonly Violation[] }
  /** Its condition comes to too many cubes. */
  | Extract<Cubes, { readonly kind: 'too-many' }>
  | { readonly kind: 'unproven'; readonly steps: number }

/** More than are shown: the rest is told by the rules that were seen. */
const violationsMax = 4

/** Decides an assertion for all requests, primary and every fallback, by the cover check alone. */
export function decide(ground: Ground, assertion: Assertion, stepsMax = assertionStepsMax): Verdict {
  const found = cubesOf(assertion.condition, ground.space)
  if (found.kind === 'too-many') return found
  const q = openQuestions(ground, stepsMax)
  const others = saysTraffic(assertion.condition) ? [] : ground.otherTraffic
  const everywhere = found.cubes
    .map((cube): Region => ({ cube, outside: [...ground.impossible, ...others] }))
    .filter((region) => requestsOf(q, region) !== undefined)
  if (everywhere.length === 0) return q.isOpen ? { kind: 'unproven', steps: stepsMax } : { kind: 'vacuous' }
  const violations = [...take(violationsMax, findViolations(q, assertion, everywhere))]
  const isFalse = violations.length > 0 || !holdsSomewhere(q, assertion, everywhere)
  if (isFalse) return { kind: 'false', violations }
  return q.isOpen ? { kind: 'unproven', steps: stepsMax } : { kind: 'holds' }
}

/** Of `reachable` whether some request shows it; every other property is of all. What the cap leaves open is not false. */
function holdsSomewhere(q: Questions, { property }: Assertion, everywhere: readonly Region[]): boolean {
  return property.kind !== 'reachable' || isReached(q, property.rule, everywhere) || q.isOpen
}

function findViolations(
  q: Questions,
  { property }: Assertion,
  everywhere: readonly Region[],
): Iterable<Violation> {
  const regions = everywhere.map((region) => without(region, q.ground.denied))
  switch (property.kind) {
    case 'never-use':
      return findUsers(q, regions, (model) => property.models.includes(model))
    case 'always-use':
      return findUsers(q, regions, (model) => !property.models.includes(model))
    case 'denied':
      return findAnswers(q, regions)
    case 'allowed':
      return findDenials(q, everywhere, regions)
    case 'cache-off':
      return findCaching(q, regions, ({ mode }) => mode !== 'off')
    case 'cache-within':
      return findCaching(
        q,
        regions,
        ({ mode, within: scope }) => mode !== 'off' && !staysWithin(scope, property.within),
      )
    case 'at-most':
      return findExcess(q, property, regions)
    case 'charged':
      return findUncharged(q, regions, property.budget)
    case 'log-metadata':
      return findLogging(q, regions)
    case 'reachable':
      return []
  }
}

function* findUsers(q: Questions, regions: readonly Region[], forbids: Forbids): Generator<Violation> {
  yield* findUses(q, regions, forbids)
  yield* findJudges(q, regions, forbids)
}

function findExcess(
  q: Questions,
  { of, value }: Extract<Assertion['property'], { readonly kind: 'at-most' }>,
  regions: readonly Region[],
): Iterable<Violation> {
  switch (of) {
    case 'attempts':
      return findAttempts(q, regions, value)
    case 'time':
      return findTimes(q, regions, value)
    case 'cost':
      return findCosts(q, regions, value)
  }
}
