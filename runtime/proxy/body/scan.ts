import { isUtf8 } from 'node:buffer'
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
  STRING_STOP,
} from './bytes.ts'
import { bodyFault } from './fault.ts'
import type { BodyFault, BodyFaultCode } from './fault.ts'
import { hashByte } from './fields.ts'
import type { FieldIndex, FieldRanges } from './fields.ts'
import { KeyLedger, keyRoom } from './key-ledger.ts'
import { numberEnd } from './number-end.ts'
import { stringEnd, wordsUnder } from './string-end.ts'

/** Nesting and key count beyond which a body is refused. */
export const DEPTH_MAX = 64
export const KEYS_MAX = 10_000

const room = keyRoom(DEPTH_MAX)

/**
 * Scans a whole request body once, before any parser sees it, and returns where the values of the wanted top-level fields
 * lie. Refuses all that parsers disagree on: whatever is not RFC 8259 to the letter, a key twice in one object (after
 * unescaping), `__proto__`, bytes that are not UTF-8, a byte order mark; and what is too deep or has too many keys.
 */
export function scanBody(bytes: Buffer, fields: FieldIndex): FieldRanges | BodyFault {
  if (!isUtf8(bytes)) return bodyFault('invalid_utf8', 'The body is not valid UTF-8.')
  return new Scan(bytes, fields).run()
}

class Scan {
  readonly #bytes: Buffer
  readonly #words: Int32Array
  readonly #end: number
  readonly #fields: FieldIndex
  readonly #ranges: FieldRanges
  readonly #keys: KeyLedger
  #at = 0
  #slot = -1
  #fault: BodyFault | undefined

  constructor(bytes: Buffer, fields: FieldIndex) {
    this.#bytes = bytes
    this.#words = wordsUnder(bytes)
    this.#end = bytes.length
    this.#fields = fields
    this.#ranges = new Int32Array(fields.names.length * 2).fill(-1)
    this.#keys = new KeyLedger(bytes, room)
  }

  run(): FieldRanges | BodyFault {
    this.#skipSpace()
    if (this.#bytes[this.#at] !== OPEN_BRACE) {
      this.#fail('invalid_json', 'The body must be one JSON object')
    } else if (this.#object(1)) {
      this.#skipSpace()
      if (this.#at < this.#end) this.#fail('invalid_json', 'Something follows the JSON object')
    }
    return this.#fault ?? this.#ranges
  }

  #value(depth: number): boolean {
    const byte = this.#at < this.#end ? this.#bytes[this.#at]! : 0
    if (byte === QUOTE) return this.#string()
    if (byte === OPEN_BRACE) return this.#object(depth + 1)
    if (byte === OPEN_BRACKET) return this.#array(depth + 1)
    const literal = LITERALS[byte]
    return literal === null || literal === undefined ? this.#number() : this.#literal(literal)
  }

