import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Exchange, Script } from '../fake-provider.ts'
import { head, whole, wholeBytes } from './http-bytes.ts'
import { hello } from './said.ts'
import { charge, fail, wholeOf } from './say.ts'
import { speechOf } from './speech.ts'

/** Sends these bytes, whatever was asked. */
export function raw(bytes: string | ((exchange: Exchange) => string | Buffer)): Script {
  return async (exchange) => exchange.write(typeof bytes === 'string' ? bytes : bytes(exchange))
}

/** An answer under a head that HTTP forbids, or nearly. */
export function under(
  status: number | string,
  headers: (length: number) => Readonly<Record<string, string>>,
): Script {
  return raw((exchange) => {
    const body = JSON.stringify(wholeOf(exchange, hello))
    return head(status, { 'content-type': 'application/json', ...headers(Buffer.byteLength(body)) }) + body
  })
}

export const bothLengths = under(200, (size) => ({
  'content-length': String(size),
  'transfer-encoding': 'chunked',
}))

export const twoLengths = under(200, (size) => ({
  'content-length': String(size),
  'Content-Length': String(size + 1),
}))

export const hugeHead = under(200, (size) => ({
  'content-length': String(size),
  'x-huge': 'x'.repeat(70 * 1024),
}))

export const status = (code: string): Script => under(code, (size) => ({ 'content-length': String(size) }))

/** Interim answers before the real one: `100 Continue` that nobody asked for, or early hints without end. */
export function interim(line: string, count: number): Script {
  return async (exchange) => {
    charge(exchange, hello)
    await exchange.write(`HTTP/1.1 ${line}\r\n\r\n`.repeat(count) + whole(200, wholeOf(exchange, hello)))
  }
}

/** A second answer right behind the first: whose is it? */
export const twoAnswers: Script = async (exchange) => {
  charge(exchange, hello)
  const poison = whole(200, wholeOf(exchange, { text: 'Poison.' }))
  await exchange.write(whole(200, wholeOf(exchange, hello)) + poison)
}

/** An answer that nobody asked for, on the connection while it is idle. */
export const lateAnswer: Script = async (exchange) => {
  charge(exchange, hello)
  await exchange.write(whole(200, wholeOf(exchange, hello)))
  await exchange.wait(2)
  await exchange.write(whole(200, wholeOf(exchange, { text: 'Poison.' })))
}

/** An error page as a load balancer sends it. */
export function page(code: number): Script {
  return raw(
    whole(code, `<html><body><h1>${code} Bad Gateway</h1>nginx</body></html>`, {
      'content-type': 'text/html',
    }),
  )
}

/** An error whose body has no end that anyone should wait for: 100 MB. */
export const hugeError: Script = async ({ socket, write }) => {
  const size = 100 * 1024 * 1024
  const block = Buffer.alloc(256 * 1024, 'x')
  await write(head(400, { 'content-type': 'application/json', 'content-length': String(size) }))
  for (let sent = 0; sent < size && !socket.destroyed; sent += block.length) await write(block)
}

/** An error in an encoding that nobody asked for. */
export const gzipError: Script = raw(({ request }) => {
  const speech = speechOf(request.path)
  const body = JSON.stringify(speech.error(400, { message: 'made up 400', code: null, type: 'made_up' }))
  return wholeBytes(400, gzipSync(body), { 'content-encoding': 'gzip' })
})

/** An error that repeats the credentials it was sent. */
export function echoes(code: number): Script {
  return (exchange) => {
    const { authorization, 'x-api-key': key, 'x-goog-api-key': googleKey } = exchange.request.headers
    const message = `Incorrect API key provided: ${authorization ?? key ?? googleKey}.`
    return fail(code, {}, { message })(exchange)
  }
}

export function compressed(encoding: 'gzip' | 'br'): Script {
  return async (exchange) => {
    charge(exchange, hello)
    const body = Buffer.from(JSON.stringify(wholeOf(exchange, hello)))
    const packed = encoding === 'gzip' ? gzipSync(body) : brotliCompressSync(body)
    await exchange.write(wholeBytes(200, packed, { 'content-encoding': encoding }))
  }
}

/** 64 kB that unpack to 64 MB. */
export const bomb: Script = raw(() =>
  wholeBytes(200, gzipSync(Buffer.alloc(64 * 1024 * 1024, ' ')), { 'content-encoding': 'gzip' }),
)
