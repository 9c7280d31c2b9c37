import { once } from 'node:events'
import { request as nodeRequest } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as tick, setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Inbound } from '../../runtime/front/inbound.ts'
import { createFrontServer, createNodeFront } from '../../runtime/front/server.ts'
import type { FrontServer } from '../../runtime/front/server.ts'
import { fc } from '../support/fast-check.ts'
import { noteFigure, rounds } from '../support/figures.ts'
import { rawSocket } from '../support/raw-socket.ts'
import type { RawSocket } from '../support/raw-socket.ts'

/** Tells a client what was understood of its request. */
async function echo(inbound: Inbound): Promise<void> {
  const fault = inbound.framingFault(64)
  const body = fault === undefined ? await inbound.receive(100_000) : Buffer.alloc(0)
  if (body === 'gone') return
  const { method, url, headers } = inbound
  const sorted = Object.fromEntries(Object.entries(headers).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const understood = {
    method,
    url,
    headers: sorted,
    body: typeof body === 'string' ? body : body.toString('latin1'),
  }
  const answer = Buffer.from(`${JSON.stringify(fault ?? understood)}\n`)
  inbound.writeHead(fault?.status ?? 200, ['content-type', 'application/json'])
  if (url === '/stream') {
    for (const piece of [answer.subarray(0, 5), answer.subarray(5)]) {
      inbound.write([piece])
      await tick()
    }
    inbound.end()
  } else inbound.end(answer)
}

let strict: FrontServer
let plain: Server
const left: string[] = []

beforeAll(async () => {
  strict = createFrontServer((inbound) => {
    inbound.watcher = {
      onGone: () => left.push(inbound.url),
      onDrain: () => undefined,
      onHalfClosed: () => undefined,
    }
    void echo(inbound)
  })
  plain = createNodeFront((inbound) => void echo(inbound))
  for (const server of [strict.server, plain]) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  }
})

afterAll(() => {
  strict.strict.closeAll()
  for (const server of [strict.server, plain]) {
    server.close()
    server.closeAllConnections()
  }
})

const portOf = (server: Server): number => (server.address() as AddressInfo).port

const get = (path: string, ...headers: readonly string[]): string =>
  `${[`GET ${path} HTTP/1.1`, 'host: a', ...headers].join('\r\n')}\r\n\r\n`

const post = (body: string, ...headers: readonly string[]): string =>
  `${['POST /p HTTP/1.1', 'host: a', `content-length: ${body.length}`, ...headers].join('\r\n')}\r\n\r\n${body}`

const chunked = (body: string): string =>
  `POST /c HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`

/** What the server says it understood, in order, to the first request that it did not: the connection ends there. */
function understood(text: string): readonly unknown[] {
  const said = text.split(/\r\n|\n/).flatMap((line) => {
    if (line.startsWith('HTTP/1.1 ')) return [line.slice(9, 12)]
    return line.startsWith('{') ? [JSON.parse(line) as unknown] : []
  })
  const refused = said.indexOf('400')
  return refused === -1 ? said : said.slice(0, refused + 1)
}

/** The strict front writes `date`, node:http `Date`. */
const strictAnswers = (text: string): number => text.match(/^date: /gm)?.length ?? 0

