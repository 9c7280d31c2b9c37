import type { RequestView } from '../contracts.ts'
import { decide } from '../table/decide.ts'
import { readChatBody } from '../wire/openai-chat/body.ts'
import { admit } from './admit.ts'
import { attempt } from './attempt.ts'
import type { Sending } from './attempt.ts'
import { readBody } from './body/read-body.ts'
import type { Call } from './call.ts'
import { answerRefusal } from './errors.ts'
import { identify } from './identify.ts'
import { isRefusal, refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { ProviderRefusal } from './refuse-failure.ts'
import { relayAnswer } from './relay-answer.ts'
import { settle } from './settle.ts'
import type { StreamedAnswer, WholeAnswer } from './relay/answer.ts'

/** The life of a request: read → identify → decide → admit → cache → attempt → relay → settle → log. */
export async function handleChat(call: Call, sending: Sending): Promise<void> {
  const answer = await live(call, sending)
  if (answer.kind === 'whole' || answer.kind === 'streamed') {
    settle(call, answer)
    relayAnswer(call, answer)
  } else if (answer.kind !== 'gone') answerRefusal(call, answer)
}

type Answer = WholeAnswer | StreamedAnswer | Refusal | ProviderRefusal | { readonly kind: 'gone' }

async function live(call: Call, sending: Sending): Promise<Answer> {
  const { req, snapshot, trace } = call

  const identity = identify(snapshot, req, call.queryKey)
  if (isRefusal(identity)) return identity

  const bytes = await readBody(req, snapshot.gateway.limits.bodyBytesMax)
  if (!Buffer.isBuffer(bytes)) return bytes
  const body = readChatBody(bytes)
  if ('kind' in body) return refuse(400, body.code, body.message, { final: true })

  const view: RequestView = {
    id: call.id,
    endpoint: 'chat',
    headers: req.headers,
    pathProject: call.pathProject,
    identity,
    body,
  }
  const decision = decide(snapshot.table, view, snapshot.stateAt(Date.now()))
  trace.decision = decision
  const refusal = admit(snapshot, view, decision)
  if (refusal !== undefined) return refusal

  return attempt(call, { body, decision, keepBytesMax: 0 }, sending)
}
