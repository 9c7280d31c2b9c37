const NOTHING = Buffer.alloc(0)

/**
 * Reads events of JSON that differ from the one before in one text alone, as those of a stream do: comparing the bytes that stand
 * around the text costs a fraction of decoding and parsing them.
 */
export class Alike {
  #before: Buffer = NOTHING
  #after: Buffer = NOTHING

  /** Notes that this event says `text` in `field`, which stands in it once. */
  learn(event: Buffer, field: string, text: string): void {
    const printed = Buffer.from(`"${field}":${JSON.stringify(text)}`)
    const at = event.indexOf(printed)
    this.#before = NOTHING
    if (at === -1 || event.lastIndexOf(`"${field}":`) !== at) return
    // Copies: a part of the event would keep all that was read with it.
    this.#before = Buffer.from(event.subarray(0, at + field.length + 4))
    this.#after = Buffer.from(event.subarray(at + printed.length - 1))
  }

  /** The text of an event that is otherwise the same; `undefined` for any other. */
  textIn(event: Buffer): string | undefined {
    const { length } = this.#before
    const end = event.length - this.#after.length
    if (length === 0 || end < length) return undefined
    if (!event.subarray(0, length).equals(this.#before) || !event.subarray(end).equals(this.#after))
      return undefined
    const text = event.toString('utf8', length, end)
    return isPlain(text) ? text : unescaped(text)
  }
}

/** Whether a JSON text says what it is: no end of it in its midst, no escape, nothing that may not stand in one. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || code === 0x22 || code === 0x5c) return false
  }
  return true
}

function unescaped(text: string): string | undefined {
  try {
    return JSON.parse(`"${text}"`) as string
  } catch {
    return undefined
  }
}
