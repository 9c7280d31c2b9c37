import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answer, converse, error, stream } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { noteFigure, rounds } from '../support/figures.ts'
import { gwc, serve, temporaryFolder } from '../support/gwc.ts'
import type { Ran, Served } from '../support/gwc.ts'
import { rawSocket } from '../support/raw-socket.ts'

const env = { PROVIDER_KEY: 'upstream', GWC_ADMIN_KEY: 'an-admin-key-of-the-tests-0123456789' }
const models = ['large', 'small'].map((name) => [name, { context: 100_000, maxOutput: 8_000 }])

let folder: ReturnType<typeof temporaryFolder>
let provider: FakeProvider
beforeEach(async () => {
  folder = temporaryFolder()
  provider = await startFakeProvider(converse())
})
afterEach(async () => {
  await provider.close()
  folder[Symbol.dispose]()
})

const put = (name: string, content: string | object): void =>
  writeFileSync(join(folder.path, name), typeof content === 'string' ? content : JSON.stringify(content))
const policy = (model: string): string => `gwc 1\nroute {\n  default use acme/${model}\n}\n`

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const config = (more: object = {}): object => ({
  policy: 'main.route',
  keys: 'open',
  providers: {
    acme: {
      dialect: 'openai',
      baseUrl: provider.baseUrl,
      accounts: [{ key: 'env:PROVIDER_KEY' }],
      models: Object.fromEntries(models),
    },
  },
  ...more,
})

const run = (...args: readonly string[]): Ran => gwc(args, { cwd: folder.path, env })
const started = (): Promise<Served> => serve(['main.route'], folder.path, env)

async function ask(url: string, body: object = {}): Promise<Response> {
  return fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'Hi.' }], ...body }),
  })
}

async function modelOf(url: string): Promise<string | null> {
  const response = await ask(url)
  await response.text()
  return response.headers.get('x-gwc-model')
}

describe('P06 a start that cannot be', () => {
  test.each<[string, () => void, number, RegExp]>([
    ['gateway.json is no JSON', () => put('gateway.json', '{'), 1, /gateway\.json: it is not JSON/],
    [
      'it holds a mistake',
      () => put('gateway.json', config({ keys: 'opne' })),
      1,
      /keys: "opne" is not one of/,
    ],
    [
      'a secret is missing',
      () => put('gateway.json', config({ admin: { listen: '127.0.0.1:0', key: 'env:NOT_SET' } })),
      1,
      /admin\.key: the environment variable NOT_SET is not set/,
    ],
    [
      'a certificate is missing',
      () => put('gateway.json', config({ tls: { cert: 'c.pem', key: 'k.pem' } })),
      1,
      /tls\.cert: the file c\.pem cannot be read/,
    ],
    ['the policy has errors', () => put('main.route', 'gwc 1\nroute {\n'), 3, /main\.route: 1 error/],
    ['there is no policy', () => put('gateway.json', config({ policy: 'gone.route' })), 3, /gone\.route/],
  ])('%s: its exit code, and what to do', (_, spoil, code, line) => {
    put('gateway.json', config())
    put('main.route', policy('large'))
    spoil()
    const ran = run('serve', '--config', 'gateway.json', '--listen', '127.0.0.1:0')
    expect(ran.err).toMatch(line)
    expect(ran.err).not.toMatch(/\n\s+at /)
    expect(ran.code).toBe(code)
  })

  test('the port is taken: 1, and the option that takes another', () => {
    put('gateway.json', config())
    put('main.route', policy('large'))
    const ran = run('serve', '--listen', `127.0.0.1:${provider.port}`)
    expect([ran.code, ran.err.trim().split('\n').length]).toEqual([1, 1])
    expect(ran.err).toMatch(/the address is in use; --listen takes another/)
  })

  test('a disk that takes nothing ends it, for money could not be counted; a store in memory serves', async () => {
    put('gateway.json', config())
    put('main.route', policy('large'))
    put('.gwc', 'a file where the folder should be')
    const ran = run('serve', '--listen', '127.0.0.1:0')
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('.gwc/gwc.db cannot be written')
    put('gateway.json', config({ store: { kind: 'memory' } }))
    await using served = await started()
    expect(await modelOf(served.url)).toBe('acme/large')
    await expect.poll(() => served.printed(), { timeout: 5_000 }).toContain('could not be kept on disk')
  })
})

