import { once } from 'node:events'
import { request as nodeRequest } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { setImmediate as tick, setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Connector } from '../../../runtime/upstream/connect.ts'
import { Connection } from '../../../runtime/upstream/http/connection.ts'
import { originOf } from '../../../runtime/upstream/http/origin.ts'
import { fc } from '../../support/fast-check.ts'
import { rounds } from '../../support/figures.ts'

/** What was heard of an answer, from its head to its end. */
interface Heard {
  readonly status: number
  readonly body: string
  readonly end: string
}

const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'
const request = { path: '/', headers: [], body: Buffer.from('{}') }
const openSocket = new Connector({ proxy: undefined, ca: [] }).to({ allowPrivate: true })

/** What the provider does with its nth request. */
let script: (socket: Socket, nth: number) => unknown
let provider: Server
const open: { destroy(): void }[] = []

beforeEach(async () => {
  let requests = 0
  script = (socket) => socket.write(answer)
  provider = createServer((socket) => {
    open.push(socket)
    let unread = ''
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      unread += bytes.toString('latin1')
      const [head = '', body = ''] = unread.split('\r\n\r\n')
      if (body.length < Number(/content-length: (\d+)/.exec(head)?.[1] ?? Infinity)) return
      unread = ''
      script(socket, requests++)
    })
  })
  provider.listen(0, '127.0.0.1')
  await once(provider, 'listening')
})

afterEach(() => {
  for (const each of open.splice(0)) each.destroy()
  provider.close()
})

function connect(): Connection {
  const connection = new Connection(originOf(new URL(`http://127.0.0.1:${portOf()}`)), openSocket)
  open.push(connection)
  return connection
}

const portOf = (): number => (provider.address() as AddressInfo).port

function ask(connection: Connection, sent: typeof request = request): Promise<Heard> {
  return new Promise((resolve) => {
    let [status, body] = [0, '']
    connection.send(sent, {
      onSent: () => undefined,
      onHead: (found) => void (status = found),
      onData: (bytes) => void (body += bytes.toString('latin1')),
      onEnd: () => resolve({ status, body, end: 'end' }),
      onError: ({ message }) => resolve({ status, body, end: message.split(': ').at(-1)! }),
    })
  })
}

/** Writes bytes in pieces cut at these places. */
async function writeIn(socket: Socket, bytes: Buffer, cuts: readonly number[]): Promise<void> {
  const places = [...cuts.map((cut) => cut % bytes.length), bytes.length].toSorted((a, b) => a - b)
  for (const [i, to] of places.entries()) {
    const from = i === 0 ? 0 : places[i - 1]!
    if (to > from && !socket.destroyed) socket.write(bytes.subarray(from, to))
    await tick()
  }
}

