import { metricsType, renderMetrics } from '../metrics/render.ts'
import type { TrafficLogEntry } from '../../schemas/generated/traffic-log.ts'
import { adminError } from './admin-error.ts'
import { cacheRoutes } from './cache-routes.ts'
import { keyRoutes } from './key-routes.ts'
import { policyRoutes } from './policy-routes.ts'
import { spendRoutes } from './spend-routes.ts'
import type { AdminAnswer, AdminParts, AdminRequest, AdminRoute } from './route.ts'

/** Every route of the admin listener; what is not here is not served. */
export const adminRoutes: readonly AdminRoute[] = [
  {
    method: 'GET',
    path: '/healthz',
    role: 'anyone',
    does: 'Whether the process answers.',
    answer: () => ({ status: 200, json: { status: 'ok' } }),
  },
  {
    method: 'GET',
    path: '/readyz',
    role: 'anyone',
    does: 'Whether it takes requests: 503 while it drains, and while its store cannot be written.',
    answer: (_, { status }) => {
      const { ready, draining } = status()
      if (ready) return { status: 200, json: { status: 'ready' } }
      return { status: 503, json: { status: draining ? 'draining' : 'store_unavailable' } }
    },
  },
  {
    method: 'GET',
    path: '/metrics',
    role: 'admin',
    does: "Metrics in Prometheus' text format (docs/reference/metrics.md).",
    answer: (_, { metrics, readGauges }) => {
      readGauges()
      return { status: 200, text: renderMetrics(metrics), type: metricsType }
    },
  },
  {
    method: 'GET',
    path: '/status',
    role: 'admin',
    does: 'Version, policy and since when, the last reload, providers and their accounts.',
    answer: async (_, { status, control }) => {
      const told = status()
      const withdrawn = await control?.withdrawn()
      return { status: 200, json: { ...told, policy: { ...told.policy, withdrawn } } }
    },
  },
  {
    method: 'GET',
    path: '/requests',
    role: 'admin',
    does: 'The newest of the last 10,000 requests: `?limit=` (50, at most 1,000), `?status=` (`502` or `5xx`), `?rule=`, `?model=`.',
    answer: listRequests,
  },
  {
    method: 'GET',
    path: '/requests/{id}',
    role: 'admin',
    does: 'One of them by its `x-gwc-request-id`: facts, rule, attempts, usage, cost.',
    answer: ({ segments: { id = '' } }, { recent }) => {
      const entry = recent.find(id)
      return entry === undefined ? unknownRequest : { status: 200, json: entry }
    },
  },
  {
    method: 'GET',
    path: '/audit',
    role: 'admin',
    does: 'The newest changes: `?limit=` (50, at most 1,000).',
    answer: ({ query }, { audit }) =>
      limited(query, (limit) => ({ head: audit.head, entries: audit.newest(limit) })),
  },
  ...policyRoutes,
  ...keyRoutes,
  ...spendRoutes,
  ...cacheRoutes,
]

const unknownRequest = adminError(
  404,
  'request_not_found',
  'No such request has ended here, the policy keeps nothing of it, or it is older than the last 10,000.',
)

/** By what a list of requests can be narrowed. */
const filters: Readonly<Record<string, (entry: TrafficLogEntry, asked: string) => boolean>> = {
  status: ({ status = '' }, asked) =>
    /xx$/i.test(asked) ? String(status).startsWith(asked.charAt(0)) : String(status) === asked,
  rule: ({ rule }, asked) => rule === asked,
  model: ({ model = '' }, asked) => model === asked,
}

const statusForm = /^[1-5](\d\d|xx)$/i

function listRequests({ query }: AdminRequest, { recent }: AdminParts): AdminAnswer {
  const unknown = [...query.keys()].find((name) => name !== 'limit' && !Object.hasOwn(filters, name))
  if (unknown !== undefined)
    return adminError(400, 'unknown_query', `The list is narrowed by status, rule, model and limit only.`)
  if (!statusForm.test(query.get('status') ?? '200'))
    return adminError(
      400,
      'bad_status',
      'status (`--status`) is a status such as 502, or a class such as 5xx.',
    )
  const asked = Object.entries(filters).filter(([name]) => query.has(name))
  const passes = (entry: TrafficLogEntry): boolean =>
    asked.every(([name, fits]) => fits(entry, query.get(name) ?? ''))
  return limited(query, (limit) => ({
    requests: recent.newest(limit, passes),
  }))
}

function limited(query: URLSearchParams, answer: (limit: number) => object): AdminAnswer {
  const limit = Number(query.get('limit') ?? 50)
  return Number.isInteger(limit) && limit >= 1 && limit <= 1_000
    ? { status: 200, json: answer(limit) }
    : adminError(400, 'bad_limit', 'limit (`--limit`) is a whole number from 1 to 1000.')
}
