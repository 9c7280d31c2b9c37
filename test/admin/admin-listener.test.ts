import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminRoutes } from '../../runtime/admin/routes.ts'
import { createKey, revokeKey } from '../../runtime/keys/change-keys.ts'
import type { KeySpec } from '../../runtime/keys/change-keys.ts'
import { openKeyFile } from '../../runtime/keys/key-file.ts'
import { followKeys } from '../../runtime/keys/managed-keys.ts'
import { filesChanged } from '../../runtime/reload.ts'
import { answer, error } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage } from '../support/gateway-fixture.ts'
import { rawSocket } from '../support/raw-socket.ts'
import { adminKey, startWatched } from '../support/watched-gateway.ts'
import type { WatchedGateway } from '../support/watched-gateway.ts'

let provider: FakeProvider
let watched: WatchedGateway

const who = { actor: 'tests', nowMs: Date.now() }
const keys = openKeyFile(':memory:')
const made = (name: string, more: Partial<KeySpec> = {}): string =>
  createKey(keys, { name, ...more }, who, new Set()).secret
const living = made('living', { org: 'another', team: 'another' })
const expired = createKey(keys, { name: 'expired', expiresMs: 2 }, { ...who, nowMs: 1 }, new Set()).secret
const revoked = made('revoked')
revokeKey(keys, 'revoked', who)
const managed = followKeys(keys, { audit: undefined, warn: () => undefined })

beforeAll(async () => {
  provider = await startFakeProvider(answer('Hello.'))
  watched = await startWatched(routeAll([stage('acme/large')]), {
    providers: { acme: { baseUrl: provider.baseUrl } },
    managed,
  })
})

afterAll(async () => {
  await watched[Symbol.asyncDispose]()
  managed.close()
  await provider.close()
})

/** Sends one chat request; the id that the answer names it by. */
async function chat(): Promise<string> {
  const response = await fetch(`${watched.fixture.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'prompt-canary' }] }),
  })
  await response.text()
  return response.headers.get('x-gwc-request-id') ?? ''
}

/** Sends one request of the given head; the status and the body of the answer. */
async function raw(port: number, head: string): Promise<{ status: number; text: string }> {
  using socket = await rawSocket(port)
  socket.send(`${head}\r\nConnection: close\r\n\r\n`)
  const text = await socket.closed()
  return { status: Number(text.slice(9, 12)), text }
}

const adminPort = (): number => watched.fixture.gateway.admin?.port ?? 0
const closed = adminRoutes.filter(({ role }) => role !== 'anyone')

describe('without the key', () => {
  const credentials = {
    'no key': {},
    'a wrong key': { authorization: `Bearer ${adminKey}x` },
    'a beginning of the key': { authorization: `Bearer ${adminKey.slice(0, -1)}` },
    "a client's key": { authorization: `Bearer ${clientKey}` },
    'a managed key of another organisation': { authorization: `Bearer ${living}` },
    'a key that has expired': { authorization: `Bearer ${expired}` },
    'a key that was revoked': { authorization: `Bearer ${revoked}` },
    'the key under another scheme': { authorization: `Basic ${adminKey}` },
    'the key in another header': { 'x-api-key': adminKey },
    'the key in a cookie': { cookie: `key=${adminKey}; authorization=Bearer ${adminKey}` },
  }
  const cases = closed.flatMap((route) =>
    Object.entries(credentials).map(([name, headers]) => ({ ...route, name, headers })),
  )

  test.each(cases)('S05 $method $path is refused with $name', async ({ method, path, headers }) => {
    const response = await fetch(watched.adminUrl + path.replace('{id}', 'x'), { method, headers })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'admin_key_required' } })
  })

  test('S05 those are keys of the data listener: one opens it, the others did', async () => {
    const statusOf = async (key: string): Promise<number> =>
      (await fetch(`${watched.fixture.baseUrl}/models`, { headers: { authorization: `Bearer ${key}` } }))
        .status
    expect(await Promise.all([living, expired, revoked].map(statusOf))).toEqual([200, 401, 401])
  })

  test.each(['/', '/nothing', '/status/', '//status', '/STATUS', '/requests/a/b', '/%73tatus'])(
    'not even whether %s is a route is told',
    async (path) => {
      expect((await fetch(watched.adminUrl + path)).status).toBe(401)
    },
  )

  test('the key in a query opens nothing', async () => {
    expect((await fetch(`${watched.adminUrl}/status?key=${adminKey}`)).status).toBe(401)
  })

  test('only /healthz and /readyz answer', async () => {
    const open = adminRoutes.filter(({ role }) => role === 'anyone').map(({ path }) => path)
    expect(open).toEqual(['/healthz', '/readyz'])
    for (const path of open) expect((await fetch(watched.adminUrl + path)).status).toBe(200)
  })
})

describe('tricks', () => {
  const authorization = `Authorization: Bearer ${adminKey}`

  test.each([
    ['two keys', `GET /status HTTP/1.1\r\nHost: localhost\r\n${authorization}\r\n${authorization}`, 400],
    [
      'a name that some DNS points here',
      `GET /status HTTP/1.1\r\nHost: evil.example\r\n${authorization}`,
      403,
    ],
    ['an address in decimal', `GET /status HTTP/1.1\r\nHost: 2130706433\r\n${authorization}`, 403],
    ['two hosts', `GET /status HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n${authorization}`, 400],
    [
      'an absolute target',
      `GET http://localhost/status HTTP/1.1\r\nHost: localhost\r\n${authorization}`,
      400,
    ],
    [
      'a web page',
      `GET /status HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n${authorization}`,
      403,
    ],
    [
      'a page of another site',
      `GET /status HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\n${authorization}`,
      403,
    ],
    [
      "a browser's question before a cross-origin call",
      'OPTIONS /status HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\nAccess-Control-Request-Method: GET',
      403,
    ],
    [
      'a method that the route does not take',
      `DELETE /status HTTP/1.1\r\nHost: localhost\r\n${authorization}`,
      405,
    ],
  ])('%s', async (_, head, status) => {
    const { status: got, text } = await raw(adminPort(), head)
    expect(got).toBe(status)
    expect(text.toLowerCase()).not.toContain('access-control')
  })

  test('what is asked rightly in the same way is answered', async () => {
    const { status, text } = await raw(
      adminPort(),
      `GET /status HTTP/1.1\r\nHost: localhost\r\n${authorization}`,
    )
    expect(status).toBe(200)
    expect(text).toContain('cache-control: no-store')
    expect(text).toContain('x-content-type-options: nosniff')
  })

  test.each(adminRoutes.filter(({ role }) => role === 'admin'))(
    'the data listener has no $method $path',
    async ({ method, path }) => {
      const url = watched.fixture.baseUrl.replace('/v1', '') + path.replace('{id}', 'x')
      for (const key of [clientKey, adminKey])
        expect((await fetch(url, { method, headers: { authorization: `Bearer ${key}` } })).status).toBe(404)
    },
  )

  test('the admin key opens no model', async () => {
    const response = await fetch(`${watched.fixture.baseUrl}/models`, {
      headers: { authorization: `Bearer ${adminKey}` },
    })
    expect(response.status).toBe(401)
  })
})