describe('one connection', () => {
  test('takes one request after the other', async () => {
    const connection = connect()
    for (let i = 0; i < 3; i++) expect(await ask(connection)).toEqual({ status: 200, body: 'ok', end: 'end' })
    expect(open.filter((each) => !(each instanceof Connection))).toHaveLength(1)
  })

  test('sends a body of any size whole', async () => {
    script = (socket) => socket.end(answer)
    const body = Buffer.alloc(3_000_000, 'x')
    expect(await ask(connect(), { ...request, body })).toMatchObject({ status: 200 })
  })

  test('passes interim answers over, but not without end', async () => {
    const hints = 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'
    script = (socket, nth) => socket.write(hints.repeat(nth === 0 ? 3 : 1_000) + answer)
    expect(await ask(connect())).toMatchObject({ status: 200, body: 'ok' })
    expect(await ask(connect())).toMatchObject({ status: 0, end: 'INTERIM_ANSWERS' })
  })

  test.each([
    ['bytes behind an answer', (socket: Socket) => socket.write(`${answer}${answer}`)],
    [
      'an answer that says so',
      (socket: Socket) => socket.write(answer.replace('\r\n', '\r\nconnection: close\r\n')),
    ],
    ['a body that ends with it', (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nok')],
    [
      'a keep-alive too short to be used',
      (socket: Socket) => socket.write(answer.replace('\r\n', '\r\nkeep-alive: timeout=1\r\n')),
    ],
  ])('ends behind %s', async (_, write) => {
    script = write
    const connection = connect()
    expect(await ask(connection)).toMatchObject({ status: 200, body: 'ok', end: 'end' })
    expect(connection.isOpen).toBe(false)
  })

  test.each([
    ['a byte that nobody asked for', (socket: Socket) => socket.write('x')],
    ['its other end', (socket: Socket) => socket.end()],
    ['a reset', (socket: Socket) => socket.resetAndDestroy()],
  ])('ends while it is idle by %s', async (_, disturb) => {
    script = (socket) => socket.write(answer)
    const connection = connect()
    await ask(connection)
    for (const each of open) if (!(each instanceof Connection)) disturb(each as Socket)
    while (connection.isOpen) await pause(1)
  })

  test.each([
    ['in its head', 'HTTP/1.1 200 OK\r\n'],
    ['in its body', 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nok'],
    ['before its last chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n'],
  ])('tells of an answer that is cut %s', async (_, cut) => {
    script = (socket) => socket.end(cut)
    expect(await ask(connect())).toMatchObject({ end: 'CLOSED' })
  })

  test('reads on after a pause that its answer ended in', async () => {
    const connection = connect()
    const first = ask(connection)
    connection.pause()
    await pause(5)
    connection.resume()
    await first
    connection.pause()
    connection.resume()
    expect(await ask(connection)).toMatchObject({ body: 'ok' })
  })

  test('hears no more once it is destroyed', async () => {
    const connection = connect()
    let heard = 0
    const listener = {
      onSent: () => undefined,
      onHead: () => heard++,
      onData: () => heard++,
      onEnd: () => heard++,
      onError: () => heard++,
    }
    connection.send(request, listener)
    connection.destroy()
    await pause(20)
    expect(heard).toBe(0)
  })
})

// ---------------------------------------------------------------------------------------------- beside node:http

const bodies = fc.constantFrom('', 'a', 'hello', '\r\n', '0\r\n\r\n', 'x'.repeat(300))
const headers = fc.array(
  fc.constantFrom(
    'x-a: 1',
    'X-A: 2',
    'x-b:',
    'connection: close',
    'keep-alive: timeout=5',
    'content-type: text/plain',
  ),
  { maxLength: 3 },
)
const framed = fc.oneof(
  bodies.map((body) => [`content-length: ${body.length}`, body] as const),
  fc.array(bodies).map((chunks) => {
    const data = chunks
      .filter((chunk) => chunk !== '')
      .map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`)
    return ['transfer-encoding: chunked', `${data.join('')}0\r\n\r\n`] as const
  }),
  bodies.map((body) => ['x-c: 3', body] as const),
)
const answers = fc
  .tuple(fc.constantFrom(200, 404, 500), headers, framed)
  .map(
    ([status, lines, [framing, body]]) =>
      `${[`HTTP/1.1 ${status} OK`, ...lines, framing].join('\r\n')}\r\n\r\n${body}`,
  )
const bend = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('keep', 'keep', 'drop', 'put', 'change'),
  what: fc.constantFrom('\r', '\n', ' ', ':', '\t', '\0', '1', '0', 'f', ';', ',', 'é'),
})

function bent(text: string, { at, how, what }: { at: number; how: string; what: string }): string {
  const place = at % text.length
  if (how === 'keep') return text
  return text.slice(0, place) + (how === 'drop' ? '' : what) + text.slice(how === 'put' ? place : place + 1)
}

/** What node:http makes of the same answer. */
function askNode(): Promise<Heard> {
  return new Promise((resolve) => {
    let [status, body] = [0, '']
    const asked = nodeRequest({
      port: portOf(),
      host: '127.0.0.1',
      method: 'POST',
      agent: false,
      headers: { 'content-length': 2 },
    })
    asked.on('error', () => resolve({ status, body, end: 'error' }))
    asked.on('response', (told) => {
      status = told.statusCode ?? 0
      told.on('data', (bytes: Buffer) => (body += bytes.toString('latin1')))
      told.on('end', () => resolve({ status, body, end: 'end' }))
      told.on('error', () => resolve({ status, body, end: 'error' }))
    })
    asked.end('{}')
  })
}

test('an answer that is taken, however it is bent and cut, is the one that node:http takes', async () => {
  await fc.assert(
    fc.asyncProperty(answers, bend, fc.array(fc.nat(), { maxLength: 3 }), async (text, how, cuts) => {
      const bytes = Buffer.from(bent(text, how), 'latin1')
      script = (socket) => void writeIn(socket, bytes, cuts).then(() => socket.end())
      const [ours, theirs] = await Promise.all([ask(connect()), askNode()])
      for (const each of open.splice(0)) each.destroy()
      // Of bytes behind an answer node:http makes an error, we the end of the connection.
      if (ours.end === 'end') expect(theirs).toMatchObject({ status: ours.status, body: ours.body })
    }),
    { numRuns: rounds(2_000) },
  )
}, 600_000)
