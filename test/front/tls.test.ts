import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect as connectPlain } from 'node:net'
import { join } from 'node:path'
import { connect } from 'node:tls'
import type { ConnectionOptions, TLSSocket } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import OpenAI from 'openai'
import { Agent, fetch } from 'undici'
import { all } from '../support/all.ts'
import { makeCertificate } from '../support/certificate.ts'
import type { Certificate } from '../support/certificate.ts'
import { converse, stream } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { Script } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { temporaryFolder } from '../support/gwc.ts'
import { chatRequest } from '../support/raw-socket.ts'

const first = makeCertificate('first')
const second = makeCertificate('second')
const open: (() => Promise<void>)[] = []
let folder: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  folder = temporaryFolder()
  put(first)
})
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
  folder[Symbol.dispose]()
})

const files = (): { readonly cert: { file: string }; readonly key: { file: string } } => ({
  cert: { file: join(folder.path, 'cert.pem') },
  key: { file: join(folder.path, 'key.pem') },
})

function put({ cert, key }: Certificate): void {
  writeFileSync(files().cert.file, cert)
  writeFileSync(files().key.file, key)
}

async function secureGateway(script: Script = converse()): Promise<Fixture> {
  const provider = await startFakeProvider(script)
  const fixture = await startFixture(routeAll([stage('acme/large')]), {
    providers: { acme: { baseUrl: provider.baseUrl } },
    config: { tls: files() },
  })
  open.push(provider.close, fixture.gateway.close)
  return fixture
}

/** Shakes hands; rejects when the gateway does not. */
async function handshake(port: number, options: ConnectionOptions = {}): Promise<TLSSocket> {
  const socket = connect({ port, host: '127.0.0.1', ca: [first.cert, second.cert], ...options })
  await once(socket, 'secureConnect')
  return socket
}

const presentedName = (socket: TLSSocket): unknown => socket.getPeerCertificate().subject.CN

async function nameAt(port: number): Promise<unknown> {
  const socket = await handshake(port)
  const name = presentedName(socket)
  socket.destroy()
  return name
}

const body = JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'Hi.' }] })

async function exchange(socket: TLSSocket, bytes: Buffer | string): Promise<string> {
  let text = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk))
  socket.write(bytes)
  await once(socket, 'close')
  return text
}

const messages = [{ role: 'user' as const, content: 'Hi.' }]

describe('a TLS listener', () => {
  test('serves an SDK, whole answers and streams', async () => {
    const { gateway } = await secureGateway()
    const dispatcher = new Agent({ connect: { ca: first.cert } })
    const client = new OpenAI({
      apiKey: clientKey,
      baseURL: `${gateway.url}/v1`,
      maxRetries: 0,
      fetch: ((url: string, init: object) => fetch(url, { ...init, dispatcher })) as never,
    })
    const whole = await client.chat.completions.create({ model: 'auto', messages })
    expect(whole.choices[0]?.message.content).toContain('Hello')
    const parts = await all(await client.chat.completions.create({ model: 'auto', stream: true, messages }))
    expect(parts.map((part) => part.choices[0]?.delta.content ?? '').join('')).toContain('Hello')
    await dispatcher.close()
  })

  test('reads through both parsers: the strict one, and node:http for what is not plain', async () => {
    const { gateway } = await secureGateway()
    expect(await exchange(await handshake(gateway.port), chatRequest(clientKey, body))).toContain('200 OK')
    const chunked = `POST /v1/chat/completions HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${clientKey}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
    expect(await exchange(await handshake(gateway.port), chunked)).toContain('200 OK')
  })

  test('speaks TLS 1.2 and 1.3, and HTTP/1.1 by name', async () => {
    const { gateway } = await secureGateway()
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const socket = await handshake(gateway.port, {
        minVersion: version,
        maxVersion: version,
        ALPNProtocols: ['h2', 'http/1.1'],
      })
      expect([socket.getProtocol(), socket.alpnProtocol]).toEqual([version, 'http/1.1'])
      socket.destroy()
    }
  })

  test.each<[string, ConnectionOptions]>([
    ['TLS 1.1', { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }],
    ['HTTP/2 alone', { ALPNProtocols: ['h2'] }],
  ])('refuses %s in the handshake, and serves the next', async (_, options) => {
    const { gateway, bugs } = await secureGateway()
    await expect(handshake(gateway.port, options)).rejects.toThrow(/alert|version|protocol/i)
    expect(await exchange(await handshake(gateway.port), chatRequest(clientKey, body))).toContain('200 OK')
    expect(bugs).toEqual([])
  })

  test('closes on plain HTTP and on garbage without an answer in the clear', async () => {
    const { gateway, bugs } = await secureGateway()
    for (const bytes of ['GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n', Buffer.alloc(64, 0x16)]) {
      const socket = connectPlain(gateway.port, '127.0.0.1')
      let text = ''
      socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk))
      socket.on('error', () => undefined)
      socket.write(bytes)
      await once(socket, 'close')
      expect(text).not.toContain('HTTP')
    }
    expect(bugs).toEqual([])
  })

  test('drains: streams end whole, a handshake that never ends is cut after the grace', async () => {
    const { gateway } = await secureGateway(stream(['One', ' two', ' three'], 50))
    const silent = connectPlain(gateway.port, '127.0.0.1')
    silent.on('error', () => undefined)
    await once(silent, 'connect')
    const streaming = await handshake(gateway.port)
    const request = chatRequest(clientKey, JSON.stringify({ model: 'auto', stream: true, messages }))
    const answered = exchange(streaming, request)
    await once(streaming, 'data')
    const cut = gateway.drain(400)
    expect(await answered).toContain('data: [DONE]')
    expect(await cut).toBe(1)
  })
})

describe('a renewed certificate', () => {
  test('is presented to new connections; one that stands goes on with its own', async () => {
    const { gateway } = await secureGateway()
    const standing = await handshake(gateway.port)
    expect(presentedName(standing)).toBe('first')
    put(second)
    await expect.poll(() => nameAt(gateway.port), { timeout: 5_000 }).toBe('second')
    expect(await exchange(standing, chatRequest(clientKey, body))).toContain('200 OK')
  })

  test.each<[string, () => void]>([
    ['half of the pair', () => writeFileSync(files().cert.file, second.cert)],
    ['no certificate', () => writeFileSync(files().cert.file, 'not a certificate')],
  ])('that is %s changes nothing, until it is whole', async (_, spoil) => {
    const { gateway } = await secureGateway()
    spoil()
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await nameAt(gateway.port)).toBe('first')
    put(second)
    await expect.poll(() => nameAt(gateway.port), { timeout: 5_000 }).toBe('second')
  })
})
