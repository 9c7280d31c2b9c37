import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readableLog } from '../../cli/readable-log.ts'
import { openLog } from '../../runtime/log.ts'
import { beginTrace } from '../../runtime/trace.ts'
import { digestOf } from '../../runtime/identity/key-format.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { Script } from '../support/fake-provider.ts'
import { leaks } from '../support/canaries.ts'
import { event, httpChunk, lastChunk, streamHead, whole } from '../support/chat-scripts.ts'
import { clientKey } from '../support/gateway-fixture.ts'
import { serve, temporaryFolder } from '../support/gwc.ts'
import { hostileWorld } from '../support/hostile-world.ts'
import type { HostileWorld } from '../support/hostile-world.ts'
import { echoes } from '../support/provider/hostile-bytes.ts'
import { say } from '../support/provider/say.ts'
import { parseAnswer, postRequest, rawExchange } from '../support/raw-socket.ts'
import { routes } from '../support/routes.ts'

const providerKey = 'sk-canary-"quoted"\\slashed/plus+percent%41'
const canaries = [
  { name: 'the provider’s key', secret: providerKey },
  { name: 'the client’s key', secret: clientKey },
]

let world: HostileWorld
const answers: string[] = []

const newWorld = (): Promise<HostileWorld> => hostileWorld({ accounts: [providerKey] })

beforeAll(async () => void (world = await newWorld()))

afterEach(async () => {
  expect(
    leaks(canaries, ...answers, world.fixture.traces, world.fixture.warnings, world.fixture.bugs),
  ).toEqual([])
  world.provider.script(say())
  await world.stillServes()
})

afterAll(() => world[Symbol.asyncDispose]())

