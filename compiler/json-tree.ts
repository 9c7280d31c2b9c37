import type { Source, Span } from '../lang/span.ts'

/** JSON with places: what a facts file says, and where it says it. */
export type JsonNode =
  | { readonly kind: 'object'; readonly span: Span; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly JsonNode[] }
  | { readonly kind: 'scalar'; readonly span: Span; readonly value: string | number | boolean | null }

export interface JsonMember {
  readonly key: string
  readonly keySpan: Span
  readonly value: JsonNode
}

export type JsonResult =
  | { readonly ok: true; readonly node: JsonNode }
  | { readonly ok: false; readonly problem: string; readonly span: Span }

/** Deeper than any facts file has reason to be; a bound on the recursion below. */
const depthMax = 64

/** Reads JSON text (RFC 8259) and stops at its first mistake. A key that is there twice is one. */
export function parseJson({ file, text }: Source): JsonResult {
  const reader: Reader = { file, text, at: text.startsWith('\uFEFF') ? 1 : 0 }
  try {
    const node = readValue(reader, 0)
    skipSpace(reader)
    if (reader.at < text.length) throw new Malformed('text after its end', reader.at, text.length)
    return { ok: true, node }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return { ok: false, problem: error.message, span: { file, start: error.start, end: error.end } }
  }
}

/** The plain value of a node. */
export function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'array':
      return node.items.map(valueOf)
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, valueOf(value)]))
  }
}

/** The member of an object, `undefined` for any other node. */
export function member(node: JsonNode | undefined, key: string): JsonMember | undefined {
  return node?.kind === 'object' ? node.members.find((each) => each.key === key) : undefined
}

/** The node at a JSON pointer (RFC 6901), or the nearest one above it. */
export function nodeAt(root: JsonNode, pointer: string): JsonNode {
  let node = root
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    const next = node.kind === 'array' ? node.items[Number(key)] : member(node, key)?.value
    if (next === undefined) return node
    node = next
  }
  return node
}

interface Reader {
  readonly file: string
  readonly text: string
  at: number
}

class Malformed extends Error {
  readonly start: number
  readonly end: number
  constructor(message: string, start: number, end: number) {
    super(message)
    this.start = start
    this.end = Math.max(end, start)
  }
}

function readValue(r: Reader, depth: number): JsonNode {
  skipSpace(r)
  if (depth > depthMax) throw new Malformed(`nested deeper than ${depthMax} levels`, r.at, r.at + 1)
  if (r.text[r.at] === '{') return readObject(r, depth)
  if (r.text[r.at] === '[') return readArray(r, depth)
  return readScalar(r)
}

function readObject(r: Reader, depth: number): JsonNode {
  const start = r.at
  const members: JsonMember[] = []
  const keys = new Set<string>()
  readList(r, '}', 'object', () => {
    const key = readKey(r)
    if (keys.has(key.value))
      throw new Malformed(`\`${key.value}\` is there twice`, key.span.start, key.span.end)
    keys.add(key.value)
    expect(r, ':')
    members.push({ key: key.value, keySpan: key.span, value: readValue(r, depth + 1) })
  })
  return { kind: 'object', span: spanFrom(r, start), members }
}

function readArray(r: Reader, depth: number): JsonNode {
  const start = r.at
  const items: JsonNode[] = []
  readList(r, ']', 'array', () => items.push(readValue(r, depth + 1)))
  return { kind: 'array', span: spanFrom(r, start), items }
}

function readList(r: Reader, closing: string, what: string, readItem: () => void): void {
  const start = r.at++
  skipSpace(r)
  if (r.text[r.at] === closing) {
    r.at++
    return
  }
  for (;;) {
    readItem()
    skipSpace(r)
    const next = r.text[r.at]
    if (next === undefined) throw new Malformed(`this ${what} is never closed`, start, start + 1)
    if (next !== ',' && next !== closing)
      throw new Malformed(`\`,\` or \`${closing}\` is missing`, r.at, r.at + 1)
    r.at++
    if (next === closing) return
  }
}

function readKey(r: Reader): { readonly value: string; readonly span: Span } {
  skipSpace(r)
  const start = r.at
  const key = r.text[start] === '"' ? readScalar(r) : undefined
  if (key?.kind !== 'scalar' || typeof key.value !== 'string')
    throw new Malformed('a key in double quotes is missing', start, start + 1)
  return { value: key.value, span: key.span }
}

const scalar = /"(?:[^"\\\r\n]|\\.)*"|-?\d[\d.eE+-]*|[a-z]+/y

function readScalar(r: Reader): JsonNode {
  scalar.lastIndex = r.at
  const start = r.at
  const image = scalar.exec(r.text)?.[0]
  if (image === undefined)
    throw new Malformed(r.at < r.text.length ? 'a value is missing' : 'it ends too early', start, start + 1)
  r.at += image.length
  return { kind: 'scalar', span: spanFrom(r, start), value: parseScalar(image, start) }
}

function parseScalar(image: string, start: number): string | number | boolean | null {
  try {
    // A scalar's own spelling is short; the language's parser knows escapes and numbers best.
    return JSON.parse(image) as string | number | boolean | null
  } catch {
    throw new Malformed(`\`${image}\` is no JSON value`, start, start + image.length)
  }
}

function expect(r: Reader, wanted: string): void {
  skipSpace(r)
  if (r.text[r.at] !== wanted) throw new Malformed(`\`${wanted}\` is missing`, r.at, r.at + 1)
  r.at++
}

function skipSpace(r: Reader): void {
  while (r.at < r.text.length && ' \t\r\n'.includes(r.text[r.at] ?? '')) r.at++
}

const spanFrom = (r: Reader, start: number): Span => ({ file: r.file, start, end: r.at })
