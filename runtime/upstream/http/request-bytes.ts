/** What is asked of a provider. `headers` is flat: name, value, name, value. */
export interface ProviderRequest {
  readonly path: string
  readonly headers: readonly string[]
  readonly body: Buffer
}

const PATH = /^\/[!-~]*$/
/** Bytes that a header's value may not hold: whoever sends them could begin a header of their own. */
const FORBIDDEN = /[^\t\x20-\x7e\x80-\xff]/

/** Spells the head of a request. Throws a `TypeError` on what would break its line. INVARIANT: names are ours, or were read as names. */
export function requestHead(host: string, { path, headers, body }: ProviderRequest): string {
  if (!PATH.test(path)) throw new TypeError('the path of a request holds a character that it may not')
  let text = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: keep-alive\r\n`
  for (let i = 0; i < headers.length; i += 2) {
    const value = headers[i + 1]!
    if (FORBIDDEN.test(value))
      throw new TypeError(`the header ${headers[i]} holds a character that headers may not`)
    text += `${headers[i]}: ${value}\r\n`
  }
  return `${text}content-length: ${body.length}\r\n\r\n`
}

/** A head and its body in one piece: one write costs more than copying a small body. */
export function joined(head: string, body: Buffer): Buffer {
  const all = Buffer.allocUnsafe(head.length + body.length)
  all.write(head, 'latin1')
  all.set(body, head.length)
  return all
}
