import { isHardBudget } from '../money/charge.ts'
import type { Charge } from '../money/charge.ts'
import type { AttemptMoney, HoldReply, Settlement } from '../money/store.ts'
import { batched } from './batch.ts'
import type { StoreCall, StoreReply } from './messages.ts'

/** The store as a worker sees it: in another process, asked in batches, waited for at most so long. */
export interface RemoteStore extends AttemptMoney {
  /** Takes in what the other process answers. */
  readonly answered: (replies: readonly StoreReply[]) => void
  /** Resolves when all that was asked by now is answered. */
  readonly quiet: () => Promise<void>
}

/** Without an answer by then, nobody knows (trust.md: a hard budget is answered with 503 within 300 ms). */
const PATIENCE_MS = 300
/** How old the known spending may be that facts are read from. */
const FRESH_MS = 50

type Call = StoreCall extends infer Each ? (Each extends StoreCall ? Omit<Each, 'id'> : never) : never

/** A store in another process; `ask` sends a batch of calls there. */
export function remoteStore(ask: (calls: readonly StoreCall[]) => void): RemoteStore {
  const waiting = new Map<number, (reply: StoreReply) => void>()
  const whenQuiet: (() => void)[] = []
  const spending = new Map<string, { spent: number; atMs: number }>()
  const say = batched(ask)
  let last = 0
  const call = (asked: Call): Promise<StoreReply> => {
    const id = ++last
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      say({ ...asked, id })
    })
  }
  const note = (charge: Charge, spent: number): void =>
    void spending.set(nameOf(charge), { spent, atMs: performance.now() })
  const told = async (asked: Call): Promise<void> => {
    const reply = await call(asked)
    if (reply.kind === 'failed') throw new Error(reply.message)
  }
  return {
    reserve: async (hold) => {
      const reply = await soon(call({ kind: 'reserve', hold }), (late) => {
        // A hard hold that nobody waited for was never sent; any other attempt went out, and settles behind it.
        if (hold.charges.some(isHardBudget) && late.kind === 'held' && late.reply.kind === 'held')
          void told(unsent(hold.attemptId))
      })
      if (reply === undefined) return unavailable
      if (reply.kind === 'failed') throw new Error(reply.message)
      if (reply.kind !== 'held') return unavailable
      if (reply.reply.kind === 'held')
        reply.reply.readings.forEach((reading, i) => note(hold.charges[i]!, reading.spent))
      return reply.reply
    },
    settle: (settlement: Settlement) => told({ kind: 'settle', settlement }),
    release: (attemptId, latencyMs) => told({ kind: 'release', attemptId, latencyMs }),
    spentOf: (charge) => {
      const known = spending.get(nameOf(charge))
      if (known === undefined || performance.now() - known.atMs > FRESH_MS) {
        note(charge, known?.spent ?? 0)
        void call({ kind: 'spent', charge }).then((reply) => {
          if (reply.kind === 'spent') note(charge, reply.spent)
        })
      }
      return known?.spent ?? 0
    },
    answered: (replies) => {
      for (const reply of replies) {
        waiting.get(reply.id)?.(reply)
        waiting.delete(reply.id)
      }
      if (waiting.size === 0) for (const call of whenQuiet.splice(0)) call()
    },
    quiet: () => (waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => whenQuiet.push(resolve))),
  }
}

const unavailable: HoldReply = { kind: 'unavailable' }
const unsent = (attemptId: string): Call => ({ kind: 'release', attemptId, latencyMs: 0 })
const nameOf = (charge: Charge): string =>
  `${charge.kind} ${charge.name} ${charge.of} ${charge.kind === 'budget' ? charge.period : charge.windowMs}`

/** The reply, or `undefined` when it is late; then `late` gets it. */
async function soon(
  asked: Promise<StoreReply>,
  late: (reply: StoreReply) => void,
): Promise<StoreReply | undefined> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<undefined>((resolve) => {
    // A busy event loop may have the answer at hand: what has come is taken in before it counts as late.
    timer = setTimeout(() => setImmediate(() => resolve(undefined)), PATIENCE_MS)
  })
  const reply = await Promise.race([asked, patience])
  clearTimeout(timer)
  if (reply === undefined) void asked.then(late)
  return reply
}
