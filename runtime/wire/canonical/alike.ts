/**
 * Reads JSON that differs from what was read before in one text alone, as the events of a stream do: comparing what stands around
 * the text costs a fraction of parsing it all.
 */
export class Alike {
  #before = ''
  #after = ''

  /** Notes that this JSON says `text` in `field`, which stands in it once. */
  learn(json: string, field: string, text: string): void {
    const printed = JSON.stringify(text)
    const at = json.indexOf(`"${field}":${printed}`)
    this.#before = ''
    if (at === -1 || json.lastIndexOf(`"${field}":`) !== at) return
    const start = at + field.length + 4
    this.#before = json.slice(0, start)
    this.#after = json.slice(start + printed.length - 2)
  }

  /** The text of JSON that is otherwise the same; `undefined` for any other. */
  textIn(json: string): string | undefined {
    const { length } = this.#before
    const end = json.length - this.#after.length
    if (length === 0 || end < length || !json.startsWith(this.#before) || !json.endsWith(this.#after))
      return undefined
    const text = json.slice(length, end)
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
