import type { ExactCache } from '../cache/exact.ts'
import type { Inbound } from '../front/inbound.ts'
import type { Log } from '../log.ts'
import type { SnapshotCell } from '../snapshot.ts'
import type { Providers } from '../upstream/target.ts'
import type { Sending } from './attempt.ts'
import { beginCall } from './call.ts'
import type { Call } from './call.ts'
import { admitOrigin } from './cross-origin.ts'
import { answerRefusal } from './errors.ts'
import { handle } from './handle.ts'
import { identify } from './identify.ts'
import { listModels } from './list-models.ts'
import { isRefusal, refuse } from './refusal.ts'
import type { Route } from './route.ts'
import { routeOf } from './route.ts'

/** What the data listener is made of. */
export interface ServerParts {
  readonly cell: SnapshotCell
  readonly providers: Providers
  readonly sending: Sending
  readonly cache: ExactCache
  readonly log: Pick<Log, 'request' | 'error'>
  /** False while draining: answers then close their connection. */
  readonly isReady: () => boolean
}

/** Answers one request, whatever happens; it holds its snapshot to the end. Never rejects. */
export async function serve(parts: ServerParts, inbound: Inbound): Promise<void> {
  using lease = parts.cell.acquire()
  const call = beginCall(lease.snapshot, parts.providers, inbound)
  if (!parts.isReady()) inbound.closeAfter()
  try {
    await answer(parts, call)
  } catch (error) {
    parts.log.error('a bug', {
      requestId: call.id,
      stack: error instanceof Error ? error.stack : String(error),
    })
    answerRefusal(
      call,
      refuse(
        500,
        'internal_error',
        `Something went wrong in the gateway; its log names it by request ${call.id}.`,
      ),
    )
  }
}

async function answer(parts: ServerParts, call: Call): Promise<void> {
  const refusal = call.inbound.framingFault(call.snapshot.gateway.limits.headersMax)
  if (refusal !== undefined) return answerRefusal(call, refusal)
  const page = admitOrigin(call)
  if (page !== 'none') return page === 'answered' ? undefined : answerRefusal(call, page)
  const route = routeOf(call.inbound.method, call.inbound.url)
  if (isRefusal(route)) return answerRefusal(call, route)
  if (route.kind !== 'decide') return answerSmall(parts, call, route)
  call.dialect = route.dialect
  call.pathProject = route.pathProject
  call.queryKey = route.queryKey
  await handle(call, parts.sending, parts.cache)
  call.trace.latencyMs = performance.now() - call.startedMs
  parts.log.request(call.trace)
}

function answerSmall(parts: ServerParts, call: Call, route: Exclude<Route, { kind: 'decide' }>): void {
  switch (route.kind) {
    case 'health':
      return answerJson(call, 200, { status: 'ok' })
    case 'ready':
      return parts.isReady()
        ? answerJson(call, 200, { status: 'ready', policy: call.snapshot.version })
        : answerJson(call, 503, { status: 'draining' })
    case 'models':
      return answerModels(call, route)
  }
}

function answerModels(call: Call, route: Extract<Route, { kind: 'models' }>): void {
  const identity = identify(call.snapshot, call.inbound, route.queryKey)
  if (isRefusal(identity)) return answerRefusal(call, identity)
  const listed = listModels(call.snapshot, identity, route.model)
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
