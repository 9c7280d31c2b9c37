import { OPEN_BRACKET } from '../../proxy/body/bytes.ts'
import { splice } from '../../proxy/body/splice.ts'
import type { WireBody } from '../dialect.ts'
import { dropElements } from '../drop-elements.ts'
import { isObject } from '../json.ts'
import { elementsOf, parseRange } from '../json-parts.ts'
import type { JsonRange } from '../json-parts.ts'
import { textsFound } from '../seals.ts'
import type { Sealed, Seals } from '../seals.ts'
import { responsesFields } from './fields.ts'

const { slots } = responsesFields

/** In a stream the items stand whole in these events; the last event repeats them. */
const ITEM_DONE = Buffer.from('"response.output_item.done"')
const WHOLE = Buffer.from('"output"')
const NAMES = /"(?:id|encrypted_content)"\s*:\s*"([^"\\]{1,262144})"/g

/**
 * Reasoning that is encrypted for one account, and items that one account keeps: a request may name them by `item_reference`, or
 * hold reasoning of which only the id is told (https://developers.openai.com/api/docs/guides/reasoning).
 */
export const responsesSeals: Seals = {
  readBy: 'account',
  field: 'input[].type=reasoning',
  inAnswer: (bytes) => (bytes.includes(ITEM_DONE) || isWhole(bytes) ? textsFound(bytes, NAMES) : none),
  inRequest: (body) => itemsOf(body).flatMap(({ sealed }) => sealed ?? []),
  without: (body, isDropped) => {
    const items = itemsOf(body)
    const dropped = items.map(({ sealed }) => sealed?.isNeeded === false && isDropped(sealed.seal))
    return splice(body.bytes, dropElements(items, dropped))
  },
}

const none: readonly string[] = []

function isWhole(bytes: Buffer): boolean {
  return bytes[0] === 0x7b && bytes.includes(WHOLE)
}

interface Item extends JsonRange {
  readonly sealed: Sealed | undefined
}

/** The kinds of items that are sealed or kept. */
const needles = ['"reasoning"', '"item_reference"'].map((text) => Buffer.from(text))

function mayBeSealed(bytes: Buffer): boolean {
  return needles.some((needle) => bytes.includes(needle))
}

/** The items of the input; none where nothing in them can be sealed. */
function itemsOf({ bytes, ranges }: WireBody): readonly Item[] {
  const start = ranges[slots.input * 2]!
  if (start === -1 || bytes[start] !== OPEN_BRACKET) return []
  if (!mayBeSealed(bytes.subarray(start, ranges[slots.input * 2 + 1]))) return []
  return elementsOf(bytes, start).map((range) => ({ ...range, sealed: sealedIn(bytes, range) }))
}

function sealedIn(bytes: Buffer, range: JsonRange): Sealed | undefined {
  if (!mayBeSealed(bytes.subarray(range.start, range.end))) return undefined
  const item = parseRange(bytes, range)
  if (!isObject(item)) return undefined
  const { type, id, encrypted_content: content } = item
  if (type === 'item_reference' && typeof id === 'string') return { seal: id, isNeeded: true }
  const seal = content ?? id
  return type === 'reasoning' && typeof seal === 'string' ? { seal, isNeeded: false } : undefined
}
