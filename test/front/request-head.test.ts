import { describe, expect, test } from 'vitest'
import { readHead } from '../../runtime/front/request-head.ts'
import type { KnownNames } from '../../runtime/front/request-head.ts'

function headOf(...lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

const post = 'POST /v1/chat/completions HTTP/1.1'

describe('the strict front reads', () => {
  test('a POST with its length: names in lower case, values without the blanks around them', () => {
    const bytes = headOf(post, 'Host: a:8080', 'Content-Length: 12', 'X-Name: \t two  words ', 'accept:*/*')
    const head = readHead(Buffer.concat([bytes, Buffer.from('{"model":""}')]))
    expect(head).toEqual({
      method: 'POST',
      url: '/v1/chat/completions',
      headers: { host: 'a:8080', 'content-length': '12', 'x-name': 'two  words', accept: '*/*' },
      headerCount: 4,
      bodyBytes: 12,
      headBytes: bytes.length,
      isLast: false,
    })
  })

  test('the names of the last request, and others, alike', () => {
    const known: KnownNames = []
    const heads = [
      ['Host: a', 'X-A: 1', 'accept: b'],
      ['Host: a', 'X-A: 2', 'accept: c'],
      ['Host: a', 'X-AB: 3', 'Accept: d', 'x-c: 4'],
      ['X-A: 5', 'Host: a'],
      ['Host: a', 'X-A : 6'],
    ]
    const read = heads.map((lines) => readHead(headOf('GET / HTTP/1.1', ...lines), known)?.headers)
    expect(read).toEqual([
      { host: 'a', 'x-a': '1', accept: 'b' },
      { host: 'a', 'x-a': '2', accept: 'c' },
      { host: 'a', 'x-ab': '3', accept: 'd', 'x-c': '4' },
      { 'x-a': '5', host: 'a' },
      undefined,
    ])
  })

  test('a GET with a query, and a client that says it is done', () => {
    const head = readHead(headOf('GET /v1/models?limit=2 HTTP/1.1', 'host: [::1]:1', 'connection: close'))
    expect(head).toMatchObject({ method: 'GET', url: '/v1/models?limit=2', bodyBytes: 0, isLast: true })
  })
})

describe('the strict front leaves to node:http', () => {
  test.each([
    ['a head that is not whole', Buffer.from(`${post}\r\nhost: a\r\n`)],
    ['another method', headOf('PUT / HTTP/1.1', 'host: a')],
    ['a method in lower case', headOf('get / HTTP/1.1', 'host: a')],
    ['HTTP/1.0', headOf('GET / HTTP/1.0', 'host: a')],
    ['two blanks in the request line', headOf('GET  / HTTP/1.1', 'host: a')],
    ['an absolute target', headOf('GET http://a/ HTTP/1.1', 'host: a')],
    ['a fragment', headOf('GET /#a HTTP/1.1', 'host: a')],
    ['a control character in the target', headOf('GET /\x01 HTTP/1.1', 'host: a')],
    ['no Host', headOf('GET / HTTP/1.1', 'accept: a')],
    ['two Hosts', headOf('GET / HTTP/1.1', 'host: a', 'Host: a')],
    ['a Host with a path', headOf('GET / HTTP/1.1', 'host: a/b')],
    ['a header twice', headOf('GET / HTTP/1.1', 'host: a', 'x-a: 1', 'X-A: 2')],
    ['two lengths', headOf(post, 'host: a', 'content-length: 1', 'content-length: 1')],
    ['a length with a sign', headOf(post, 'host: a', 'content-length: +1')],
    ['an empty length', headOf(post, 'host: a', 'content-length:')],
    ['a length list', headOf(post, 'host: a', 'content-length: 1, 1')],
    ['a body on GET', headOf('GET / HTTP/1.1', 'host: a', 'content-length: 1')],
    ['chunks', headOf(post, 'host: a', 'transfer-encoding: chunked')],
    ['an expectation', headOf(post, 'host: a', 'content-length: 1', 'expect: 100-continue')],
    ['an upgrade', headOf('GET / HTTP/1.1', 'host: a', 'upgrade: websocket', 'connection: upgrade')],
    ['a Connection that names headers', headOf('GET / HTTP/1.1', 'host: a', 'connection: close, x-a')],
    ['a folded line', headOf('GET / HTTP/1.1', 'host: a', 'x-a: 1', ' 2')],
    ['a blank before the colon', headOf('GET / HTTP/1.1', 'host : a')],
    ['a line without a colon', headOf('GET / HTTP/1.1', 'host: a', 'x-a')],
    ['an empty name', headOf('GET / HTTP/1.1', 'host: a', ': 1')],
    ['a bare line feed', Buffer.from('GET / HTTP/1.1\r\nhost: a\nx-a: 1\r\n\r\n')],
    ['a bare carriage return', headOf('GET / HTTP/1.1', 'host: a', 'x-a: 1\r2')],
    ['a NUL', headOf('GET / HTTP/1.1', 'host: a', 'x-a: \0')],
    ['a letter beyond ASCII', headOf('GET / HTTP/1.1', 'host: a', 'x-a: é')],
    ['what every object has', headOf('GET / HTTP/1.1', 'host: a', '__proto__: 1')],
    ['a constructor', headOf('GET / HTTP/1.1', 'host: a', 'constructor: 1')],
    ['a very long head', headOf('GET / HTTP/1.1', 'host: a', `x-a: ${'a'.repeat(9_000)}`)],
    ['an empty line before the request', Buffer.from('\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n')],
  ])('%s', (_, bytes) => expect(readHead(bytes)).toBeUndefined())
})
