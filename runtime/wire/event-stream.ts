const LF = 0x0a
const CR = 0x0d
const CLOSE_BRACKET = 0x5d
const BLANK = Buffer.from('\n\n')

/**
 * Index after the last complete event in a piece of an event stream, 0 when there is none. Lines end in LF, CRLF or CR (HTML
 * standard, 9.2.6). Nearly always a piece ends where an event does, which two comparisons tell.
 */
export function eventsEnd(bytes: Buffer): number {
  const size = bytes.length
  if (size >= 2 && bytes[size - 1] === LF && bytes[size - 2] === LF) return size
  for (let at = size - 1; at >= 1; at--) {
    const byte = bytes[at]
    if (byte !== LF && byte !== CR) continue
    if (endsBlankLine(bytes, at)) return at + 1
  }
  return 0
}

/** Index after the event that begins at `from`, separator included; what no separator ends goes to the end of the bytes. */
export function nextEventEnd(bytes: Buffer, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) if (endsEvent(bytes, at)) return at + 1
  return bytes.length
}

/** Where the event lies that holds the byte `at`, separator included. */
export function eventAround(bytes: Buffer, at: number): { readonly start: number; readonly end: number } {
  let start = at
  while (start > 1 && !endsEvent(bytes, start - 1)) start--
  return { start: start > 1 ? start : 0, end: nextEventEnd(bytes, at) }
}

/** Whether the separator of an event ends with the byte at `at`. */
function endsEvent(bytes: Buffer, at: number): boolean {
  const byte = bytes[at]
  return (byte === LF || byte === CR) && endsBlankLine(bytes, at) && !isHalfCrlf(bytes, at)
}

/** Whether the line end at `at` closes an empty line. */
function endsBlankLine(bytes: Buffer, at: number): boolean {
  const before = bytes[at - 1]
  if (bytes[at] === CR) return before === CR || before === LF
  if (before === LF) return true
  return before === CR && at >= 2 && (bytes[at - 2] === LF || bytes[at - 2] === CR)
}

/** A CR whose LF follows: the separator is one byte longer. */
function isHalfCrlf(bytes: Buffer, at: number): boolean {
  return bytes[at] === CR && bytes[at + 1] === LF
}

/** The events of a piece of a stream, separators included; what follows the last separator is one too. */
export function eventsOf(bytes: Buffer): readonly Buffer[] {
  const events: Buffer[] = []
  const ending = bytes.includes(CR) ? nextEventEnd : nextEventEndInLf
  for (let at = 0; at < bytes.length;) {
    const end = ending(bytes, at)
    events.push(bytes.subarray(at, end))
    at = end
  }
  return events
}

/** Whether a piece of whole events ends with the terminal one of OpenAI's older APIs. Two comparisons for nearly every piece. */
export function endsInDone(events: Buffer): boolean {
  let at = events.length - 1
  while (events[at] === LF || events[at] === CR) at--
  return events[at] === CLOSE_BRACKET && events.toString('latin1', Math.max(0, at - 5), at + 1) === '[DONE]'
}

/** The same where lines end in LF alone: nearly everywhere, and found natively. */
function nextEventEndInLf(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(BLANK, from)
  return at === -1 ? bytes.length : at + BLANK.length
}

/** The data of an event: its `data:` lines joined, `undefined` when it has none. */
export function eventData(event: Buffer): string | undefined {
  const text = event.toString()
  return dataOfOneLine(text) ?? dataOfLines(text)
}

/** What nearly every event is: a name or none, one line of data, a blank line. */
function dataOfOneLine(text: string): string | undefined {
  const name = text.startsWith('event: ') ? text.indexOf('\n') + 1 : 0
  if (!text.startsWith('data: ', name)) return undefined
  const end = text.indexOf('\n', name)
  return end === text.length - 2 && text.endsWith('\n') && !text.includes('\r')
    ? text.slice(name + 6, end)
    : undefined
}

function dataOfLines(text: string): string | undefined {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.startsWith('data:'))
  return lines.length === 0 ? undefined : lines.map((line) => line.slice(line[5] === ' ' ? 6 : 5)).join('\n')
}

/** The line that holds the byte `at`, cut at both ends of what there is: events have one data line nearly always. */
export function lineAround(bytes: Buffer, at: number): Buffer {
  const start = Math.max(bytes.lastIndexOf(LF, at), bytes.lastIndexOf(CR, at)) + 1
  const ends = [bytes.indexOf(LF, at), bytes.indexOf(CR, at)].filter((end) => end !== -1)
  return bytes.subarray(start, ends.length === 0 ? bytes.length : Math.min(...ends))
}
