import type { ExactCache } from '../cache/exact.ts'
import { Sayings } from '../upstream/saying.ts'
import { thoughtsOf } from '../upstream/thoughts.ts'
import { chargesOf } from '../money/charges.ts'
import { attempt } from './attempt.ts'
import type { Sending } from './attempt.ts'
import { fill, lookUp, STREAM_BYTES_MAX } from './cache-step.ts'
import type { Call } from './call.ts'
import { chargeHit } from './charge-hit.ts'
import { decideCall } from './decide-call.ts'
import { answerRefusal } from './errors.ts'
import { ownerOf } from './home-of.ts'
import { openSession } from './open-session.ts'
import { relayAnswer } from './relay-answer.ts'
import { keepAnswer, keepRequest, keptBytesMax } from './keep-content.ts'
import { replay } from './replay.ts'
import { sealedRequest } from './sealed-request.ts'
import { settle } from './settle.ts'
import { onceKeyOf, takeTurn } from './take-turn.ts'

/** The life of a request: identify → read → decide → admit → cache → attempt → settle → relay. The log comes after. */
export async function handle(call: Call, sending: Sending, cache: ExactCache): Promise<void> {
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

  const looked = lookUp(call, cache, view, decision)
  const cached = looked instanceof Promise ? await looked : looked
  if (cached.hit !== undefined) {
    const limited = await chargeHit(call, charges, sending, cached.hit)
    if (limited !== undefined) return answerRefusal(call, limited)
    keepAnswer(call, cached.hit.body)
    turn?.keep(cached.hit)
    return replay(call, cached.hit, body)
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
  fill(call, cache, cached, decision, answer)
}
