import type { Turn, TurnKeeper } from '../idempotency/turns.ts'
import type { CallChannel } from './call-channel.ts'

/** Turns that another process keeps for all: a request that comes again to another worker finds its answer, too. */
export function remoteTurns({ call }: Pick<CallChannel, 'call'>): TurnKeeper {
  return {
    begin: async (owner, key, digest): Promise<Turn> => {
      const reply = await call({ kind: 'begin turn', owner, key, digest })
      if (reply.kind !== 'turn') throw new Error(reply.kind === 'failed' ? reply.message : 'no turn was told')
      if (reply.turn.kind !== 'first') return reply.turn
      return {
        kind: 'first',
        keep: (answer) => void call({ kind: 'keep answer', owner, key, answer }),
        end: () => void call({ kind: 'end turn', owner, key }),
      }
    },
  }
}
