import { isModelName } from '../../core/model-names.ts'
import { OPEN_BRACE } from '../proxy/body/bytes.ts'
import { bodyFault } from '../proxy/body/fault.ts'
import type { BodyFault } from '../proxy/body/fault.ts'
import type { FieldRanges } from '../proxy/body/fields.ts'

const MODEL_RULE = 'must be 1 to 128 of the characters A-Z a-z 0-9 . _ : / @ -'

/** Reads top-level values of a scanned body by their byte ranges, `null` as absent; the first value of a wrong type is kept as `fault`. */
export class FieldReader<Field extends string> {
  readonly #bytes: Buffer
  readonly #ranges: FieldRanges
  readonly #slots: Readonly<Record<Field, number>>
  fault: BodyFault | undefined

  constructor(bytes: Buffer, ranges: FieldRanges, slots: Readonly<Record<Field, number>>) {
    this.#bytes = bytes
    this.#ranges = ranges
    this.#slots = slots
  }

  flag(field: Field): boolean {
    const text = this.text(field)
    if (text === undefined || text === 'false') return false
    if (text !== 'true') this.fail(field, 'must be true or false')
    return true
  }

  number(field: Field): number | undefined {
    const text = this.text(field)
    if (text === undefined) return undefined
    const value = text.startsWith('"') ? Number.NaN : Number(text)
    if (!Number.isFinite(value) || value < 0) this.fail(field, 'must be a finite number that is not negative')
    return value
  }

  /** A whole number from 1 to `max`. */
  count(field: Field, max = Number.MAX_SAFE_INTEGER): number | undefined {
    const value = this.number(field)
    if (value === undefined) return undefined
    if (!Number.isSafeInteger(value) || value <= 0) this.fail(field, 'must be a whole number above 0')
    else if (value > max) this.fail(field, `must be a whole number from 1 to ${max}`)
    return value
  }

  /** A whole number from 0. */
  size(field: Field): number | undefined {
    const value = this.number(field)
    if (value !== undefined && !Number.isSafeInteger(value))
      this.fail(field, 'must be a whole number that is not negative')
    return value
  }

  modelName(field: Field): string | undefined {
    const text = this.text(field)
    if (text === undefined) return undefined
    const name = modelText(text)
    if (name !== undefined && isModelName(name)) return name
    this.fail(field, MODEL_RULE)
    return undefined
  }

  /** Notes a model's name that is none, whether the body says it or the URL. */
  failModel(field: Field): void {
    this.fail(field, MODEL_RULE)
  }

  /** A string; any other value counts as absent, for it is the provider's to judge. */
  string(field: Field): string | undefined {
    const text = this.text(field)
    return text?.startsWith('"') === true ? (JSON.parse(text) as string) : undefined
  }

  record(field: Field): Readonly<Record<string, unknown>> | undefined {
    const text = this.text(field)
    if (text === undefined) return undefined
    if (text.startsWith('{')) return JSON.parse(text) as Record<string, unknown>
    this.fail(field, 'must be an object')
    return undefined
  }

  /** Whether the field is there and not empty; a value that is no list is a fault. */
  isList(field: Field): boolean {
    const start = this.#ranges[this.#slots[field] * 2]!
    if (start === -1 || this.#isNull(start)) return false
    if (this.#bytes[start] !== 0x5b) this.fail(field, 'must be a list')
    return !/^\[\s*\]/.test(this.#bytes.toString('latin1', start, start + 16))
  }

  /** Whether there is an item: of a list, or one that stands alone where Google takes it for a list of it. */
  isFilled(field: Field): boolean {
    const start = this.#ranges[this.#slots[field] * 2]!
    return this.#bytes[start] === OPEN_BRACE || this.isList(field)
  }

  /** Whether the field is there with a value other than `off`. */
  asks(field: Field, off: string): boolean {
    const text = this.text(field)
    return text !== undefined && text !== off
  }

  /** The value, parsed; `undefined` where it is absent. */
  value(field: Field): unknown {
    const text = this.text(field)
    return text === undefined ? undefined : (JSON.parse(text) as unknown)
  }

  /** The value as JSON; `undefined` where it is absent. */
  text(field: Field): string | undefined {
    const slot = this.#slots[field] * 2
    const start = this.#ranges[slot]!
    if (start === -1 || this.#isNull(start)) return undefined
    return this.#bytes.toString('utf8', start, this.#ranges[slot + 1])
  }

  #isNull(start: number): boolean {
    return this.#bytes[start] === 0x6e
  }

  /** Notes what is wrong with a field, unless something was before. */
  fail(field: Field, rule: string): void {
    this.fault ??= {
      ...bodyFault('invalid_value', `\`${field}\` ${rule}.`, this.#ranges[this.#slots[field] * 2]),
      field,
    }
  }
}

/** The text of a JSON string; nearly every model's name is written without an escape. */
function modelText(json: string): string | undefined {
  if (!json.startsWith('"')) return undefined
  return json.includes('\\') ? (JSON.parse(json) as string) : json.slice(1, -1)
}

const none: Readonly<Record<string, string>> = Object.freeze({})

/** The texts of a `metadata` object, which facts are read from. */
export function textsOf(
  record: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, string>> {
  if (record === undefined) return none
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
