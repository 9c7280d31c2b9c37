import type { Model } from '../../core/catalogue.ts'
import type { Action, Axis, CacheAction } from '../../schemas/generated/decision-table.ts'
import type { StaticKey } from '../../schemas/generated/gateway.ts'
import { digestOf, makeKey } from '../../runtime/identity/key-format.ts'
import type { CacheConfig } from '../../runtime/config/gateway.ts'
import { bucketOf } from '../../runtime/cache/calibration/calibration.ts'
import type { LikeQuestions } from '../../runtime/cache/like-questions.ts'
import { startFakeProvider } from './fake-provider.ts'
import type { FakeProvider, Script } from './fake-provider.ts'
import { asked, capable, clientKey, routeAll, stage, startFixture } from './gateway-fixture.ts'
import type { Fixture, FixtureOptions } from './gateway-fixture.ts'
import { say } from './provider/say.ts'
import type { TableSpec } from './table-builder.ts'

/** What a test asks a gateway that caches. */
export interface Question {
  readonly text?: string
  /** Default: the fixture's key. */
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly stream?: boolean
  /** Fields of a chat request beside its message, or in its place. */
  readonly more?: object
}

/** An answer as the tests look at it. */
export interface Answered {
  readonly status: number
  /** The first word of `x-gwc-cache`. */
  readonly cache: string
  /** `id`, `score` and `age` of that header. */
  readonly details: Readonly<Record<string, string>>
  readonly headers: Headers
  /** What the model said, in an answer that is no stream. */
  readonly said: string
  readonly body: string
}

/** A gateway with a cache before a provider whose answers tell how many it has given. */
export interface CacheWorld {
  readonly provider: FakeProvider
  readonly fixture: Fixture
  readonly like: LikeQuestions
  readonly ask: (question: Question) => Promise<Answered>
  readonly close: () => Promise<void>
}

export interface WorldOptions {
  readonly cache?: Partial<CacheAction>
  readonly script?: Script
  readonly keys?: readonly StaticKey[]
  readonly semantic?: CacheConfig['semantic']
  /** The policy asks for `x-data-class`. */
  readonly labelled?: boolean
  /** The policy gives each request the model that it asks for: `acme/large` or `acme/small`. */
  readonly asked?: boolean
  /** Budgets and limits of the policy. */
  readonly charges?: Pick<TableSpec, 'budget' | 'limit'>
  /** Where the provider `aside` is, if there is one. */
  readonly asideUrl?: string
  /** Catalogue rows beside those two. */
  readonly models?: readonly Model[]
  readonly options?: Partial<FixtureOptions>
}

/** `semantic 0.9 for 1m`, shared by a team. */
export const semantic: CacheAction = {
  kind: 'cache',
  mode: 'semantic',
  ttlMs: 60_000,
  within: 'team',
  confidence: 900,
}

/** Another key of the gateway, by a number. */
export const keyOf = (number: number): string => makeKey(() => Buffer.alloc(32, number))

/** Two members of one team, and one of another. */
export const people: readonly StaticKey[] = [
  { digest: digestOf(clientKey), name: 'ann', team: 'payments', org: 'acme' },
  { digest: digestOf(keyOf(1)), name: 'bob', team: 'payments', org: 'acme' },
  { digest: digestOf(keyOf(2)), name: 'eve', team: 'search', org: 'acme' },
]

/** Every answer another one. */
export function counting(): Script {
  let given = 0
  return (exchange) => say({ text: `Answer ${++given}.` })(exchange)
}

/** Starts both. What the verifier accepts counts as measured: these tests are about what comes before and after it. */
export async function startCacheWorld(world: WorldOptions = {}): Promise<CacheWorld> {
  const provider = await startFakeProvider(world.script ?? counting())
  const fixture = await startFixture(policyOf(world), {
    providers: {
      acme: { baseUrl: provider.baseUrl },
      ...(world.asideUrl === undefined ? {} : { aside: { baseUrl: world.asideUrl } }),
    },
    models: [capable('acme/large'), capable('acme/small'), ...(world.models ?? [])],
    keys: world.keys ?? people,
    config: {
      cache: { kind: 'memory', bytesMax: 1 << 20, ...(world.semantic && { semantic: world.semantic }) },
    },
    ...world.options,
  })
  const like = await fixture.gateway.caches.likeness()
  trust(like)
  return {
    provider,
    fixture,
    like,
    ask: (question) => ask(fixture, question),
    close: async () => {
      await fixture.gateway.close()
      await provider.close()
    },
  }
}

function policyOf({
  cache,
  labelled = false,
  asked: isAsked = false,
  charges = {},
  models = [],
}: WorldOptions): TableSpec {
  const action: Action = { ...semantic, ...cache }
  const spec = routeAll([isAsked ? asked : stage('acme/large')])
  const [everything] = spec.route
  const secret = { ...everything!, allow: { data_class: [1] }, rule: 'secret' }
  return {
    ...spec,
    ...charges,
    models: [...(spec.models ?? []), ...(models as unknown as NonNullable<TableSpec['models']>)],
    axes: labelled ? [dataClass] : [],
    route: labelled ? [secret, everything!] : spec.route,
    cache: [{ allow: {}, action, rule: null }],
  }
}

const dataClass: Axis = {
  fact: 'data_class',
  type: { kind: 'string' },
  source: 'request',
  cost: 'free',
  origin: { kind: 'header', name: 'x-data-class' },
  count: 2,
  missing: 0,
  classes: { kind: 'values', values: [['secret', 1]], other: 0 },
}

/** Takes every kind of accepted pair for measured a thousand times, and never wrong. */
export function trust({ accepted }: LikeQuestions): void {
  for (const unexplained of [0, 1, 2, 3])
    for (const score of [0, 0.5, 0.7, 0.8, 0.9, 0.97])
      for (let i = 0; i < 1_000; i++) accepted.record(bucketOf({ kind: 'accept', unexplained }, score), false)
}

async function ask(
  fixture: Fixture,
  { text = '', key = clientKey, headers = {}, stream = false, more = {} }: Question,
): Promise<Answered> {
  const messages = [{ role: 'user', content: text }]
  return post(fixture, '/chat/completions', { model: 'auto', messages, stream, ...more }, { key, headers })
}

/** Asks anything. */
export async function post(
  fixture: Fixture,
  path: string,
  request: object,
  { key = clientKey, headers = {} }: Pick<Question, 'key' | 'headers'> = {},
): Promise<Answered> {
  const response = await fetch(`${fixture.baseUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(request),
  })
  const body = await response.text()
  const [cache = '', ...rest] = (response.headers.get('x-gwc-cache') ?? '').split('; ')
  const details = Object.fromEntries(rest.map((each) => each.split('=') as [string, string]))
  const said = /Answer \d+\./.exec(body)?.[0] ?? ''
  return { status: response.status, cache, details, headers: response.headers, said, body }
}
