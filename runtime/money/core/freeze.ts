import type { FrozenRow } from './rows.ts'
import { frozenKey } from './state.ts'
import type { MoneyState } from './state.ts'

/** From now on no hard budget lets this model and key through: an attempt of theirs cost more than its bound. */
export function freeze(
  state: MoneyState,
  attemptId: string,
  { model, key }: { readonly model: string; readonly key: string },
  nowMs: number,
): FrozenRow {
  state.boundViolations += 1
  state.frozen.set(frozenKey({ model, key }), { model, key, attemptId })
  return { kind: 'frozen', model, key, attemptId, atMs: nowMs }
}
