import type { ExactCache } from '../cache/exact.ts'
import type { RequestView } from '../contracts.ts'
import { Sayings } from '../upstream/saying.ts'
import { chargesOf } from '../money/charges.ts'
import { decide } from '../table/decide.ts'
import { admit } from './admit.ts'
import { attempt } from './attempt.ts'
import type { Sending } from './attempt.ts'
import { readBody } from './body/read-body.ts'
import { fill, lookUp, STREAM_BYTES_MAX } from './cache-step.ts'
import type { Call } from './call.ts'
import { chargeHit } from './charge-hit.ts'
import { answerRefusal } from './errors.ts'
import { ownerOf } from './home-of.ts'
import { identify } from './identify.ts'
import { openSession } from './open-session.ts'
import { isRefusal, refuseBody } from './refusal.ts'
import { relayAnswer } from './relay-answer.ts'
import { keepAnswer, keepRequest, keptBytesMax } from './keep-content.ts'
import { replay } from './replay.ts'
import { sealedRequest } from './sealed-request.ts'
import { settle } from './settle.ts'
import { takeTurn } from './take-turn.ts'

/** The life of a request: identify → read → decide → admit → cache → attempt → settle → relay. The log comes after. */
export async function handle(call: Call, sending: Sending, cache: ExactCache): Promise<void> {
  const { inbound, snapshot, trace, dialect } = call

  const identity = identify(snapshot, inbound, call.queryKey)
  if (isRefusal(identity)) return answerRefusal(call, identity)

  const reading = readBody(inbound, snapshot.gateway.limits.bodyBytesMax)
  const bytes = reading instanceof Promise ? await reading : reading
  if (!Buffer.isBuffer(bytes)) return bytes.kind === 'gone' ? undefined : answerRefusal(call, bytes)
  trace.requestBytes = bytes.length
  const body = dialect.read(bytes, call.urlWords)
  if ('kind' in body) return answerRefusal(call, refuseBody(body))

  const { id, pathProject } = call
  const { endpoint } = dialect
  const { headers } = inbound
  const view: RequestView = { id, endpoint, headers, from: inbound, pathProject, identity, body }
  call.view = view
  const state = call.providers.stateAt(snapshot, Date.now())
  const decision = (trace.decision = decide(snapshot.table, view, state))
  const refusal = admit(snapshot, view, decision)
  if (refusal !== undefined) return answerRefusal(call, refusal)

  const turn = takeTurn(call, sending.turns, identity.key, bytes)
  if (turn !== undefined && turn.kind !== 'first')
    return turn.kind === 'answered' ? replay(call, turn.answer, body) : answerRefusal(call, turn)
  call.turn = turn

  const charges = chargesOf(decision, identity, snapshot.table.artifact.zone)
  keepRequest(call, bytes)

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
  const sayings = new Sayings(dialect, body)
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
