import { nobody } from '../identity/keys.ts'
import { scopeOf } from '../cache/cache-key.ts'
import type { CacheOrder, CacheReply } from '../cache/cache-control.ts'
import { adminError } from './admin-error.ts'
import { textFields } from './text-fields.ts'
import type { AdminAnswer, AdminParts, AdminRequest, AdminRoute } from './route.ts'

/** Routes that look into the cache and take out of it. Each change is in the audit log. */
export const cacheRoutes: readonly AdminRoute[] = [
  {
    method: 'GET',
    path: '/cache',
    role: 'admin',
    does: 'How many questions the cache keeps in how many bytes, the pairs in quarantine, and how often each kind of pair is wrong at most.',
    answer: async (_, { cache }) => told(await cache.ask({ kind: 'stats' })),
  },
  {
    method: 'POST',
    path: '/cache/purge',
    role: 'admin',
    does: 'Lets nothing that is kept now be found again, in one scope (`{"team": "search", "org": "acme"}`: the narrowest that is named counts, with what lies below it; those above it say whose, of any where none is named) or in all (`{"everything": "true"}`), in one step.',
    answer: purge,
  },
  {
    method: 'DELETE',
    path: '/cache/entries/{id}',
    role: 'admin',
    does: 'Takes out one answer by its id, as `x-gwc-cache` tells it.',
    answer: async ({ segments: { id = '' }, actor }, { cache, audit }) => {
      if (!isDone(await cache.ask({ kind: 'remove', id }))) return unknownEntry
      await audit.record({ actor, action: 'cache_delete', after: { id } })
      return { status: 200, json: { id, deleted: true } }
    },
  },
  {
    method: 'POST',
    path: '/cache/feedback',
    role: 'admin',
    does: 'Says that the kept answer that a request got was wrong: `{"request": "…"}`, its `x-gwc-request-id`. The pair of questions is never a hit again, and its kind counts as wrong once more.',
    answer: feedback,
  },
  {
    method: 'GET',
    path: '/cache/why',
    role: 'admin',
    does: 'Why one question gets the answer to another, or does not: `?asked=…&kept=…`; without `kept` the nearest that are kept, of all or of a scope (`&team=…`).',
    answer: why,
  },
]

async function purge({ body, actor }: AdminRequest, { cache, audit }: AdminParts): Promise<AdminAnswer> {
  const fields = textFields(body)
  const scope = scopeBy((name) => fields[name])
  const isAll = fields['everything'] === 'true'
  if ((scope === undefined) !== isAll) return purgeForm
  if (!isDone(await cache.ask({ kind: 'purge', scope }))) return notPurged
  await audit.record({ actor, action: 'cache_purge', after: { scope: scope ?? 'everything' } })
  return {
    status: 200,
    json: { purged: scope === undefined ? 'everything' : (JSON.parse(scope) as string[]) },
  }
}

async function feedback({ body, actor }: AdminRequest, { cache, audit }: AdminParts): Promise<AdminAnswer> {
  const { request } = textFields(body)
  if (request === undefined) return feedbackForm
  if (!isDone(await cache.ask({ kind: 'report', requestId: request }))) return unknownHit
  await audit.record({ actor, action: 'cache_feedback', after: { request } })
  return { status: 200, json: { request, quarantined: true } }
}

async function why({ query }: AdminRequest, { cache }: AdminParts): Promise<AdminAnswer> {
  const [asked, kept] = [query.get('asked') ?? undefined, query.get('kept') ?? undefined]
  if (asked === undefined) return whyForm
  const scope = scopeBy((name) => query.get(name) ?? undefined)
  const order: CacheOrder =
    kept === undefined ? { kind: 'near', asked, scope } : { kind: 'pair', asked, kept }
  return told(await cache.ask(order))
}

function told(reply: CacheReply): AdminAnswer {
  switch (reply.kind) {
    case 'figures':
      return { status: 200, json: reply.figures }
    case 'explained':
      return { status: 200, json: { pairs: reply.pairs } }
    case 'done':
      return { status: 200, json: { done: reply.isDone } }
  }
}

const isDone = (reply: CacheReply): boolean => reply.kind === 'done' && reply.isDone

/** Narrowest first: whom answers are shared with is told by the narrowest name, and those above it say whose it is. */
const scopes = ['key', 'developer', 'project', 'team', 'org'] as const

function scopeBy(named: (name: string) => string | undefined): string | undefined {
  const within = scopes.find((scope) => named(scope) !== undefined)
  if (within === undefined) return undefined
  const names = scopes.flatMap((scope) => {
    const name = named(scope)
    return name === undefined ? [] : [[scope, name] as const]
  })
  return scopeOf({ ...nobody, ...Object.fromEntries(names) }, within)
}

const purgeForm = adminError(
  400,
  'bad_purge',
  'Send {"team": "…"} (or key, developer, project, org), or {"everything": "true"}, and not both.',
)
const notPurged = adminError(
  503,
  'not_purged',
  "The cache's store does not answer: nothing kept is served meanwhile, and others do not know of a purge yet. Ask again.",
)
const unknownEntry = adminError(404, 'entry_not_found', 'Nothing of that id is kept.')
const feedbackForm = adminError(
  400,
  'bad_feedback',
  'Send {"request": "…"}: the x-gwc-request-id of an answer of the cache.',
)
const unknownHit = adminError(
  404,
  'hit_not_found',
  'No like question answered that request here, or it is older than the last 10,000. An exact answer is taken out by its id: DELETE /cache/entries/{id}.',
)
const whyForm = adminError(400, 'bad_question', 'Ask with ?asked=… and, of one pair, &kept=….')
