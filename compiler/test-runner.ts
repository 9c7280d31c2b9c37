import type { Catalogue } from '../core/catalogue.ts'
import { routeTables } from '../core/tables.ts'
import type { Diagnostic, Label } from '../lang/diagnostic.ts'
import { help, note, report } from '../lang/report.ts'
import type { Span } from '../lang/span.ts'
import { type Difference, firstDifference } from './first-difference.ts'
import type { Facts } from './holds.ts'
import { interpret, type Verdict } from './interpret.ts'
import { isSameStage, matchStage, type Open, picked } from './match-stage.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { type PolicyRule, rulesOf } from './rules.ts'
import { showDeny, showExpected } from './show-expected.ts'
import { showOutcome } from './show-outcome.ts'
import type { Policy, PolicyTest, TypedStage } from './typed.ts'
import { unknownFact } from './unknown-fact.ts'
import { type FailedPart, failedPart } from './why.ts'
import { nameRule } from './analyses/rule-name.ts'

/** What came of one test. */
export interface TestResult {
  readonly title: string
  readonly span: Span
  readonly passed: boolean
  readonly expected: string
  readonly got: string
  /** Name of the rule that decided; `undefined` where gwc itself did, or nothing was decided. */
  readonly by: string | undefined
  /** Of a failed test: what keeps the expected rule from matching. */
  readonly failed: FailedPart | undefined
  /** Of a failed test: the one fact which, changed, would make the expected rule decide. */
  readonly difference: Difference | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Runs the tests of a policy on the interpreter. */
export function runTests(policy: Policy, catalogue: Catalogue): readonly TestResult[] {
  return policy.tests.map((test) => runTest(policy, catalogue, test))
}

/** One test at work. */
interface Run {
  readonly policy: Policy
  readonly catalogue: Catalogue
  readonly test: PolicyTest
  readonly facts: Facts
  readonly verdict: Verdict
  readonly outcome: Outcome
}

function runTest(policy: Policy, catalogue: Catalogue, test: PolicyTest): TestResult {
  const facts = Object.fromEntries(test.given)
  const unknown = unknownFact(policy, facts, test.expect.cache !== undefined)
  if (unknown !== undefined) {
    const missing = report('GWC3102', { test: test.title, fact: unknown.name }, test.span, {
      notes: [help(`give it a value: \`given ${unknown.name} = …\``)],
    })
    return { ...ended(test, 'nothing', undefined), diagnostics: [missing] }
  }
  const verdict = interpret(policy, facts)
  const run: Run = { policy, catalogue, test, facts, verdict, outcome: outcomeOf(policy, verdict, facts) }
  return judge(run)
}

function judge(run: Run): TestResult {
  const { test, outcome } = run
  const wrong = mismatches(run)
  const result = ended(test, showGot(run), outcome.by?.name)
  const [first] = wrong
  if (first === undefined) return { ...result, passed: true }
  const miss = lookInto(run, first)
  const { failed, difference } = miss
  return { ...result, failed, difference, diagnostics: [tell(run, first, miss)] }
}

function ended(test: PolicyTest, got: string, by: string | undefined): TestResult {
  const { title, span } = test
  return {
    title,
    span,
    passed: false,
    expected: showExpected(test),
    got,
    by,
    failed: undefined,
    difference: undefined,
    diagnostics: [],
  }
}

// ---------------------------------------------------------------------------------------------- judging

/** One expectation that was not met. */
interface Mismatch {
  readonly at: Span
  readonly expected: string
  readonly got: string
  /** `use M` was expected of a choice that the test cannot make. */
  readonly open: Open | undefined
  /** It is the cache that differs, not where the request goes. */
  readonly isCache: boolean
}

function mismatches(run: Run): readonly Mismatch[] {
  const { use, deny, by, cache } = run.test.expect
  const { outcome, verdict } = run
  const wrong = (at: Span, expected: string, got: string, isCache = false): Mismatch[] => [
    { at, expected, got, isCache, open: undefined },
  ]
  const cached = outcome.kind === 'deny' ? 'off' : (verdict.cache?.action.mode ?? 'off')
  return [
    ...(use === undefined ? [] : judgeUse(run, use.stages, use.span)),
    ...(deny === undefined || isDenied(outcome, deny)
      ? []
      : wrong(deny.span, showDeny(deny), showOutcome(outcome))),
    ...(by === undefined || by.rule === outcome.by?.name
      ? []
      : wrong(
          by.span,
          `rule \`${by.rule}\``,
          outcome.by === undefined ? 'no rule' : `rule \`${outcome.by.name}\``,
        )),
    ...(cache === undefined || cache.mode === cached
      ? []
      : wrong(cache.span, `cache ${cache.mode}`, `cache ${cached}`, true)),
  ]
}

function isDenied(outcome: Outcome, { message, status }: NonNullable<PolicyTest['expect']['deny']>): boolean {
  return (
    outcome.kind === 'deny' &&
    (message === undefined || message === outcome.message) &&
    (status === undefined || status === outcome.status)
  )
}

/** One expected stage is compared with the first of the chain, several with the whole chain. */
function judgeUse(run: Run, expected: readonly TypedStage[], at: Span): readonly Mismatch[] {
  const { outcome } = run
  const shown = `use ${expected.map((stage) => stage.shown).join(' then ')}`
  const got = showOutcome(outcome)
  const wrong = { at, expected: shown, got, open: undefined, isCache: false }
  if (outcome.kind === 'deny') return [wrong]
  const stages = expected.length === 1 ? outcome.stages.slice(0, 1) : outcome.stages
  const matches = stages.map((stage, index) => matchStage(run, stage, expected[index]))
  if (stages.length === expected.length && matches.every((match) => match === 'same')) return []
  const open = matches.find((match) => typeof match === 'object')
  return [{ ...wrong, got: withPick(run, got), open }]
}

/** `use cheapest of small (openai/gpt-4.1-mini)`: what the choice came to, where it is one. */
function withPick(run: Run, got: string): string {
  const [stage] = run.outcome.kind === 'use' ? run.outcome.stages : []
  if (stage === undefined || stage.pick === 'model') return got
  const found = picked(run, stage)
  return found.kind !== 'model' || found.model === undefined ? got : `${got} (${found.model})`
}

// ---------------------------------------------------------------------------------------------- telling

/** What stands between a request and the rule that the test has in mind. */
interface Miss {
  readonly expected: PolicyRule | undefined
  readonly failed: FailedPart | undefined
  readonly difference: Difference | undefined
}

function lookInto(run: Run, wrong: Mismatch): Miss {
  const { policy, facts, outcome, verdict } = run
  const expected = expectedRule(run, wrong)
  const isDeciding = expected === outcome.by || expected === verdict.cache
  if (expected === undefined || isDeciding) return { expected, failed: undefined, difference: undefined }
  return {
    expected,
    failed: failedPart(expected.condition, facts),
    difference: firstDifference(policy, facts, expected),
  }
}

function tell(run: Run, wrong: Mismatch, miss: Miss): Diagnostic {
  const { test, outcome, verdict } = run
  if (wrong.open !== undefined) return tellOpen(test, wrong, wrong.open)
  const decider = wrong.isCache && outcome.kind === 'use' ? verdict.cache : outcome.by
  const decided: readonly Label[] = decider === undefined ? [] : [{ span: decider.at, text: 'this decides' }]
  const kept: readonly Label[] =
    miss.failed === undefined ? [] : [{ span: miss.failed.span, text: `fails: ${showFacts(miss.failed)}` }]
  return report('GWC3101', { test: test.title, expected: wrong.expected, got: wrong.got }, wrong.at, {
    secondary: [...decided, ...kept],
    notes: notesOn(miss, decider),
    witness: Object.fromEntries(test.given),
  })
}

function notesOn(
  { expected, failed, difference }: Miss,
  decider: PolicyRule | undefined,
): Diagnostic['notes'] {
  if (expected === undefined || expected === decider) return []
  return [
    ...(failed === undefined ? [note(`${nameRule(expected)} matches too, but an earlier one decides`)] : []),
    ...(difference === undefined
      ? []
      : [note(`${withChange(difference)}, ${nameRule(expected)} would decide`)]),
  ]
}

const withChange = ({ shown, needed }: Difference): string =>
  needed === undefined ? shown : `with \`${shown}\``

function tellOpen({ title }: PolicyTest, { at, got }: Mismatch, open: Open): Diagnostic {
  const itself = help(`expect the stage itself: \`${got}\``)
  if (open.kind === 'unknowable') return report('GWC3103', { test: title }, at, { notes: [itself] })
  const given = help(`give it a value: \`given ${open.fact} = …\``)
  return report('GWC1513', { test: title, fact: open.fact }, at, { notes: [given, itself] })
}

function showFacts({ facts }: FailedPart): string {
  return facts
    .map(({ name, shown }) => (shown === 'missing' ? `${name} is missing` : `${name} is ${shown}`))
    .join(', ')
}

/** The rule that the test has in mind: the one it names, else the first that does what it expects. */
function expectedRule({ policy, test, outcome }: Run, wrong: Mismatch): PolicyRule | undefined {
  const { by, use, deny, cache } = test.expect
  if (wrong.isCache) return policy.cache.find(({ action }) => action.mode === cache?.mode)
  if (by !== undefined) return rulesOf(policy).find(({ name }) => name === by.rule)
  const [wanted] = use?.stages ?? []
  if (wanted !== undefined)
    return routeTables
      .flatMap((table) => policy[table])
      .find(({ stages: [first] }) => first && isSameStage(first, wanted))
  if (deny === undefined || outcome.kind === 'deny') return undefined
  return policy.guard.find(
    ({ action }) => action.kind === 'deny' && (deny.message ?? action.message) === action.message,
  )
}

function showGot({ outcome, verdict }: Run): string {
  const by = outcome.by === undefined ? '' : ` by ${outcome.by.name}`
  const cache =
    outcome.kind === 'use' && verdict.cache !== undefined ? `, cache ${verdict.cache.action.mode}` : ''
  return `${showOutcome(outcome)}${by}${cache}`
}
