import { describe, expect, test } from 'vitest'
import { readAnswerHead } from '../../../runtime/upstream/http/answer-head.ts'
import { ChunkedFraming } from '../../../runtime/upstream/http/chunked-framing.ts'
import { requestHead } from '../../../runtime/upstream/http/request-bytes.ts'
import { fc } from '../../support/fast-check.ts'

const headOf = (...lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
const ok = 'HTTP/1.1 200 OK'

describe('the head of an answer', () => {
  test('is read with names in lower case, values without the blanks around them, and doubles joined', () => {
    const bytes = headOf(ok, 'Content-Type: text/html', 'X-A: \t 1 ', 'x-a:2', 'Content-Length: 5', 'Empty:')
    const { framing, ...head } = readAnswerHead(Buffer.concat([bytes, Buffer.from('hello')]))!
    expect(head).toEqual({
      status: 200,
      headers: { 'content-type': 'text/html', 'x-a': '1, 2', 'content-length': '5', empty: '' },
      bytes: bytes.length,
      isLast: false,
      idleMs: undefined,
    })
    expect(framing.take(Buffer.from('hello, and more')).toString()).toBe('hello')
    expect([framing.isDone, framing.behind]).toEqual([true, 10])
  })

  test('holds only what was sent', () => {
    const head = readAnswerHead(headOf(ok, 'constructor: a', '__proto__: b', 'content-length: 0'))
    expect(head?.headers['constructor']).toBe('a')
    expect(Object.keys(head!.headers)).toEqual(['constructor', 'content-length'])
  })

  test.each([
    ['without a reason', 'HTTP/1.1 200'],
    ['with an empty one', 'HTTP/1.1 200 '],
    ['with one in Latin-1', 'HTTP/1.1 200 voil\xe0'],
    ['of a status that no list has', 'HTTP/1.1 999 Odd'],
  ])('is taken with a status line %s', (_, line) => {
    expect(readAnswerHead(headOf(line, 'content-length: 0'))?.framing.isDone).toBe(true)
  })

  test.each([
    ['connection: close', [ok, 'content-length: 0', 'Connection: Close']],
    ['HTTP/1.0', ['HTTP/1.0 200 OK', 'content-length: 0']],
    ['no length', [ok, 'content-type: text/plain']],
  ])('says that the connection ends with it: %s', (_, lines) => {
    expect(readAnswerHead(headOf(...lines))?.isLast).toBe(true)
  })

  test('tells how long the provider keeps the connection', () => {
    expect(readAnswerHead(headOf(ok, 'content-length: 0', 'keep-alive: timeout=5, max=99'))?.idleMs).toBe(
      5_000,
    )
  })

  test('is waited for until it is whole', () => {
    expect(readAnswerHead(Buffer.from(`${ok}\r\ncontent-length: 0\r\n`))).toBeUndefined()
  })

  test.each([
    ['no status line', ['HTTP/2 200 OK']],
    ['a status of two digits', ['HTTP/1.1 20 OK']],
    ['a status below 100', ['HTTP/1.1 099 Odd']],
    ['a control character in the reason', ['HTTP/1.1 200 O\x01K']],
    ['an upgrade that nobody asked for', ['HTTP/1.1 101 Switching Protocols']],
    ['a length and a coding', [ok, 'content-length: 1', 'transfer-encoding: chunked']],
    ['two lengths', [ok, 'content-length: 1', 'Content-Length: 2']],
    ['one length twice', [ok, 'content-length: 1', 'content-length: 1']],
    ['a length with a sign', [ok, 'content-length: +1']],
    ['a length in hexadecimal', [ok, 'content-length: 0x1']],
    ['an empty length', [ok, 'content-length:']],
    ['a coding that is not chunked', [ok, 'transfer-encoding: gzip, chunked']],
    ['a coding twice', [ok, 'transfer-encoding: chunked', 'transfer-encoding: chunked']],
    ['a folded line', [ok, 'x-a: 1', ' 2']],
    ['a blank before the colon', [ok, 'x-a : 1']],
    ['a line without a colon', [ok, 'x-a', 'x-b: 1']],
    ['an empty name', [ok, ': 1']],
    ['a bare line feed', [ok, 'x-a: 1\nx-b: 2']],
    ['a bare carriage return', [ok, 'x-a: 1\r2']],
    ['a NUL', [ok, 'x-a: \0']],
    ['more than 16 kB', [ok, `x-a: ${'a'.repeat(16 * 1024)}`]],
  ])('is refused for %s', (_, lines) => {
    expect(() => readAnswerHead(headOf(...lines))).toThrow('broken')
  })

  test('is refused before it is whole when it grows beyond 16 kB', () => {
    expect(() => readAnswerHead(Buffer.alloc(16 * 1024 + 1, 'x'))).toThrow('HEAD_TOO_LARGE')
  })
})

/** The data of a body that comes in these pieces, and what the framing says then. */
function read(pieces: readonly Buffer[]): { data: string; state: string } {
  const framing = new ChunkedFraming()
  const data: Buffer[] = []
  for (const piece of pieces) {
    if (framing.isDone || framing.isBroken) break
    data.push(Buffer.from(framing.take(Buffer.from(piece))))
  }
  const state = framing.isBroken ? 'broken' : framing.isDone ? `done, ${framing.behind} behind` : 'open'
  return { data: Buffer.concat(data).toString('latin1'), state }
}

const readText = (text: string): { data: string; state: string } => read([Buffer.from(text, 'latin1')])

describe('a chunked body', () => {
  test('is the same data however its chunks and pieces are cut', () => {
    const chunk = fc.record({
      data: fc.uint8Array({ minLength: 1, maxLength: 40 }),
      extension: fc.constantFrom('', ';a', ';a="b c"'),
      pad: fc.constantFrom('', '0', '000'),
    })
    const trailers = fc.array(fc.constantFrom('x-cost: 1\r\n', 'x: \r\n'), { maxLength: 2 })
    fc.assert(
      fc.property(
        fc.array(chunk),
        trailers,
        fc.string(),
        fc.array(fc.nat()),
        (chunks, ends, behind, cuts) => {
          const body = Buffer.concat([
            ...chunks.flatMap(({ data, extension, pad }) => [
              Buffer.from(`${pad}${data.length.toString(16)}${extension}\r\n`),
              Buffer.from(data),
              Buffer.from('\r\n'),
            ]),
            Buffer.from(`0\r\n${ends.join('')}\r\n`),
          ])
          const places = [...cuts.map((cut) => cut % body.length), body.length].toSorted((a, b) => a - b)
          const pieces = places.map((to, i) => body.subarray(i === 0 ? 0 : places[i - 1], to))
          const last = Buffer.concat([pieces.at(-1)!, Buffer.from(behind)])
          const all = Buffer.concat(chunks.map(({ data }) => data)).toString('latin1')
          const size = Buffer.byteLength(behind)
          expect(read([...pieces.slice(0, -1), last])).toEqual({ data: all, state: `done, ${size} behind` })
        },
      ),
    )
  })

  test('gives the chunks of one piece as one', () => {
    expect(new ChunkedFraming().take(Buffer.from('1\r\na\r\n2\r\nbc\r\n3\r\ndef\r\n')).toString()).toBe(
      'abcdef',
    )
  })

  test.each([
    ['no size', '\r\n'],
    ['a size with a sign', '+1\r\na\r\n'],
    ['a size in another notation', '0x1\r\na\r\n'],
    ['a blank behind the size', '1 \r\na\r\n'],
    ['a size of nine digits', '000000001\r\na\r\n'],
    ['a bare line feed behind the size', '1\na\r\n'],
    ['a bare carriage return behind the size', '1\ra'],
    ['a bare line feed in an extension', '1;a\n\r\na\r\n'],
    ['an extension of 20 kB', `1;${'a'.repeat(20 * 1024)}\r\na\r\n`],
    ['trailers of 20 kB', `0\r\n${'a: b\r\n'.repeat(5 * 1024)}\r\n`],
    ['a bare line feed in a trailer', '0\r\na: b\n\r\n'],
  ])('is refused for %s', (_, text) => {
    expect(readText(text).state).toBe('broken')
  })

  test('is given as far as it was one', () => {
    expect(readText('2\r\nab\r\n2\r\ncdef')).toEqual({ data: 'abcd', state: 'broken' })
  })
})

describe('the head of a request', () => {
  const request = { path: '/v1/x?beta=true', headers: ['x-a', '1', 'x-b', ''], body: Buffer.from('{}') }

  test('is spelled with the host that the provider has', () => {
    expect(requestHead('a:81', request)).toBe(
      'POST /v1/x?beta=true HTTP/1.1\r\nhost: a:81\r\nconnection: keep-alive\r\nx-a: 1\r\nx-b: \r\ncontent-length: 2\r\n\r\n',
    )
  })

  test.each(['1\r\nx-b: 2', '1\n', '1\0', 'ü\u{1F98A}'])('cannot hold a header of %j', (value) => {
    expect(() => requestHead('a', { ...request, headers: ['x-a', value] })).toThrow(TypeError)
  })

  test.each(['/a b', '/a\r\nx: y', 'http://b/', '/ü'])('cannot ask for %j', (path) => {
    expect(() => requestHead('a', { ...request, path })).toThrow(TypeError)
  })
})
