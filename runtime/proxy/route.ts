import type { CountingDialect, Dialect, UrlWords } from '../wire/dialect.ts'
import { anthropicCount } from '../wire/anthropic-messages/count.ts'
import { dialects } from '../wire/dialects.ts'
import { dialectOfMethod, methodsServed, routeOfMethod } from './google-route.ts'
import { methodCallIn } from '../wire/gemini/methods.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** Where a request goes, by method and path. */
export type Route =
  /** A request that the policy decides. */
  | (Carried & { readonly kind: 'decide'; readonly dialect: Dialect })
  /** One that is only counted. */
  | (Carried & { readonly kind: 'count'; readonly dialect: CountingDialect })
  /** The models, or one of them. */
  | {
      readonly kind: 'models'
      readonly model: string | undefined
      readonly queryKey: string | undefined
      readonly query: URLSearchParams
    }
  | { readonly kind: 'health' }
  | { readonly kind: 'ready' }

/** What a URL carries beside the route. */
export interface Carried {
  readonly pathProject: string | undefined
  /** The model and whether its answer streams, where the dialect has the URL say so. */
  readonly urlWords: UrlWords | undefined
  readonly queryKey: string | undefined
  /** What goes up to the provider as it came. */
  readonly queryUp: string
}

/** Query parameters that some client sends for good reason; any other is refused, for nothing in a query may choose a model. */
const allowedQuery = new Set([
  'beta',
  'alt',
  'key',
  'limit',
  'after',
  'before',
  'order',
  'after_id',
  'before_id',
  'pageSize',
  'pageToken',
])

const PROJECT = /^\/p\/([A-Za-z0-9._-]{1,64})(\/.*)$/

/** Finds the route of a request line. */
export function routeOf(method: string, url: string): Route | Refusal {
  if (method === 'POST' && url === '/v1/chat/completions') return plainChat
  const [path, query] = split(url)
  const queryKey = readQuery(query)
  if (typeof queryKey === 'object') return queryKey
  const project = PROJECT.exec(path)
  const carried = { pathProject: project?.[1], urlWords: undefined, queryKey, queryUp: betaOf(query) }
  return find(method, project?.[2] ?? path, carried, query)
}

/** The dialect that a path belongs to; `undefined` for what several share. */
export function dialectAt(url: string): Dialect | undefined {
  const [path] = split(url)
  const own = PROJECT.exec(path)?.[2] ?? path
  return byPath.get(own) ?? (own === COUNT_TOKENS ? anthropicCount : dialectOfMethod(own))
}

const plainChat: Route = {
  kind: 'decide',
  dialect: dialects['openai-chat'],
  pathProject: undefined,
  urlWords: undefined,
  queryKey: undefined,
  queryUp: '',
}

/** The dialect of each path that takes requests to decide. */
const byPath: ReadonlyMap<string, Dialect> = new Map(
  Object.values(dialects).flatMap((dialect) =>
    typeof dialect.path === 'string' ? [[`/v1${dialect.path}`, dialect] as const] : [],
  ),
)

/** Google's clients ask under v1beta, too (wire.md 6). */
const MODELS = /^\/v1(?:beta)?\/models(?:\/(.+))?$/

const COUNT_TOKENS = '/v1/messages/count_tokens'

function find(method: string, path: string, carried: Carried, query: string): Route | Refusal {
  const { queryKey } = carried
  const dialect = byPath.get(path)
  if (dialect !== undefined)
    return method === 'POST' ? { kind: 'decide', dialect, ...carried } : wrongMethod('POST')
  if (path === COUNT_TOKENS)
    return method === 'POST' ? { kind: 'count', dialect: anthropicCount, ...carried } : wrongMethod('POST')
  if (path === '/healthz') return readOnly(method, { kind: 'health' })
  if (path === '/readyz') return readOnly(method, { kind: 'ready' })
  const called = methodCallIn(path)
  if (called !== undefined)
    return method === 'POST' ? routeOfMethod(called, carried, query) : wrongMethod('POST')
  const models = MODELS.exec(path)
  if (models !== null) {
    const model = models[1] === undefined ? undefined : decoded(models[1])
    return readOnly(method, { kind: 'models', model, queryKey, query: new URLSearchParams(query) })
  }
  if (path.startsWith(OF_RESPONSES))
    return refuse(404, 'not_found', whyNoResponse(path.slice(OF_RESPONSES.length)))
  return refuse(
    404,
    'not_found',
    `There is no such route here; gwc serves POST ${[...byPath.keys(), COUNT_TOKENS].join(', ')}, /v1beta/models/MODEL:METHOD with ${methodsServed}, and GET /v1/models.`,
  )
}

const OF_RESPONSES = '/v1/responses/'

/** What OpenAI serves below its responses, and why gwc does not. */
function whyNoResponse(rest: string): string {
  const why =
    unserved.get(rest) ?? 'the answers themselves are kept by the provider, at the account that made them'
  return `gwc serves POST /v1/responses and nothing below it: ${why}.`
}

const unserved: ReadonlyMap<string, string> = new Map([
  ['compact', 'a conversation is compacted by the client, as a request that the policy decides'],
  ['input_tokens', `tokens are counted at POST ${COUNT_TOKENS} only`],
])

function readOnly(method: string, route: Route): Route | Refusal {
  return method === 'GET' || method === 'HEAD' ? route : wrongMethod('GET, HEAD')
}

function wrongMethod(allow: string): Refusal {
  return refuse(405, 'method_not_allowed', `This route takes ${allow} only.`, { allow })
}

/** The `key` of a query, or why the query is refused. */
function readQuery(query: string): string | undefined | Refusal {
  if (query === '') return undefined
  if (/[^\w.~%+=&/:@,-]/.test(query))
    return refuse(400, 'unknown_query', 'The query holds a character that programs read in different ways.')
  const parameters = new URLSearchParams(query)
  for (const name of parameters.keys()) {
    if (!allowedQuery.has(name))
      return refuse(
        400,
        'unknown_query',
        `The query parameter ${JSON.stringify(name.slice(0, 64))} is not taken; only the body chooses what is asked.`,
      )
  }
  return parameters.getAll('key').length > 1
    ? refuse(400, 'unknown_query', 'The query holds two keys.')
    : (parameters.get('key') ?? undefined)
}

/** Anthropic's clients say `?beta=true` in front of what else they ask for: it goes up as it came. */
function betaOf(query: string): string {
  const beta = query.split('&').find((pair) => pair === 'beta' || pair.startsWith('beta='))
  return beta === undefined ? '' : `?${beta}`
}

function split(url: string): readonly [string, string] {
  const at = url.indexOf('?')
  return at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
