import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { converse } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { parseAnswer, rawExchange } from '../support/raw-socket.ts'

let provider: FakeProvider
let fixture: Fixture

beforeAll(async () => {
  provider = await startFakeProvider(converse())
  fixture = await startFixture(routeAll([stage('acme/large')]), {
    providers: { acme: { baseUrl: provider.baseUrl } },
    keys: 'open',
  })
})

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

const body = JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'Hi.' }] })

/** Status and code of the answer to a request as a browser or a program sends it. */
async function ask(...headers: readonly string[]): Promise<string> {
  const lines = [
    'POST /v1/chat/completions HTTP/1.1',
    ...headers,
    // What a page may send without asking first.
    'content-type: text/plain',
    `content-length: ${body.length}`,
    'connection: close',
  ]
  const answer = parseAnswer(await rawExchange(fixture.gateway.port, `${lines.join('\r\n')}\r\n\r\n${body}`))
  const { error } = JSON.parse(answer.body) as { error?: { code: string } }
  return error === undefined ? String(answer.status) : `${answer.status} ${error.code}`
}

describe('a gateway with "keys": "open" takes programs of this machine at their word', () => {
  test.each([
    ['127.0.0.1:8787'],
    ['localhost:8787'],
    ['[::1]:8787'],
    ['gateway.localhost'],
    ['gateway'],
    ['host.docker.internal:8787'],
    ['10.0.0.7'],
  ])('asked for at %s', async (host) => expect(await ask(`host: ${host}`)).toBe('200'))

  test.each([
    ['http://localhost:3000'],
    ['http://127.0.0.1:5173'],
    ['vscode-webview://abc'],
    ['tauri://localhost'],
  ])('from %s', async (origin) => expect(await ask('host: 127.0.0.1:8787', `origin: ${origin}`)).toBe('200'))
})

describe('and no page of the Internet that its user happens to visit', () => {
  test.each([
    ['https://evil.example'],
    ['http://evil.example:8787'],
    ['null'],
    ['data:text/html'],
    ['https://localhost.evil.example'],
  ])('that posts from %s', async (origin) =>
    expect(await ask('host: 127.0.0.1:8787', `origin: ${origin}`)).toBe('403 foreign_page'),
  )

  test.each([['evil.example'], ['evil.example:8787'], ['127.0.0.1.nip.io'], ['localhost.evil.example:80']])(
    'whose own name leads here: %s',
    async (host) => expect(await ask(`host: ${host}`)).toBe('403 foreign_page'),
  )

  test('whatever else came on that connection', async () => {
    const one = (host: string): string =>
      `GET /v1/models HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer any\r\n`
    const text = await rawExchange(
      fixture.gateway.port,
      `${one('localhost')}\r\n${one('evil.example')}connection: close\r\n\r\n`,
    )
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 403'])
  })
})
