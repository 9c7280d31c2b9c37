/** Of node:http, without its ES module (create-server.ts says why). */
const { STATUS_CODES } = process.getBuiltinModule('node:http')

/** Bytes that a header's value may not hold: whoever sends them could begin a header of their own. */
const FORBIDDEN = /[^\t\x20-\x7e\x80-\xff]/

/** The head of an answer up to its framing: what follows is `content-length` or `transfer-encoding`, and a blank line. */
export interface AnswerHead {
  readonly text: string
  /** The length that the headers announce themselves. */
  readonly hasLength: boolean
  /** The headers say `connection: close`. */
  readonly isLast: boolean
}

const statusLines = new Map<number, string>()

function statusLine(status: number): string {
  let line = statusLines.get(status)
  if (line === undefined)
    statusLines.set(status, (line = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}\r\n`))
  return line
}

/** Spells a head. Throws a `TypeError` on a value that would break its line. */
export function answerHead(status: number, headers: readonly string[]): AnswerHead {
  let text = statusLine(status)
  let hasLength = false
  let isLast = false
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i]!
    const value = headers[i + 1]!
    if (FORBIDDEN.test(value))
      throw new TypeError(`the header ${name} holds a character that headers may not`)
    if (name === 'content-length') hasLength = true
    if (name === 'connection') isLast = value === 'close'
    else text += `${name}: ${value}\r\n`
  }
  return { text, hasLength, isLast }
}
