import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { expect, test } from 'vitest'
import { patience } from '../../runtime/front/patience.ts'
import { StrictConnection } from '../../runtime/front/strict-connection.ts'
import { parseAnswer, rawSocket } from '../support/raw-socket.ts'
import type { RawSocket } from '../support/raw-socket.ts'

/** A connection whose seconds pass when the test says so. */
async function connected(): Promise<{
  raw: RawSocket
  pass: (seconds: number) => void
  begun: () => number
}> {
  const server = createServer({ allowHalfOpen: true })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const accepted = once(server, 'connection') as Promise<[Socket]>
  const raw = await rawSocket((server.address() as AddressInfo).port)
  const [socket] = await accepted
  server.close()
  const clock = { seconds: 0, date: '' }
  let begun = 0
  const connection = new StrictConnection(socket, {
    clock,
    begin: (inbound) => {
      begun++
      inbound.writeHead(200, [])
      inbound.end()
    },
    forget: () => undefined,
    handOver: () => undefined,
  })
  const pass = (seconds: number): void => {
    clock.seconds += seconds
    connection.check()
  }
  return { raw, pass, begun: () => begun }
}

test('a client that sends nothing is told so', async () => {
  const { raw, pass } = await connected()
  pass(patience.firstRequest)
  expect(raw.socket.destroyed).toBe(false)
  pass(1)
  expect(parseAnswer(await raw.closed()).status).toBe(408)
})

test('an idle connection ends without a word after its last answer', async () => {
  const { raw, pass, begun } = await connected()
  raw.send('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
  const answer = await raw.until('\r\n\r\n')
  pass(patience.nextRequest)
  expect(begun()).toBe(1)
  pass(1)
  expect(await raw.closed()).toBe(answer)
})

test('a body that does not come is not waited for', async () => {
  const { raw, pass } = await connected()
  raw.send('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\n12345')
  await raw.until('\r\n\r\n')
  pass(patience.body + 1)
  expect(parseAnswer(await raw.closed()).status).toBe(200)
})
