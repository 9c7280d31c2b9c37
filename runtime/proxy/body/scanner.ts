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
import type { FieldIndex } from './fields.ts'
import { KeyLedger, keyRoom } from './key-ledger.ts'
import type { KeyRoom } from './key-ledger.ts'
import { numberEnd } from './number-end.ts'
import { stringEnd, wordsUnder } from './string-end.ts'

/** Nesting, keys and values beyond which a body is refused. The largest lists are embeddings' tokens: 300,000 at OpenAI. */
export const DEPTH_MAX = 64
export const KEYS_MAX = 10_000
export const VALUES_MAX = 500_000
/** The longest key and number: they are read in one go. */
export const TOKEN_BYTES_MAX = 262_144

/** What comes next in the body; `FIRST_…` where the object or list may end instead. */
const START = 0
const FIRST_KEY = 1
const KEY = 2
const AFTER_KEY = 3
const FIRST_VALUE = 4
const VALUE = 5
const REST_OF_STRING = 6
const AFTER_VALUE = 7
const END = 8
const NOTHING = 9
type Next =
  | typeof START
  | typeof FIRST_KEY
  | typeof KEY
  | typeof AFTER_KEY
  | typeof FIRST_VALUE
  | typeof VALUE
  | typeof REST_OF_STRING
  | typeof AFTER_VALUE
  | typeof END
  | typeof NOTHING

/** What a scan keeps of the objects and lists that are open; one scan at a time has it. */
export interface ScanRoom extends KeyRoom {
  /** By depth: where the keys of an object begin in the ledger, or `LIST`. */
  readonly bases: Int32Array
}

/** Room for one scan. */
export function scanRoom(): ScanRoom {
  return { ...keyRoom(DEPTH_MAX), bases: new Int32Array(DEPTH_MAX + 1) }
}

const LIST = -1

/** The scan of one body: a machine of tokens that can stop at any byte and go on later. */
export class Scanner {
  readonly #bytes: Buffer
  readonly #words: Int32Array
  readonly #end: number
  readonly #fields: FieldIndex
  readonly #keys: KeyLedger
  readonly #bases: Int32Array
  /** By depth: the keys of an open object that has many. */
  #names: (Set<string> | undefined)[] | undefined
  readonly ranges: number[]
  fault: BodyFault | undefined
  #next: Next = START
  #at = 0
  #depth = 0
  #values = 0
  /** Of the last key of the outermost object. */
  #slot = -1
  /** Where the string began whose rest comes next. */
  #opened = 0

  constructor(bytes: Buffer, fields: FieldIndex, room: ScanRoom) {
    this.#bytes = bytes
    this.#words = wordsUnder(bytes)
    this.#end = bytes.length
    this.#fields = fields
    this.#keys = new KeyLedger(bytes, room)
    this.#bases = room.bases
    this.ranges = fields.absent.slice()
  }

