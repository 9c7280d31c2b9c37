import type { Caches } from '../cache/caches.ts'
import type { ContentStore } from '../content/content-store.ts'
import type { Inbound } from '../front/inbound.ts'
import type { Log } from '../log.ts'
import { isLogged } from '../logged.ts'
import type { Shadowing } from '../shadow-policy/shadowing.ts'
import type { SnapshotCell } from '../snapshot.ts'
import type { SpanExporter } from '../telemetry/otlp-exporter.ts'
import { otlpSpans } from '../telemetry/otlp-span.ts'
import { beginSpan } from '../telemetry/request-span.ts'
import type { Trace } from '../trace.ts'
import type { Underway } from '../underway.ts'
import type { Providers } from '../upstream/target.ts'
import type { Sending } from './attempt.ts'
import { beginCall } from './call.ts'
import type { Call } from './call.ts'
import { admitOrigin } from './cross-origin.ts'
import { answerRefusal } from './errors.ts'
import { handleCount } from './handle-count.ts'
import { handle } from './handle.ts'
import { identify } from './identify.ts'
import { callerApi } from './models/caller-api.ts'
import { listModels } from './models/list-models.ts'
import { storeContent } from './keep-content.ts'
import { isRefusal, refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { Route } from './route.ts'
import { routeOf } from './route.ts'
import { spellerOf } from './speller.ts'

/** What the data listener is made of. */
export interface ServerParts {
  readonly cell: SnapshotCell
  readonly providers: Providers
  readonly sending: Sending
  readonly caches: Caches
  readonly log: Pick<Log, 'request' | 'error'>
  /** Decides again, beside, what was decided. */
  readonly shadowing: Shadowing | undefined
  /** False while draining: answers then close their connection. */
  readonly isReady: () => boolean
  /** False while the store cannot be written: requests with a hard budget are refused. */
  readonly isWritable: () => boolean
  readonly underway: Underway
  readonly content: ContentStore
  /** Told of each request at its end, where somebody counts them. */
  readonly ended: ((trace: Trace) => void) | undefined
  /** Where spans of requests go, if anywhere. */
  readonly spans: SpanExporter | undefined
}

/** Answers one request, whatever happens; it holds its snapshot to the end. Never rejects. */
export async function serve(parts: ServerParts, inbound: Inbound): Promise<void> {
  const lease = parts.cell.acquire()
  try {
    await serveCall(parts, beginCall(lease.snapshot, parts.providers, inbound))
  } finally {
    lease[Symbol.dispose]() // not by `using`, which takes longer than all else here (0.4 µs)
  }
}

async function serveCall(parts: ServerParts, call: Call): Promise<void> {
  if (!parts.isReady()) call.inbound.closeAfter()
  parts.underway.requests++
  try {
    await answer(parts, call)
  } catch (error) {
    answerBug(parts, call, error)
  } finally {
    end(parts, call)
  }
  if (call.copy !== undefined) await call.copy.catch((error: unknown) => tellBug(parts, call, error))
  tell(parts, call)
}

/** The client learns that there is a bug, the log which. What cannot be said is not: the connection ends. */
function answerBug(parts: ServerParts, call: Call, error: unknown): void {
  tellBug(parts, call, error)
  const message = `Something went wrong in the gateway; its log names it by request ${call.id}.`
  try {
    answerRefusal(call, refuse(500, 'internal_error', message))
  } catch {
    call.inbound.hangUp()
  }
}

function tellBug({ log }: ServerParts, { id }: Call, error: unknown): void {
  log.error('a bug', { requestId: id, stack: error instanceof Error ? error.stack : String(error) })
}

function end({ underway }: ServerParts, { trace, client, startedMs, turn }: Call): void {
  turn?.end()
  underway.requests--
  if (client.stream?.isOpen === true) {
    underway.streams--
    trace.responseBytes = client.stream.bytes
  }
  trace.latencyMs = performance.now() - startedMs
}

/** What has no endpoint (a probe, a list of models, a path that is none) leaves no line. */
function tell({ log, content, ended, spans }: ServerParts, call: Call): void {
  const { trace } = call
  if (trace.endpoint === undefined) return
  if (trace.status === undefined) noteGone(trace)
  ended?.(trace)
  if (call.span?.context.isSampled === true)
    spans?.add(otlpSpans(call.span, trace, call.view?.body.model ?? call.urlWords?.model))
  if (isLogged(trace)) log.request(trace)
  storeContent(call, content)
}

/** The client left before there was anything to answer. */
function noteGone(trace: Trace): void {
  trace.status = 499
  trace.error = 'client_closed_request'
}

function answer(parts: ServerParts, call: Call): void | Promise<void> {
  const refusal = call.inbound.framingFault(call.snapshot.gateway.limits.headersMax)
  if (refusal !== undefined) return refuseRoute(call, refusal)
  const page = admitOrigin(call)
  if (page !== 'none') return page === 'answered' ? undefined : refuseRoute(call, page)
  const route = routeOf(call.inbound.method, call.inbound.url)
  if (isRefusal(route)) return refuseRoute(call, route)
  if (route.kind !== 'decide' && route.kind !== 'count') return answerSmall(parts, call, route)
  call.dialect = call.speller = route.dialect
  call.trace.endpoint = route.dialect.endpoint
  call.pathProject = route.pathProject
  call.urlWords = route.urlWords
  call.queryKey = route.queryKey
  call.queryUp = route.queryUp
  if (parts.spans !== undefined) call.span = beginSpan(call.inbound.headers)
  if (route.kind === 'count') return handleCount(call, parts.sending, route.dialect)
  if (parts.shadowing?.isActive !== true) return handle(call, parts.sending, parts.caches)
  call.address = call.inbound.remoteAddress // a connection that is gone has none
  return handle(call, parts.sending, parts.caches).then(() => observe(parts, call))
}

function observe({ shadowing }: ServerParts, { view, address, trace, providers }: Call): void {
  const { decision, startedMs, policy } = trace
  if (view === undefined || decision === undefined) return
  shadowing?.observe({
    view: { ...view, from: { remoteAddress: address } },
    decision,
    policy,
    stateOf: (candidate) => providers.stateAt(candidate, startedMs),
  })
}

/** Nothing but path and headers tell yet what the client speaks. */
function refuseRoute(call: Call, refusal: Refusal): void {
  call.speller = spellerOf(call.inbound.url, call.inbound.headers)
  answerRefusal(call, refusal)
}

type SmallRoute = Exclude<Route, { kind: 'decide' | 'count' }>

function answerSmall(parts: ServerParts, call: Call, route: SmallRoute): void | Promise<void> {
  switch (route.kind) {
    case 'health':
      return answerJson(call, 200, { status: 'ok' })
    case 'ready':
      if (!parts.isReady()) return answerJson(call, 503, { status: 'draining' })
      return parts.isWritable()
        ? answerJson(call, 200, { status: 'ready', policy: call.snapshot.version })
        : answerJson(call, 503, { status: 'store_unavailable' })
    case 'models':
      return answerModels(parts, call, route)
  }
}

async function answerModels(
  { sending }: ServerParts,
  call: Call,
  route: Extract<Route, { kind: 'models' }>,
): Promise<void> {
  const { snapshot, inbound } = call
  call.speller = spellerOf(inbound.url, inbound.headers)
  const identity = await identify(snapshot, sending, inbound, route.queryKey)
  if (isRefusal(identity)) return answerRefusal(call, identity)
  const api = callerApi(inbound.headers, inbound.url)
  const listed = listModels(snapshot, identity, { api, model: route.model, query: route.query })
  return isRefusal(listed) ? answerRefusal(call, listed) : answerJson(call, 200, listed)
}

function answerJson({ inbound, id }: Call, status: number, value: object): void {
  const body = Buffer.from(JSON.stringify(value))
  inbound.writeHead(status, [
    'x-gwc-request-id',
    id,
    'content-type',
    'application/json',
    'content-length',
    String(body.length),
  ])
  inbound.end(body)
}
