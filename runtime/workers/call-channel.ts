import { batched } from './batch.ts'
import type { StoreCall, StoreReply } from './messages.ts'

/** A call without the number that its answer comes back by. */
export type Asked = StoreCall extends infer Each ? (Each extends StoreCall ? Omit<Each, 'id'> : never) : never

/** The way to the process that has the store: calls leave in batches, answers find who asked. */
export interface CallChannel {
  readonly call: (asked: Asked) => Promise<StoreReply>
  /** The same for what has no other answer than that it is done. Rejects where it cannot be done. */
  readonly told: (asked: Asked) => Promise<void>
  /** Takes in what the other process answers. */
  readonly answered: (replies: readonly StoreReply[]) => void
  /** Resolves when all that was asked by now is answered. */
  readonly quiet: () => Promise<void>
}

/** A channel whose batches `ask` sends. */
export function callChannel(ask: (calls: readonly StoreCall[]) => void): CallChannel {
  const waiting = new Map<number, (reply: StoreReply) => void>()
  const whenQuiet: (() => void)[] = []
  const say = batched(ask)
  let last = 0
  const call = (asked: Asked): Promise<StoreReply> => {
    const id = ++last
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      say({ ...asked, id })
    })
  }
  return {
    call,
    told: async (asked) => {
      const reply = await call(asked)
      if (reply.kind === 'failed') throw new Error(reply.message)
    },
    answered: (replies) => {
      for (const reply of replies) {
        waiting.get(reply.id)?.(reply)
        waiting.delete(reply.id)
      }
      if (waiting.size === 0) for (const resolve of whenQuiet.splice(0)) resolve()
    },
    quiet: () => (waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => whenQuiet.push(resolve))),
  }
}