  /** Reads on for about so many bytes; whether that was all. */
  read(bytesMax: number): boolean {
    const until = Math.min(this.#at + bytesMax, this.#end)
    let next = this.#next
    if (next === REST_OF_STRING) next = this.#string(this.#at, until)
    while (next !== NOTHING && next !== REST_OF_STRING) {
      this.#skipSpace(until)
      if (this.#at >= until && until < this.#end) break
      next = this.#token(next, until)
    }
    this.#next = next
    return next === NOTHING
  }

  #token(next: Exclude<Next, typeof NOTHING | typeof REST_OF_STRING>, until: number): Next {
    switch (next) {
      case KEY:
        return this.#key(until)
      case AFTER_VALUE:
        return this.#afterValue()
      case FIRST_KEY:
        return this.#take(CLOSE_BRACE) ? this.#close() : this.#key(until)
      case VALUE:
        return this.#value(until)
      case FIRST_VALUE:
        return this.#take(CLOSE_BRACKET) ? this.#close() : this.#value(until)
      case AFTER_KEY:
        return this.#afterKey(until)
      case START:
        return this.#start()
      case END:
        return this.#at < this.#end
          ? this.#fail('invalid_json', 'Something follows the JSON object')
          : NOTHING
    }
  }

  #start(): Next {
    if (!this.#take(OPEN_BRACE)) return this.#fail('invalid_json', 'The body must be one JSON object')
    return this.#open(this.#keys.open(), FIRST_KEY)
  }

  // ---------------------------------------------------------------------------------------------------- values

  #value(until: number): Next {
    if (++this.#values > VALUES_MAX)
      return this.#fail('too_many_values', `The body has more than ${VALUES_MAX} values`)
    if (this.#depth === 1 && this.#slot !== -1) this.ranges[this.#slot * 2] = this.#at
    const byte = this.#at < this.#end ? this.#bytes[this.#at]! : 0
    if (byte === QUOTE) return this.#string((this.#opened = this.#at) + 1, until)
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) return this.#nest(byte)
    const literal = LITERALS[byte]
    return literal === null || literal === undefined ? this.#number() : this.#literal(literal)
  }

  #nest(byte: number): Next {
    if (this.#depth === DEPTH_MAX)
      return this.#fail('too_deep', `The body is nested deeper than ${DEPTH_MAX} levels`)
    this.#at++
    return byte === OPEN_BRACE ? this.#open(this.#keys.open(), FIRST_KEY) : this.#open(LIST, FIRST_VALUE)
  }

  #open(base: number, next: Next): Next {
    this.#bases[++this.#depth] = base
    if (this.#names !== undefined) this.#names[this.#depth] = undefined
    return next
  }

  #close(): Next {
    const base = this.#bases[this.#depth--]!
    if (base !== LIST) this.#keys.close(base)
    return this.#depth === 0 ? END : this.#endValue()
  }

