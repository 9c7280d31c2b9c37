import type { Decision, Identity, RequestView } from '../contracts.ts'
import { decide } from '../table/decide.ts'
import type { WireBody } from '../wire/dialect.ts'
import { admit } from './admit.ts'
import type { BodyFault } from './body/fault.ts'
import { readBody } from './body/read-body.ts'
import { readInSlices } from './body/read-conversation.ts'
import type { ReadBody } from './body/read-body.ts'
import { AT_ONCE_BYTES_MAX, scanInSlices } from './body/scan.ts'
import type { Call } from './call.ts'
import { answerRefusal } from './errors.ts'
import { identify } from './identify.ts'
import type { Credentials } from './identify.ts'
import { isRefusal, refuseBody } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** A request that may go on: what it says, and what the policy decides of it. */
export interface DecidedCall {
  readonly body: WireBody
  readonly view: RequestView
  readonly decision: Decision
}

/** What the client has been answered already, or nobody is left to answer. */
type Over = undefined

/** The first half of a request's life: identify → read → decide → admit. At once, but for a token that is new, and a body that is still on its way or long. */
export function decideCall(
  call: Call,
  credentials: Credentials,
): DecidedCall | Over | Promise<DecidedCall | Over> {
  const { inbound, snapshot } = call
  const identity = identify(snapshot, credentials, inbound, call.queryKey)
  return identity instanceof Promise
    ? identity.then((known) => identified(call, known))
    : identified(call, identity)
}

function identified(
  call: Call,
  identity: Identity | Refusal,
): DecidedCall | Over | Promise<DecidedCall | Over> {
  if (isRefusal(identity)) return end(call, identity)
  const reading = readBody(call.inbound, call.snapshot.gateway.limits.bodyBytesMax)
  return reading instanceof Promise
    ? reading.then((read) => scanned(call, identity, read))
    : scanned(call, identity, reading)
}

function scanned(
  call: Call,
  identity: Identity,
  bytes: ReadBody,
): DecidedCall | Over | Promise<DecidedCall | Over> {
  if (!Buffer.isBuffer(bytes)) return bytes.kind === 'gone' ? undefined : end(call, bytes)
  call.trace.requestBytes = bytes.length
  const { dialect, urlWords } = call
  if (bytes.length <= AT_ONCE_BYTES_MAX) return decided(call, identity, dialect.read(bytes, urlWords))
  return readLong(call, bytes).then((body) => decided(call, identity, body))
}

/** Reads a long body, and what the policy asks of its text, a slice at a time. */
async function readLong({ dialect, urlWords, snapshot }: Call, bytes: Buffer): Promise<WireBody | BodyFault> {
  const ranges = await scanInSlices(bytes, dialect.fields)
  if ('kind' in ranges) return ranges
  const body = dialect.read(bytes, urlWords, ranges)
  if ('kind' in body || !snapshot.table.readsText) return body
  const conversation = await readInSlices(body.conversation())
  return { ...body, conversation: () => conversation }
}

function decided(call: Call, identity: Identity, body: WireBody | BodyFault): DecidedCall | Over {
  if ('kind' in body) return end(call, refuseBody(body))
  const { id, snapshot, trace, pathProject, inbound } = call
  const { endpoint } = call.dialect
  const { headers } = inbound
  const view: RequestView = { id, endpoint, headers, from: inbound, pathProject, identity, body }
  call.view = view
  const state = call.providers.stateAt(snapshot, Date.now())
  const decision = (trace.decision = decide(snapshot.table, view, state))
  const refusal = admit(snapshot, view, decision)
  return refusal === undefined ? { body, view, decision } : end(call, refusal)
}

function end(call: Call, refusal: Refusal): Over {
  answerRefusal(call, refusal)
  return undefined
}
