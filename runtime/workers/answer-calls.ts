import type { FirstTurn, Turn, Turns } from '../idempotency/turns.ts'
import type { MoneyStore } from '../money/store.ts'
import { batched } from './batch.ts'
import type { StoreCall, StoreReply, ToldTurn } from './messages.ts'
import { errorText } from '../error-text.ts'

/** What answers one worker. */
export interface CallsAnswered {
  readonly take: (calls: readonly StoreCall[]) => void
  /** It is dead: what it holds becomes uncertain, and requests that it was answering may be sent again. What it still said is taken in, but for holds and turns: nobody would end them. */
  readonly end: () => Promise<void>
}

/** What all workers share. */
export interface Shared {
  readonly store: MoneyStore
  readonly turns: Turns
}

/** One worker: the owner of its holds, and the turns that it has taken and not ended. */
interface Caller {
  readonly owner: string
  readonly turns: Map<string, FirstTurn>
}

/** Answers a worker's calls; its holds and turns are the worker's own, and end with it. */
export function answerCalls(
  shared: Shared,
  owner: string,
  reply: (replies: readonly StoreReply[]) => void,
): CallsAnswered {
  const say = batched(reply)
  const caller: Caller = { owner, turns: new Map() }
  let isDead = false
  const take = (call: StoreCall): void =>
    void answer(shared, caller, call)
      .catch((error: unknown): StoreReply => ({ id: call.id, kind: 'failed', message: errorText(error) }))
      .then(say, () => undefined)
  return {
    take: (calls) => calls.filter(({ kind }) => !isDead || !begins.has(kind)).forEach(take),
    end: () => {
      isDead = true
      for (const turn of caller.turns.values()) turn.end()
      return shared.store.endOwner(owner)
    },
  }
}

/** What somebody has to end. */
const begins: ReadonlySet<StoreCall['kind']> = new Set(['reserve', 'begin turn'])

async function answer({ store, turns }: Shared, caller: Caller, call: StoreCall): Promise<StoreReply> {
  const { id } = call
  switch (call.kind) {
    case 'reserve':
      return { id, kind: 'held', reply: await store.reserve(call.hold, caller.owner) }
    case 'settle':
      await store.settle(call.settlement)
      return { id, kind: 'done' }
    case 'release':
      await store.release(call.attemptId, call.latencyMs)
      return { id, kind: 'done' }
    case 'spent':
      return { id, kind: 'spent', spent: store.spentOf(call.charge) }
    case 'begin turn':
      return { id, kind: 'turn', turn: begun(caller, call, turns.begin(call.owner, call.key, call.digest)) }
    case 'keep answer':
      caller.turns.get(turnId(call))?.keep(call.answer)
      return { id, kind: 'done' }
    case 'end turn':
      caller.turns.get(turnId(call))?.end()
      caller.turns.delete(turnId(call))
      return { id, kind: 'done' }
  }
}

/** Its turn, remembered until the worker ends it. */
function begun(caller: Caller, call: TurnOf, turn: Turn): ToldTurn {
  if (turn.kind !== 'first') return turn
  caller.turns.set(turnId(call), turn)
  return { kind: 'first' }
}

type TurnOf = Pick<Extract<StoreCall, { kind: 'begin turn' }>, 'owner' | 'key'>

const turnId = ({ owner, key }: TurnOf): string => JSON.stringify([owner, key])