  /** A value has ended; nearly always a comma is next to it. */
  #endValue(): Next {
    if (this.#depth === 1 && this.#slot !== -1) this.ranges[this.#slot * 2 + 1] = this.#at
    if (!this.#take(COMMA)) return AFTER_VALUE
    return this.#bases[this.#depth] === LIST ? VALUE : KEY
  }

  #afterValue(): Next {
    const isList = this.#bases[this.#depth] === LIST
    if (this.#take(isList ? CLOSE_BRACKET : CLOSE_BRACE)) return this.#close()
    if (this.#take(COMMA)) return isList ? VALUE : KEY
    return this.#fail('invalid_json', isList ? 'Expected `,` or `]`' : 'Expected `,` or `}`')
  }

  /** The string's content from `from` on: to its quote, or to where this slice ends. */
  #string(from: number, until: number): Next {
    const end = stringEnd(this.#bytes, this.#words, from, until)
    if (end >= 0) {
      this.#at = end + 1
      return this.#endValue()
    }
    if (end === -1 || until === this.#end) return this.#notClosed(this.#opened)
    this.#at = ~end
    return REST_OF_STRING
  }

  #number(): Next {
    const last = Math.min(this.#end, this.#at + TOKEN_BYTES_MAX)
    const end = this.#at < this.#end ? numberEnd(this.#bytes, this.#at, last) : -1
    if (end === last && last < this.#end) return this.#tooLong('number')
    if (end === -1) return this.#fail('invalid_json', 'Expected a value')
    this.#at = end
    return this.#endValue()
  }

  #literal(literal: Uint8Array): Next {
    for (let i = 0; i < literal.length; i++)
      if (this.#at + i >= this.#end || this.#bytes[this.#at + i] !== literal[i])
        return this.#fail('invalid_json', 'Expected a value')
    this.#at += literal.length
    return this.#endValue()
  }

  // ------------------------------------------------------------------------------------------------------ keys

  #key(until: number): Next {
    const base = this.#bases[this.#depth]!
    let names = this.#names?.[this.#depth]
    if (names === undefined && this.#keys.crowded(base)) names = this.#nameAll(base)
    if (this.#at >= this.#end || this.#bytes[this.#at] !== QUOTE)
      return this.#fail('invalid_json', 'Expected a key')
    const start = this.#at + 1
    const last = Math.min(this.#end, start + TOKEN_BYTES_MAX)
    let at = start
    let hash = 0
    while (at < last && STRING_STOP[this.#bytes[at]!] === 0) hash = hashByte(hash, this.#bytes[at++]!)
    const stop = at < last ? this.#bytes[at]! : 0
    if (stop === BACKSLASH) return this.#escapedKey(names ?? this.#nameAll(base), last, until)
    if (stop !== QUOTE) return this.#badKey(at === last)
    if (hash === PROTO_HASH && this.#bytes.toString('latin1', start, at) === '__proto__')
      return this.#forbidden()
    if (!this.#keys.add(base, names, hash, start, at)) return this.#duplicate(start, at)
    this.#at = at + 1
    if (this.#depth === 1) this.#slot = this.#fields.slot(hash, this.#bytes, start, at)
    return this.#endKey(until)
  }

  #escapedKey(names: Set<string>, last: number, until: number): Next {
    const start = this.#at
    const end = stringEnd(this.#bytes, this.#words, start + 1, last)
    if (end < 0) return end === -1 ? this.#notClosed() : this.#badKey(true)
    const name = JSON.parse(this.#bytes.toString('utf8', start, end + 1)) as string
    this.#at = end + 1
    if (!name.isWellFormed()) return this.#fail('invalid_json', 'A key has half a surrogate pair')
    if (name === '__proto__') return this.#forbidden()
    if (!this.#keys.addEscaped(names, name)) return this.#duplicate(start + 1, end)
    if (this.#depth === 1) this.#slot = this.#fields.slotOf(name)
    return this.#endKey(until)
  }

  #endKey(until: number): Next {
    if (this.#keys.total > KEYS_MAX)
      return this.#fail('too_many_keys', `The body has more than ${KEYS_MAX} keys`)
    return this.#at < until && this.#bytes[this.#at] === COLON ? this.#afterKey(until) : AFTER_KEY
  }

  /** The colon, and the value where it begins in this slice. */
  #afterKey(until: number): Next {
    if (!this.#take(COLON)) return this.#fail('invalid_json', 'Expected `:`')
    this.#skipSpace(until)
    return this.#at < until ? this.#value(until) : VALUE
  }

  /** From here on the keys of this object are in a Set. */
  #nameAll(base: number): Set<string> {
    this.#names ??= []
    return (this.#names[this.#depth] = this.#keys.names(base))
  }

  #badKey(isCut: boolean): Next {
    const isLong = isCut && this.#end - this.#at > TOKEN_BYTES_MAX
    return isLong ? this.#tooLong('key') : this.#fail('invalid_json', 'A key is not closed')
  }

  #duplicate(start: number, end: number): Next {
    const name = this.#bytes.toString('utf8', start, Math.min(end, start + 64))
    return this.#fail(
      'duplicate_key',
      `The key ${JSON.stringify(name)} stands twice in one object; parsers disagree on which one counts`,
    )
  }

  #forbidden(): Next {
    return this.#fail('forbidden_key', 'The key `__proto__` is refused')
  }

  // ---------------------------------------------------------------------------------------------------- tokens

  #take(byte: number): boolean {
    if (this.#at >= this.#end || this.#bytes[this.#at] !== byte) return false
    this.#at++
    return true
  }

  #skipSpace(until: number): void {
    while (this.#at < until && SPACE[this.#bytes[this.#at]!] === 1) this.#at++
  }

  #notClosed(at = this.#at): Next {
    return this.#fail(
      'invalid_json',
      'This string is not closed, or holds a raw control character or an unknown escape',
      at,
    )
  }

  #tooLong(what: string): Next {
    return this.#fail('too_long', `A ${what} is longer than ${TOKEN_BYTES_MAX} bytes`)
  }

  #fail(code: BodyFaultCode, message: string, at = this.#at): Next {
    this.fault = bodyFault(code, `${message} (byte ${at}).`, at)
    return NOTHING
  }
}

/** By their first byte. A dense list: in an object with such keys each number of a body would be looked up by hash. */
const LITERALS: readonly (Uint8Array | null)[] = Array.from({ length: 256 }, (_, byte) => {
  const text = ['true', 'false', 'null'].find((each) => each.charCodeAt(0) === byte)
  return text === undefined ? null : Buffer.from(text)
})

const PROTO_HASH = Buffer.from('__proto__').reduce(hashByte, 0)
