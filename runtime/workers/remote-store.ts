import { isHardBudget } from '../money/charge.ts'
import type { Charge } from '../money/charge.ts'
import type { AttemptMoney, HoldReply, Settlement } from '../money/store.ts'
import type { Asked, CallChannel } from './call-channel.ts'
import type { StoreReply } from './messages.ts'

/** Without an answer by then, nobody knows: longer than the store itself takes to say that it cannot write. */
const PATIENCE_MS = 2_000
/** How old the known spending may be that facts are read from. */
const FRESH_MS = 50

/** A store in another process: asked over a channel, waited for at most so long. */
export function remoteStore({ call, told }: CallChannel): AttemptMoney {
  const spending = new Map<string, { spent: number; atMs: number }>()
  const note = (charge: Charge, spent: number): void =>
    void spending.set(nameOf(charge), { spent, atMs: performance.now() })
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
  }
}

const unavailable: HoldReply = { kind: 'unavailable' }
const unsent = (attemptId: string): Asked => ({ kind: 'release', attemptId, latencyMs: 0 })
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
