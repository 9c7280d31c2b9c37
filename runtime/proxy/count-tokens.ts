import type { AttemptAction } from '../../schemas/generated/decision-table.ts'
import type { Decision, DecidedStage } from '../contracts.ts'
import { whyIncapable } from '../upstream/capable.ts'
import { Sayings } from '../upstream/saying.ts'
import { Exchange } from '../upstream/exchange.ts'
import type { Failure } from '../upstream/failure.ts'
import type { AccountState, ProviderState, Target } from '../upstream/target.ts'
import { pathOf } from '../wire/dialect.ts'
import type { WireBody } from '../wire/dialect.ts'
import type { Sending } from './attempt.ts'
import type { Call } from './call.ts'
import { ownerOf } from './home-of.ts'
import { ownWords } from './own-words.ts'
import { refuseFailure } from './refuse-failure.ts'
import type { ProviderRefusal } from './refuse-failure.ts'
import type { Refusal } from './refusal.ts'
import type { WholeAnswer } from './relay/answer.ts'
import { AnswerReader } from './relay/answer-reader.ts'
import type { AttemptEnd } from './relay/reading.ts'
import { sealedRequest } from './sealed-request.ts'
import { upstreamHeaders } from './upstream-request.ts'

/** A count is a small thing: longer than this nobody waits for a better one. */
const TOTAL_MS_MAX = 10_000
/** How long a provider that knows no such route is not asked again. */
const SILENT_MS = 600_000

/** Whom to ask for a count: the first target of the chain that could take the request. */
export interface Counter {
  readonly target: Target
  readonly account: AccountState
}

/** Whom to ask; `undefined` when nobody of the chain speaks the dialect or counts, `unknown-model` when it names none that is served. */
export function counterFor(
  call: Call,
  { outcome }: Decision,
  body: WireBody,
): Counter | 'unknown-model' | undefined {
  const stages = outcome.kind === 'route' ? outcome.stages : []
  const targets = stages.flatMap(idsOf).flatMap((id) => call.targets.get(id) ?? [])
  if (targets.length === 0 && stages.some((stage) => stage.kind === 'asked')) return 'unknown-model'
  const sayings = new Sayings(call.dialect, body)
  const target = targets.find((each) => whyIncapable(each, body, sayings) === undefined)
  if (target === undefined || isSilent(target.provider)) return undefined
  if (sayings.to(target).kind !== 'native') return undefined
  const now = performance.now()
  const { accounts } = target.provider
  return { target, account: accounts.find((account) => account.refusedUntilMs <= now) ?? accounts[0]! }
}

function idsOf(stage: DecidedStage): readonly string[] {
  switch (stage.kind) {
    case 'models':
      return stage.models
    case 'asked':
      return stage.model === undefined ? [] : [stage.model]
    case 'deny':
      return []
  }
}

/** Asks the provider. What it says of the request itself is the client's to read; with every other failure, or no place left, there is no answer. */
export async function askProvider(
  call: Call,
  sending: Sending,
  limits: AttemptAction,
  counter: Counter,
  body: WireBody,
): Promise<WholeAnswer | Refusal | ProviderRefusal | undefined> {
  using place = sending.counts.take()
  if (place === undefined) return undefined
  call.trace.model = counter.target.id
  call.trace.provider = counter.target.provider.config.name
  const end = await exchangeCount(call, sending, limits, counter, body)
  if (end.kind === 'whole') return end
  if (end.kind === 'streamed') return undefined
  if (end.class === 'request' && end.status === 404)
    silentUntil.set(counter.target.provider, performance.now() + SILENT_MS)
  return isAboutRequest(end) ? refuseFailure(end, secretsOf(counter.target)) : undefined
}

function exchangeCount(
  call: Call,
  { deadlines, seals }: Sending,
  { connectMs, firstTokenMs, idleMs, totalMs }: AttemptAction,
  counter: Counter,
  body: WireBody,
): Promise<AttemptEnd> {
  const { target, account } = counter
  const { path, stack } = target.provider
  const { dialect } = call
  const sealed = sealedRequest(dialect, body, ownerOf(call), seals)
  const readable = ownWords(body, sealed, counter, call)
  const request = {
    stack,
    path: `${path}${pathOf(dialect, target.model.upstream, false)}${call.queryUp}`,
    headers: upstreamHeaders(call.inbound.headers, target, account, dialect),
    body: dialect.edit(readable, { model: target.model.upstream, includeUsage: false }),
  }
  const endMs = call.startedMs + Math.min(totalMs, TOTAL_MS_MAX)
  return new Promise((resolve) => {
    const reader = new AnswerReader({
      ...wholeOnly,
      dialect,
      translate: undefined,
      secret: account.secretBytes,
      end: (end) => resolve(end),
    })
    const exchange = new Exchange(request, { connectMs, firstTokenMs, idleMs, endMs }, deadlines, reader)
    reader.attach(exchange)
    call.client.watch(exchange)
    exchange.start()
  })
}

/** A count never streams, so nothing is ever committed. */
const wholeOnly = {
  stripUsage: false,
  client: undefined,
  failOnRefusal: false,
  keepBytesMax: 0,
}

function isAboutRequest(failure: Failure): boolean {
  return (failure.class === 'request' && failure.status !== 404) || failure.class === 'context'
}

const silentUntil = new WeakMap<ProviderState, number>()

function isSilent(provider: ProviderState): boolean {
  return (silentUntil.get(provider) ?? 0) > performance.now()
}

function secretsOf({ provider }: Target): readonly string[] {
  return provider.accounts.flatMap(({ secret }) => (secret === undefined ? [] : [secret]))
}