  #object(depth: number): boolean {
    if (depth > DEPTH_MAX) return this.#tooDeep()
    const base = this.#keys.open()
    let names: Set<string> | undefined
    this.#at++
    this.#skipSpace()
    if (this.#take(CLOSE_BRACE)) return true
    for (;;) {
      if (names === undefined && this.#keys.crowded(base)) names = this.#keys.names(base)
      const start = this.#at
      if (!this.#plainKey(base, names, depth)) {
        if (this.#fault !== undefined) return false
        this.#at = start
        names ??= this.#keys.names(base)
        if (!this.#escapedKey(names, depth)) return false
      }
      if (!this.#member(depth)) return false
      if (this.#take(COMMA)) this.#skipSpace()
      else if (this.#take(CLOSE_BRACE)) break
      else return this.#fail('invalid_json', 'Expected `,` or `}`')
    }
    this.#keys.close(base)
    return true
  }

  /** The colon, the value and the space after it; keeps the range when the key is a wanted one. */
  #member(depth: number): boolean {
    const slot = this.#slot
    this.#skipSpace()
    if (!this.#take(COLON)) return this.#fail('invalid_json', 'Expected `:`')
    this.#skipSpace()
    const start = this.#at
    if (!this.#value(depth)) return false
    if (slot !== -1) {
      this.#ranges[slot * 2] = start
      this.#ranges[slot * 2 + 1] = this.#at
    }
    this.#skipSpace()
    return true
  }

  #array(depth: number): boolean {
    if (depth > DEPTH_MAX) return this.#tooDeep()
    this.#at++
    this.#skipSpace()
    if (this.#take(CLOSE_BRACKET)) return true
    for (;;) {
      if (!this.#value(depth)) return false
      this.#skipSpace()
      if (this.#take(COMMA)) this.#skipSpace()
      else if (this.#take(CLOSE_BRACKET)) return true
      else return this.#fail('invalid_json', 'Expected `,` or `]`')
    }
  }

  /** A key without escapes. False with no fault recorded: it has one, read it with `#escapedKey`. */
  #plainKey(base: number, names: Set<string> | undefined, depth: number): boolean {
    if (this.#bytes[this.#at] !== QUOTE || this.#at >= this.#end)
      return this.#fail('invalid_json', 'Expected a key')
    const start = this.#at + 1
    let at = start
    let hash = 0
    while (at < this.#end && STRING_STOP[this.#bytes[at]!] === 0) hash = hashByte(hash, this.#bytes[at++]!)
    if (this.#bytes[at] === BACKSLASH && at < this.#end) return false
    if (this.#bytes[at] !== QUOTE || at >= this.#end) return this.#fail('invalid_json', 'A key is not closed')
    if (hash === PROTO_HASH && this.#bytes.toString('latin1', start, at) === '__proto__')
      return this.#forbidden()
    if (!this.#keys.add(base, names, hash, start, at)) return this.#duplicate(start, at)
    this.#at = at + 1
    this.#slot = depth === 1 ? this.#fields.slot(hash, this.#bytes, start, at) : -1
    return this.#countKey()
  }

  #escapedKey(names: Set<string>, depth: number): boolean {
    const start = this.#at
    if (!this.#string()) return false
    const name = JSON.parse(this.#bytes.toString('utf8', start, this.#at)) as string
    if (!name.isWellFormed()) return this.#fail('invalid_json', 'A key has half a surrogate pair')
    if (name === '__proto__') return this.#forbidden()
    if (!this.#keys.addEscaped(names, name)) return this.#duplicate(start + 1, this.#at - 1)
    this.#slot = depth === 1 ? this.#fields.slotOf(name) : -1
    return this.#countKey()
  }

  #countKey(): boolean {
    if (this.#keys.total <= KEYS_MAX) return true
    return this.#fail('too_many_keys', `The body has more than ${KEYS_MAX} keys`)
  }

  #string(): boolean {
    const end = stringEnd(this.#bytes, this.#words, this.#at + 1, this.#end)
    if (end === -1)
      return this.#fail(
        'invalid_json',
        'This string is not closed, or holds a raw control character or an unknown escape',
      )
    this.#at = end + 1
    return true
  }

  #number(): boolean {
    const end = this.#at < this.#end ? numberEnd(this.#bytes, this.#at, this.#end) : -1
    if (end === -1) return this.#fail('invalid_json', 'Expected a value')
    this.#at = end
    return true
  }

  #literal(literal: Uint8Array): boolean {
    for (let i = 0; i < literal.length; i++)
      if (this.#at + i >= this.#end || this.#bytes[this.#at + i] !== literal[i])
        return this.#fail('invalid_json', 'Expected a value')
    this.#at += literal.length
    return true
  }

  #take(byte: number): boolean {
    if (this.#at >= this.#end || this.#bytes[this.#at] !== byte) return false
    this.#at++
    return true
  }

  #skipSpace(): void {
    while (this.#at < this.#end && SPACE[this.#bytes[this.#at]!] === 1) this.#at++
  }

  #tooDeep(): false {
    return this.#fail('too_deep', `The body is nested deeper than ${DEPTH_MAX} levels`)
  }

  #duplicate(start: number, end: number): false {
    const name = this.#bytes.toString('utf8', start, Math.min(end, start + 64))
    return this.#fail(
      'duplicate_key',
      `The key ${JSON.stringify(name)} stands twice in one object; parsers disagree on which one counts`,
    )
  }

  #forbidden(): false {
    return this.#fail('forbidden_key', 'The key `__proto__` is refused')
  }

  #fail(code: BodyFaultCode, message: string): false {
    this.#fault ??= bodyFault(code, `${message} (byte ${this.#at}).`, this.#at)
    return false
  }
}

/** By their first byte. A dense list: in an object with such keys each number of a body would be looked up by hash. */
const LITERALS: readonly (Uint8Array | null)[] = Array.from({ length: 256 }, (_, byte) => {
  const text = ['true', 'false', 'null'].find((each) => each.charCodeAt(0) === byte)
  return text === undefined ? null : Buffer.from(text)
})

const PROTO_HASH = Buffer.from('__proto__').reduce(hashByte, 0)
