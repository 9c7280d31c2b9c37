import type { Caches } from '../cache/caches.ts'
import { Sayings } from '../upstream/saying.ts'
import { thoughtsOf } from '../upstream/thoughts.ts'
import { chargesOf } from '../money/charges.ts'
import { attempt } from './attempt.ts'
import type { Sending } from './attempt.ts'
import { fill, lookUp, noteHit, STREAM_BYTES_MAX, uncached } from './cache-step.ts'
import type { Asking, CachedHit } from './cache-step.ts'
import type { Call } from './call.ts'
import { chargeHit } from './charge-hit.ts'
import { decideCall } from './decide-call.ts'
import { answerRefusal } from './errors.ts'
import { ownerOf } from './home-of.ts'
import type { LikeLookup } from './like-step.ts'
import { openSession } from './open-session.ts'
import { relayAnswer } from './relay-answer.ts'
import { keepAnswer, keepRequest, keptBytesMax } from './keep-content.ts'
import { replay } from './replay.ts'
import { sealedRequest } from './sealed-request.ts'
import { settle } from './settle.ts'
import { onceKeyOf, takeTurn } from './take-turn.ts'

/** Answers from the cache: it counts towards limits, and some hits are then compared with a fresh answer. */
async function answerHit(asking: Asking, hit: CachedHit, like: LikeLookup | undefined): Promise<void> {
  const { call, decided, charges, sending } = asking
  const limited = await chargeHit(call, charges, sending, hit)
  if (limited !== undefined) return answerRefusal(call, limited)
  noteHit(call, hit)
  keepAnswer(call, hit.answer.body)
  call.turn?.keep(hit.answer)
  replay(call, hit.answer, decided.body)
  call.copy = like?.compare()
}

/** The life of a request: identify → read → decide → admit → cache → attempt → settle → relay. The log comes after. */
export async function handle(call: Call, sending: Sending, caches: Caches): Promise<void> {
  const deciding = decideCall(call, sending)
  const decided = deciding instanceof Promise ? await deciding : deciding
  if (decided === undefined) return
  const { body, view, decision } = decided

  const key = onceKeyOf(call)
  const turn =
    key === undefined ? undefined : await takeTurn(call, key, sending.turns, view.identity.key, body.bytes)
  if (turn !== undefined && turn.kind !== 'first')
    return turn.kind === 'answered' ? replay(call, turn.answer, body) : answerRefusal(call, turn)
  call.turn = turn

  const charges = chargesOf(decision, view.identity, call.snapshot.table.artifact.zone)
  keepRequest(call, body.bytes)

  let cached = uncached
  if (decision.cache.mode !== 'off') {
    const asking = { call, decided, charges, sending, caches }
    cached = await lookUp(asking)
    if (cached.hit !== undefined) return answerHit(asking, cached.hit, cached.like)
  }

  const keepBytesMax = Math.max(
    cached.keepBytesMax,
    keptBytesMax(call),
    turn === undefined ? 0 : STREAM_BYTES_MAX,
  )
  const session = openSession(call, sending.sessions, view, body, decision)
  const { dialect } = call
  const sayings = new Sayings(dialect, body, thoughtsOf(sending.thoughts, ownerOf(call)))
  const sealed = sealedRequest(dialect, body, ownerOf(call), sending.seals)
  const answer = await attempt(
    call,
    { body, decision, charges, sayings, session, sealed, keepBytesMax },
    sending,
  )
  if (answer.kind === 'refusal' || answer.kind === 'provider-refusal') return answerRefusal(call, answer)

  keepAnswer(call, answer.kind === 'whole' ? answer.body : answer.events)
  settle(call, answer)
  relayAnswer(call, answer, body)
  fill(call, { caches, decided, sending }, cached, answer)
}