describe('GET /requests', () => {
  test('tells of a finished request by its id, and never what it said', async () => {
    const id = await chat()
    const { status, body } = await watched.ask(`/requests/${id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      requestId: id,
      facts: { endpoint: 'chat' },
      rule: 'main.route#everything',
      model: 'acme/large',
      status: 200,
      attempts: [{ model: 'acme/large', account: 0, outcome: 'ok' }],
      usage: { input: 12, cacheRead: 8, output: 5 },
      cost: 30_000,
    })
    expect(JSON.stringify(body)).not.toContain('canary')
  })

  test('lists the newest first, narrowed as asked', async () => {
    provider.script(error(400))
    const failed = await chat()
    provider.script(answer('Hello.'))
    const good = await chat()
    const listed = await watched.ask('/requests?limit=2')
    expect(listed.body['requests']).toMatchObject([{ requestId: good }, { requestId: failed }])
    const refused = await watched.ask('/requests?status=400&limit=1')
    expect(refused.body['requests']).toMatchObject([{ requestId: failed, error: 'provider_error' }])
    const [inClass] = (await watched.ask('/requests?status=4xx')).body['requests'] as readonly object[]
    expect(inClass).toMatchObject({ requestId: failed, status: 400 })
    const [newest] = (await watched.ask('/requests?status=2XX&limit=1')).body['requests'] as readonly object[]
    expect(newest).toMatchObject({ requestId: good, status: 200 })
  })

  test.each(['limit=0', 'limit=1001', 'limit=x', 'limit=1.5', 'team=x', 'status=6xx', 'status=ok'])(
    'refuses ?%s',
    async (query) => {
      expect((await watched.ask(`/requests?${query}`)).status).toBe(400)
    },
  )

  test.each([
    ['limit=0', '`--limit`'],
    ['status=20', '`--status`'],
  ])('and says of ?%s which option of the command it is', async (query, option) => {
    expect(await watched.ask(`/requests?${query}`)).toMatchObject({
      body: { error: { message: expect.stringContaining(option) as string } },
    })
  })

  test('knows nothing of a request that was not', async () => {
    expect(await watched.ask('/requests/none')).toMatchObject({
      status: 404,
      body: { error: { code: 'request_not_found' } },
    })
  })
})

test('GET /status tells the policy, since when, and how accounts fare; never a secret', async () => {
  await chat()
  const { body } = await watched.ask('/status')
  const { cell } = watched.fixture
  expect(body).toMatchObject({
    version: '0.0.0-test',
    ready: true,
    policy: { version: cell.current.version, generation: 1, file: 'main.route' },
    requests: { inFlight: 0, streams: 0 },
    providers: [
      {
        name: 'acme',
        accounts: [
          { account: 0, refused: false, models: { 'acme/large': { state: 'closed', underWay: 0 } } },
        ],
      },
    ],
  })
  expect(JSON.stringify(body)).not.toContain('upstream-secret')
})

describe('GET /audit', () => {
  test('shows what was changed, newest first, with the hash of the last line', async () => {
    const { seeing, stateFolder } = watched
    const before = watched.fixture.cell.current.version
    await seeing.audit.record({ actor: 'start', action: 'start', after: { policy: before } })
    seeing.reloaded({ kind: 'published', version: 'b'.repeat(64) }, before, filesChanged)
    seeing.reloaded({ kind: 'refused', message: 'a canary of a diagnostic' }, before, filesChanged)
    await seeing.audit.record({ actor: 'admin', action: 'rollback' })
    const { body } = await watched.ask('/audit?limit=3')
    expect(body).toMatchObject({
      head: seeing.audit.head,
      entries: [
        { seq: 4, actor: 'admin', action: 'rollback' },
        { seq: 3, action: 'reload-refused', after: { policy: before } },
        {
          seq: 2,
          actor: 'files',
          action: 'reload',
          before: { policy: before },
          after: { policy: 'b'.repeat(64) },
        },
      ],
    })
    const path = join(stateFolder, 'audit.jsonl')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).not.toContain('canary')
    expect((await watched.ask('/status')).body['reload']).toMatchObject({ result: 'refused' })
  })
})
