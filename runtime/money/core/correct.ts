import { showQuantity } from '../../../core/quantity.ts'
import type { Correction, Settlement } from '../store.ts'
import { assertNanos } from './assert-nanos.ts'
import { done, refused, unknown } from './decided.ts'
import type { Decided } from './decided.ts'
import { isViolation, remember, restOf, softRestOf } from './end-hold.ts'
import { freeze } from './freeze.ts'
import type { CorrectedRow, CorrectionSource } from './rows.ts'
import { standing } from './state.ts'
import type { Counter, EndedAttempt, MoneyState } from './state.ts'

/** What is now known of an attempt that has ended. */
interface Finding {
  readonly certainNanos: number
  readonly uncertainNanos: number | 'rest'
  readonly source: CorrectionSource
  readonly told?: Settlement
  readonly unsent?: boolean
}

/** Takes in what an operator or a provider's export says an attempt cost. */
export function correct(state: MoneyState, correction: Correction, nowMs: number): Decided {
  const { attemptId, certainNanos, source } = correction
  assertNanos('certainNanos', certainNanos)
  if (state.holds.has(attemptId)) return refused(`attempt ${attemptId} is still under way`)
  const ended = state.ended.get(attemptId)
  if (ended === undefined) return unknown(attemptId)
  if (ended.certainNanos === certainNanos && ended.uncertainNanos === 0 && ended.softUncertainNanos === 0)
    return done
  if (source === 'operator' && correction.aboveBound !== true && isAboveHeld(ended, certainNanos))
    return refused(aboveHeld(ended))
  return correctEnded(state, ended, { certainNanos, uncertainNanos: 0, source }, nowMs)
}

/** More than was held of hard budgets, and than is charged by now: a slip of whoever types an amount, unless they say it is none. */
function isAboveHeld(
  { hard, boundNanos, certainNanos, uncertainNanos }: EndedAttempt,
  nanos: number,
): boolean {
  return hard.length > 0 && nanos > Math.max(boundNanos, certainNanos + uncertainNanos)
}

const aboveHeld = ({ attemptId, boundNanos }: EndedAttempt): string =>
  `attempt ${attemptId} was held at ${showQuantity(boundNanos, 'money')} at the most; if the bill says more, settle it above its bound (\`--above-bound\`), which freezes its model and key`

/** Moves an ended attempt from what was thought of it to what is known, in the windows that it was held in. */
export function correctEnded(
  state: MoneyState,
  ended: EndedAttempt,
  finding: Finding,
  nowMs: number,
): Decided {
  const { certainNanos } = finding
  const uncertainNanos = restOf(finding, ended.boundNanos)
  const softUncertainNanos = softRestOf(finding, ended.estimateNanos)
  const row: CorrectedRow = {
    kind: 'corrected',
    attemptId: ended.attemptId,
    number: ended.corrections + 1,
    atMs: nowMs,
    source: finding.source,
    certainNanos: certainNanos - ended.certainNanos,
    uncertainNanos: uncertainNanos - ended.uncertainNanos,
    softUncertainNanos: softUncertainNanos - ended.softUncertainNanos,
    violated: isViolation(ended, certainNanos) && !isViolation(ended, ended.certainNanos),
    told: finding.told,
  }
  for (const counter of ended.hard) add(state, counter, row.certainNanos, row.uncertainNanos)
  for (const counter of ended.soft) add(state, counter, row.certainNanos, row.softUncertainNanos)
  const now = { heardAtMs: nowMs, certainNanos, uncertainNanos, softUncertainNanos, corrections: row.number }
  remember(state, { ...ended, ...now, state: finding.unsent === true ? 'unsent' : 'settled' })
  const rows = row.violated ? [row, freeze(state, ended.attemptId, ended, nowMs)] : [row]
  return { answer: { kind: 'done' }, rows }
}

function add(state: MoneyState, counter: Counter, certainNanos: number, uncertainNanos: number): void {
  const meter = standing(counter)
  meter.certainNanos += certainNanos
  meter.uncertainNanos += uncertainNanos
  state.unwritten.add(meter)
}
