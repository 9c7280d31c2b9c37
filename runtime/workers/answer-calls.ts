import type { MoneyStore } from '../money/store.ts'
import { batched } from './batch.ts'
import type { StoreCall, StoreReply } from './messages.ts'
import { errorText } from '../error-text.ts'

/** What answers one worker. */
export interface CallsAnswered {
  readonly take: (calls: readonly StoreCall[]) => void
  /** It is dead: what it holds becomes uncertain. What it still said is taken in, but for holds: nobody would end them. */
  readonly end: () => Promise<void>
}

/** Answers a worker's calls from the store; its holds are the worker's own, and end with it. */
export function answerCalls(
  store: MoneyStore,
  owner: string,
  reply: (replies: readonly StoreReply[]) => void,
): CallsAnswered {
  const say = batched(reply)
  let isDead = false
  const take = (call: StoreCall): void =>
    void answer(store, owner, call)
      .catch((error: unknown): StoreReply => ({ id: call.id, kind: 'failed', message: errorText(error) }))
      .then(say, () => undefined)
  return {
    take: (calls) => calls.filter(({ kind }) => !isDead || kind !== 'reserve').forEach(take),
    end: () => {
      isDead = true
      return store.endOwner(owner)
    },
  }
}

async function answer(store: MoneyStore, owner: string, call: StoreCall): Promise<StoreReply> {
  const { id } = call
  switch (call.kind) {
    case 'reserve':
      return { id, kind: 'held', reply: await store.reserve(call.hold, owner) }
    case 'settle':
      await store.settle(call.settlement)
      return { id, kind: 'done' }
    case 'release':
      await store.release(call.attemptId, call.latencyMs)
      return { id, kind: 'done' }
    case 'spent':
      return { id, kind: 'spent', spent: store.spentOf(call.charge) }
  }
}