/** Each of a gateway of its own: an account that has failed rests. */
async function ask(path: string, body: string | object, script?: Script): Promise<string> {
  if (script !== undefined) {
    const { traces, warnings, bugs } = world.fixture
    answers.push(JSON.stringify([traces, warnings, bugs]))
    await world[Symbol.asyncDispose]()
    world = await newWorld()
    world.provider.script(script)
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await rawExchange(world.port, postRequest(path, clientKey, text))
  answers.push(answer)
  return answer
}

/** Ways in which a provider repeats what it was sent, by what they do to the text. */
const quotings: Readonly<Record<string, (key: string) => string>> = {
  plain: (key) => key,
  'as a URL': (key) => `GET https://models.example/v1?key=${encodeURIComponent(key)}`,
  'as JSON in JSON': (key) => JSON.stringify({ authorization: key }),
}

/** The same text with every letter of it escaped. */
const escaped = (text: string): string =>
  text.replaceAll(/[^]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)

const statuses = [400, 401, 403, 404, 409, 413, 422, 429, 500, 503, 529]

describe.each(routes)('$path: S08 of an error that repeats our key', ({ path, text }) => {
  test.each(Object.entries(quotings))('%s, nothing is shown', async (_, quote) => {
    for (const status of statuses) {
      const error = {
        message: `Incorrect API key: ${quote(providerKey)}`,
        type: 'x',
        code: null,
        param: null,
      }
      expect(
        parseAnswer(await ask(path, text, ({ write }) => write(whole(status, { error, type: 'error' }))))
          .status,
      ).toBeGreaterThanOrEqual(400)
    }
  })

  test('in escapes, nothing is shown', async () => {
    for (const status of statuses) {
      const json = `{"type":"error","error":{"message":"${escaped(providerKey)}","type":"x"}}`
      await ask(path, text, ({ write }) => write(whole(status, json)))
    }
  })

  test('as the dialect says it, on a page, in a redirect: nothing is shown', async () => {
    for (const status of statuses) {
      await ask(path, text, echoes(status))
      await ask(path, text, ({ write }) =>
        write(whole(status, `<h1>${providerKey}</h1>`, { 'content-type': 'text/html' })),
      )
    }
    await ask(path, text, ({ write }) =>
      write(whole(302, '{}', { location: `http://a/?key=${encodeURIComponent(providerKey)}` })),
    )
  })

  test('nor of a connection that breaks', async () => {
    expect(parseAnswer(await ask(path, text, ({ rst }) => rst())).status).toBe(502)
  })

  test('nor of what a client did wrong', async () => {
    for (const wrong of [
      '',
      '{',
      `{"model":${JSON.stringify(clientKey.repeat(4))}}`,
      `{"a":1,"a":"${clientKey}"}`,
    ])
      await ask(path, wrong)
  })
})

test.each(routes.filter(({ streams }) => streams))(
  '$path: S08 of a first event that repeats our key, nothing is shown',
  async ({ path, body }) => {
    const error = { message: providerKey, type: 'server_error', code: null, param: null }
    const opening: Script = async ({ write }) => {
      await write(streamHead)
      await write(httpChunk(event({ ...error, type: 'error', error, sequence_number: 0 })))
      await write(lastChunk)
    }
    await ask(path, { ...body, stream: true }, opening)
  },
)

test('G11 the process prints none of it: a run of `gwc serve` with every fault, at the finest log level', async () => {
  await using provider = await fakeProvider()
  using folder = temporaryFolder()
  const admin = 'admin-canary-key-0123456789'
  const all = [...canaries, { name: 'the admin key', secret: admin }]
  const port = await freePort()
  writeFileSync(join(folder.path, 'main.route'), 'gwc 1\nroute {\n  default use openai/gpt-4.1-mini\n}\n')
  writeFileSync(
    join(folder.path, 'gateway.json'),
    JSON.stringify({
      policy: 'main.route',
      keys: [{ digest: digestOf(clientKey), team: 'search' }],
      admin: { listen: `127.0.0.1:${port}`, key: 'env:ADMIN_KEY' },
      log: { level: 'debug' },
      providers: {
        openai: {
          dialect: 'openai',
          baseUrl: provider.baseUrl, // Many, for one that has failed rests.
          accounts: Array.from({ length: 60 }, () => ({ key: 'env:OPENAI_API_KEY' })),
        },
      },
    }),
  )
  const env = { OPENAI_API_KEY: providerKey, ADMIN_KEY: admin }
  await using served = await serve([], folder.path, env)
  const gateway = Number(new URL(served.url).port)
  const seen: string[] = []
  const [{ path, text }] = routes as [(typeof routes)[0]]
  provider.script(statuses.map((status) => echoes(status)))
  const asks = statuses.flatMap(() => [path, `${path}?key=${clientKey}`])
  const asked = asks.map((target) => rawExchange(gateway, postRequest(target, clientKey, text)))
  seen.push(...(await Promise.all(asked)))
  for (const route of ['/metrics', '/status', '/requests', '/audit', '/nowhere']) {
    const answer = await fetch(`http://127.0.0.1:${port}${route}`, {
      headers: { authorization: `Bearer ${admin}` },
    })
    seen.push(await answer.text())
  }
  served.process.kill('SIGTERM')
  await expect.poll(() => served.process.exitCode, { timeout: 15_000 }).not.toBeNull()
  expect(seen.join('').length).toBeGreaterThan(1_000)
  expect(leaks(all, ...seen, served.printed())).toEqual([])
}, 60_000)

async function fakeProvider(): Promise<Awaited<ReturnType<typeof startFakeProvider>> & AsyncDisposable> {
  const provider = await startFakeProvider(say())
  return { ...provider, [Symbol.asyncDispose]: provider.close }
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const provider = await startFakeProvider(say())
  await provider.close()
  return provider.port
}

describe('S14 what clients write into the log', () => {
  const hostile = [
    'a\r\nb',
    'a\n{"level":"error","message":"forged"}',
    '\x1b[2J\x1b]0;owned\x07',
    '\u009b31mred',
    '\u2028\u2029',
    '\0',
    '"}\n{"',
    '\x7f\b\b\b',
    '\ud800',
  ]

  /** The log's lines of a request whose facts a client wrote. */
  function logged(open: (write: (text: string) => void) => ReturnType<typeof openLog>): string {
    const chunks: string[] = []
    const log = open((text) => void chunks.push(text))
    for (const text of hostile) {
      const trace = beginTrace('r1', 0, 'version')
      trace.decision = {
        rule: 'main.route#rule',
        guard: [],
        absent: [],
        facts: { user: text, list: [text, text] },
      } as unknown as NonNullable<typeof trace.decision>
      log.request(trace)
      log.warn(text, { field: text, list: [text] })
    }
    return chunks.join('')
  }

  test('stays one line of JSON for each request, with nothing that a terminal obeys', () => {
    const text = logged((write) => openLog('info', { write }))
    const lines = text.split('\n').slice(0, -1)
    expect(lines).toHaveLength(2 * hostile.length)
    const requests = lines.filter((_, index) => index % 2 === 0)
    for (const line of requests) expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('level')
    expect(text).not.toContain('\x1b')
  })

  test('stays one line at a terminal, with nothing that it obeys', () => {
    const text = logged((write) => openLog('info', readableLog({ write })))
    const lines = text.split('\n').slice(0, -1)
    expect(lines).toHaveLength(2 * hostile.length)
    for (const line of lines) expect(line).not.toMatch(/\p{Cc}/u)
  })
})