test('reload, rollback and a shadow that is promoted, as commands', async () => {
  const port = await freePort()
  put('gateway.json', config({ admin: { listen: `127.0.0.1:${port}`, key: 'env:GWC_ADMIN_KEY' } }))
  put('main.route', policy('large'))
  await using served = await started()
  put('main.route', policy('small'))
  await expect.poll(() => modelOf(served.url), { timeout: 10_000 }).toBe('acme/small')
  expect(run('rollback')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^[0-9a-f]{12} is obeyed\n$/) as string,
  })
  expect(await modelOf(served.url)).toBe('acme/large')
  expect(run('status').out).toMatch(
    /rolled back from [0-9a-f]{12}; main\.route compiles to it and is withdrawn until its sources change or `gwc reload`\n/,
  )
  const listed = JSON.parse(run('rollback', '--list', '--json').out) as readonly object[]
  expect(listed).toHaveLength(2)
  expect(run('rollback', 'ffffffff')).toMatchObject({
    code: 1,
    err: expect.stringContaining('no policy kept') as string,
  })
  expect(run('reload').code).toBe(0)
  expect(await modelOf(served.url)).toBe('acme/small')
  expect(run('status').out).not.toContain('rolled back')

  put('next.route', policy('large'))
  expect(run('shadow', 'status')).toMatchObject({
    code: 1,
    err: expect.stringContaining('no candidate') as string,
  })
  expect(run('shadow', 'start', 'next.route')).toMatchObject({ code: 0 })
  expect(run('shadow', 'status').code).toBe(0)
  expect(await modelOf(served.url)).toBe('acme/small')
  const status = run('shadow', 'status')
  expect(status).toMatchObject({
    code: 10,
    out: expect.stringContaining('0 decided alike, 1 differently') as string,
  })
  expect(run('shadow', 'promote').code).toBe(0)
  expect(await modelOf(served.url)).toBe('acme/large')
  const audit = await fetch(`http://127.0.0.1:${port}/audit`, {
    headers: { authorization: `Bearer ${env.GWC_ADMIN_KEY}` },
  })
  const { entries } = (await audit.json()) as { readonly entries: readonly { readonly action: string }[] }
  expect(entries.map(({ action }) => action)).toEqual([
    'promote',
    'shadow-start',
    'reload',
    'rollback',
    'reload',
    'start',
  ])
}, 60_000)

const streams = rounds(200)

describe('a gateway that is told to end', () => {
  test(`G8 SIGTERM with ${streams} live streams: each is whole, then the process ends with 0`, async () => {
    provider.script(stream(['One', ' two', ' three', ' four', ' five'], 150))
    put('gateway.json', config({ drain: { graceMs: 20_000 } }))
    put('main.route', policy('large'))
    await using served = await started()
    const live = await Promise.all(Array.from({ length: streams }, () => ask(served.url, { stream: true })))
    const ended = once(served.process, 'exit')
    const begunMs = performance.now()
    served.process.kill('SIGTERM')
    const texts = await Promise.all(live.map((response) => response.text()))
    expect(texts.filter((text) => text.includes(' five') && text.includes('data: [DONE]'))).toHaveLength(
      streams,
    )
    expect(await ended).toEqual([0, null])
    const took = Math.round(performance.now() - begunMs)
    noteFigure(`G8 SIGTERM to \`gwc serve\` with ${streams} live streams`, `0 cut, exit 0 after ${took} ms`)
  }, 60_000)

  test('L07 SIGTERM while a body is still on its way, and while a retry waits: both are answered, and logged', async () => {
    const attempt = '\nattempt {\n  default => total 60s, retries 1, backoff 1s to 2s\n}\n'
    put('gateway.json', config())
    put('main.route', `${policy('large')}${attempt}`)
    await using served = await started()
    provider.script([error(503), answer('At the second try.'), answer('After the body.')])
    const body = JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'Hi.' }] })
    using socket = await rawSocket(Number(new URL(served.url).port))
    const head = `POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${body.length}\r\n\r\n`
    socket.send(head + body.slice(0, 20))
    const retried = ask(served.url)
    await expect.poll(() => provider.requests.length).toBe(1) // so the bytes that came before it have been read
    const ended = once(served.process, 'exit')
    served.process.kill('SIGTERM')
    await expect.poll(() => served.printed()).toContain('draining')
    expect(await (await retried).text()).toContain('At the second try.')
    socket.send(body.slice(20))
    expect(await socket.closed()).toContain('After the body.')
    expect(await ended).toEqual([0, null])
    expect(served.printed().match(/"rule":"main\.route#default"/g)).toHaveLength(2)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('and told again by %s ends at once', async (signal) => {
    provider.script(async ({ wait }) => wait(60_000))
    put('gateway.json', config())
    put('main.route', policy('large'))
    await using served = await started()
    const cut = ask(served.url).catch(() => 'cut')
    await expect.poll(() => provider.requests.length).toBe(1)
    const ended = once(served.process, 'exit')
    served.process.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 400))
    served.process.kill(signal)
    expect(await ended).toEqual([1, null])
    expect(await cut).toBe('cut')
  })
})
