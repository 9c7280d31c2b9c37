import { correct } from './correct.ts'
import { done, refused } from './decided.ts'
import type { Decided } from './decided.ts'
import type { Operation } from './operation.ts'
import { rename } from './rename.ts'
import { reserve } from './reserve.ts'
import { disown } from './disown.ts'
import { release, settle } from './settle.ts'
import { frozenKey } from './state.ts'
import type { MoneyState } from './state.ts'
import { forget, sweep } from './sweep.ts'

/** Decides one operation at an instant: changes what the core knows, and says what is to be written. Nothing else is touched. */
export function decide(state: MoneyState, operation: Operation, nowMs: number): Decided {
  switch (operation.kind) {
    case 'reserve':
      return reserve(state, operation.hold, operation.owner, nowMs)
    case 'settle':
      return settle(state, operation.settlement, nowMs)
    case 'release':
      return release(state, operation.attemptId, operation.latencyMs, nowMs)
    case 'correct':
      return correct(state, operation.correction, nowMs)
    case 'sweep':
      return { ...done, rows: sweep(state, ({ deadlineMs }) => deadlineMs <= nowMs, nowMs) }
    case 'disown':
      return disown(state, operation.attemptId)
    case 'forget':
      forget(state, nowMs)
      return done
    case 'end owner':
      return { ...done, rows: sweep(state, ({ owner }) => owner === operation.owner, nowMs) }
    case 'rename':
      return rename(state, operation.from, operation.to)
    case 'thaw': {
      const { model, key } = operation
      if (!state.frozen.delete(frozenKey(operation))) return refused(`${model} of key ${key} is not frozen`)
      return { ...done, rows: [{ kind: 'thawed', model, key }] }
    }
  }
}
