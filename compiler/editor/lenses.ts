import type { Span } from '../../lang/span.ts'
import type { Proof, ProvedAssertion, ProvedRule, ProvedTest } from './prove.ts'

/** A line of words above a rule or a test. */
export interface Lens {
  readonly span: Span
  readonly title: string
  /** The tests that the words speak of, to be shown when someone asks. */
  readonly tests: readonly Span[]
}

/** `reachable · 2 tests` above each row, `passes · by quick` above each test, `proved` above each assertion. A file that is included twice has one lens for each row. */
export function lensesOf(proof: Proof, file: string): readonly Lens[] {
  const rules = Map.groupBy(
    proof.rules.filter(({ span }) => span.file === file),
    ({ span }) => span.start,
  )
  const tests = Map.groupBy(
    proof.tests.filter(({ span }) => span.file === file),
    ({ span }) => span.start,
  )
  const assertions = Map.groupBy(
    proof.assertions.filter(({ span }) => span.file === file),
    ({ span }) => span.start,
  )
  return [
    ...[...rules.values()].flatMap(lensOfRule),
    ...[...tests.values()].flatMap(lensOfTest),
    ...[...assertions.values()].flatMap(lensOfAssertion),
  ]
}

const reachOrder = ['reached', 'unproven', 'covered', 'empty', undefined] as const

const reachWords = {
  reached: 'reachable',
  unproven: 'not proved reachable',
  covered: 'never runs',
  empty: 'never matches',
} as const satisfies Record<NonNullable<ProvedRule['reach']>, string>

function lensOfRule(places: readonly ProvedRule[]): readonly Lens[] {
  const [first] = places
  if (first === undefined) return []
  const reach = reachOrder.find((each) => places.some((place) => place.reach === each))
  const tests = places.flatMap((place) => place.tests)
  const counted = tests.length === 0 ? 'no tests' : `${tests.length} ${tests.length === 1 ? 'test' : 'tests'}`
  const words = reach === undefined ? [] : [reachWords[reach]]
  return [{ span: first.span, title: [...words, counted].join(' · '), tests }]
}

function lensOfTest(places: readonly ProvedTest[]): readonly Lens[] {
  const shown = places.find(({ passed }) => !passed) ?? places[0]
  if (shown === undefined) return []
  const by = shown.by === undefined ? '' : ` · by ${shown.by}`
  return [{ span: shown.span, title: shown.passed ? `passes${by}` : `fails · ${shown.got}`, tests: [] }]
}

const verdictOrder = ['false', 'unproven', 'holds', 'vacuous'] as const

const verdictWords = {
  false: 'false',
  unproven: 'not proved',
  holds: 'proved',
  vacuous: 'about no request',
} as const satisfies Record<ProvedAssertion['verdict'], string>

function lensOfAssertion(places: readonly ProvedAssertion[]): readonly Lens[] {
  const verdict = verdictOrder.find((each) => places.some((place) => place.verdict === each))
  const [first] = places
  if (first === undefined || verdict === undefined) return []
  return [{ span: first.span, title: verdictWords[verdict], tests: [] }]
}