describe('one connection', () => {
  test('takes a body in pieces', async () => {
    using raw = await rawSocket(portOf(strict.server))
    const bytes = post('0123456789', 'connection: close')
    raw.send(bytes.slice(0, -6))
    await pause(5)
    raw.send(bytes.slice(-6))
    const text = await raw.closed()
    expect(understood(text)).toMatchObject(['200', { body: '0123456789' }])
    expect(strictAnswers(text)).toBe(1)
  })

  test('answers a thousand pipelined requests in order', async () => {
    using raw = await rawSocket(portOf(strict.server))
    raw.send(
      Array.from({ length: 1000 }, (_, i) => get(`/${i}`)).join('') + get('/last', 'connection: close'),
    )
    const urls = understood(await raw.closed()).flatMap((each) =>
      typeof each === 'object' ? [(each as { url: string }).url] : [],
    )
    expect(urls).toEqual([...Array.from({ length: 1000 }, (_, i) => `/${i}`), '/last'])
  })

  test('goes to node:http at the first request that is not plain, and stays there', async () => {
    using raw = await rawSocket(portOf(strict.server))
    raw.send(get('/a') + chunked('body') + get('/b', 'connection: close'))
    const text = await raw.closed()
    expect(understood(text)).toMatchObject([
      '200',
      { url: '/a' },
      '200',
      { url: '/c', body: 'body' },
      '200',
      { url: '/b' },
    ])
    expect(strictAnswers(text)).toBe(1)
  })

  test('goes to node:http with a head that comes in pieces', async () => {
    using raw = await rawSocket(portOf(strict.server))
    const bytes = post('{}', 'connection: close')
    raw.send(bytes.slice(0, 20))
    await pause(5)
    raw.send(bytes.slice(20))
    expect(understood(await raw.closed())).toMatchObject(['200', { body: '{}' }])
  })

  test('drops what is left of a body that was refused, and takes the next request', async () => {
    using raw = await rawSocket(portOf(strict.server))
    raw.send(`POST /big HTTP/1.1\r\nhost: a\r\ncontent-length: 150000\r\n\r\n${'x'.repeat(1000)}`)
    await raw.until('too-large')
    raw.send('x'.repeat(149_000) + get('/next', 'connection: close'))
    expect(understood(await raw.closed()).at(-1)).toMatchObject({ url: '/next' })
  })

  test('tells when a client leaves before its answer', async () => {
    const raw = await rawSocket(portOf(strict.server))
    raw.send('POST /leaves HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\n123')
    await pause(20)
    raw.socket.destroy()
    await expect.poll(() => left).toContain('/leaves')
  })

  test('streams in chunks that clients of HTTP read', async () => {
    const sent = nodeRequest({ port: portOf(strict.server), host: '127.0.0.1', path: '/stream' })
    sent.end()
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    let text = ''
    for await (const chunk of answer as AsyncIterable<Buffer>) text += chunk.toString()
    expect(answer.headers).toMatchObject({ 'transfer-encoding': 'chunked', connection: 'keep-alive' })
    expect(JSON.parse(text)).toMatchObject({ url: '/stream' })
  })
})

/** Whole requests, some plain, some not, and bytes that are none. */
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(get('/a'), get('/b?limit=1', 'x-a: 1'), post('{}'), post('body', 'X-B:  b ')),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      chunked('abc'),
      get('/d', 'x-a: 1', 'x-a: 2'),
      get('/e', 'connection: keep-alive, x-a'),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'BROKEN\r\n\r\n',
      '\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      get('/f').replace('\r\n', '\n'),
    ),
  },
)

/** A text with one character changed, dropped or put in; or as it is. */
const bend = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('keep', 'keep', 'drop', 'put', 'change'),
  what: fc.constantFrom('\r', '\n', ' ', ':', '\t', '\0', 'G', '1', 'é', ','),
})

function bent(text: string, { at, how, what }: { at: number; how: string; what: string }): string {
  const place = at % text.length
  if (how === 'keep') return text
  return text.slice(0, place) + (how === 'drop' ? '' : what) + text.slice(how === 'put' ? place : place + 1)
}

async function sendIn(raw: RawSocket, bytes: Buffer, cuts: readonly number[]): Promise<void> {
  const places = [...cuts.map((cut) => cut % bytes.length), bytes.length].toSorted((a, b) => a - b)
  let from = 0
  for (const to of places) {
    if (!raw.socket.destroyed && to > from) raw.send(bytes.subarray(from, to))
    from = to
    await tick()
  }
}

/** Waits until both have answered alike for a while, or long enough to say that they differ. */
async function settled(a: RawSocket, b: RawSocket): Promise<void> {
  const until = Date.now() + 3_000
  for (let alike = 0; alike < 4 && Date.now() < until;) {
    await pause(5)
    alike =
      JSON.stringify(understood(a.received())) === JSON.stringify(understood(b.received())) ? alike + 1 : 0
  }
}

test('H17 whatever is sent, and however it is cut, is understood as node:http alone understands it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 1, maxLength: 5 }),
      bend,
      fc.array(fc.nat(), { maxLength: 3 }),
      async (pieces, how, cuts) => {
        const bytes = Buffer.from(bent(pieces.join(''), how), 'latin1')
        using ours = await rawSocket(portOf(strict.server))
        using theirs = await rawSocket(portOf(plain))
        await Promise.all([sendIn(ours, bytes, cuts), sendIn(theirs, bytes, cuts)])
        await settled(ours, theirs)
        expect(understood(ours.received())).toEqual(understood(theirs.received()))
      },
    ),
    { numRuns: rounds(3_000) },
  )
  noteFigure(
    `${rounds(3_000)} conversations bent and cut at random, through the strict front and through node:http alone`,
    '0 understood differently',
  )
}, 600_000)
