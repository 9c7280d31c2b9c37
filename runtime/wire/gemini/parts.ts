import { isObject } from '../json.ts'
import type { Json } from '../json.ts'
import { itemsOf, memberIn, snakeOf } from './fields.ts'

/** What the contents of a request hold, as it is gathered. */
export interface Found {
  readonly texts: string[]
  images: number
  /** Sounds, videos and documents. */
  media: number
  /** Bytes of calls, their results and whatever else is JSON. */
  jsonBytes: number
  /** All that the model reads stands in the request. */
  isBounded: boolean
}

/** Adds the parts of one content: of a message, or the system instruction. */
export function addContent(found: Found, content: unknown): void {
  if (typeof content === 'string') found.texts.push(content)
  else if (isObject(content)) for (const part of itemsOf(content['parts'])) addPart(found, part)
}

/** A part is what its one member with data is; the others say more of it. */
function addPart(found: Found, part: unknown): void {
  if (!isObject(part)) return addUnknown(found, part)
  if (memberIn(part, 'thoughtSignature') !== undefined) found.isBounded = false
  const kind = kinds.find(([name]) => part[name] !== undefined)
  if (part['thought'] === true || kind === undefined) addUnknown(found, part)
  else kind[1](found, part[kind[0]])
}

type AddData = (found: Found, data: unknown) => void

const addText: AddData = (found, text) =>
  typeof text === 'string' ? void found.texts.push(text) : addUnknown(found, text)

const addCall: AddData = (found, call) => addJson(found, call)

/** A result may hold images and files beside what it says. */
const addResult: AddData = (found, result) => {
  const { parts, ...said } = isObject(result) ? result : ({} as Json)
  addJson(found, said)
  for (const part of itemsOf(parts)) addPart(found, part)
}

const addMedia: AddData = (found, data) => {
  const type = isObject(data) ? memberIn(data, 'mimeType') : undefined
  if (typeof type === 'string' && /^image\//i.test(type)) found.images++
  else found.media++
  found.isBounded = false
}

/**
 * How each kind of part counts. Thoughts are not here, for what the provider makes of those it is given back is not known; nor
 * are their signatures, which may unpack to more tokens than they have bytes.
 */
const kinds: readonly (readonly [name: string, add: AddData])[] = (
  [
    ['text', addText],
    ['inlineData', addMedia],
    ['fileData', addMedia],
    ['functionCall', addCall],
    ['functionResponse', addResult],
    ['executableCode', addCall],
    ['codeExecutionResult', addCall],
  ] as const
).flatMap(([name, add]) =>
  snakeOf(name) === name
    ? [[name, add]]
    : [
        [name, add],
        [snakeOf(name), add],
      ],
)

function addUnknown(found: Found, value: unknown): void {
  addJson(found, value)
  found.isBounded = false
}

function addJson(found: Found, value: unknown): void {
  found.jsonBytes += Buffer.byteLength(JSON.stringify(value ?? null))
}
