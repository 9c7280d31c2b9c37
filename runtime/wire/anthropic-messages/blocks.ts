import { isObject } from '../json.ts'
import type { Json } from '../json.ts'

/** What the blocks of a request come to, gathered by one walk. */
export interface Found {
  readonly texts: string[]
  images: number
  documents: number
  /** Bytes of JSON that the model reads beside texts: tool inputs, thinking, what this version does not know. */
  jsonBytes: number
  /** Tools that are loaded where a block names them: each brings its definition, which stands in `tools`. */
  references: number
  /** Whether every block is text or JSON of ours, whose tokens its bytes bound. */
  isBounded: boolean
}

/** Walks what a message, a system prompt or a tool's result holds: a text, or blocks. */
export function addContent(found: Found, content: unknown): void {
  if (typeof content === 'string') found.texts.push(content)
  else if (Array.isArray(content)) for (const block of content as readonly unknown[]) addBlock(found, block)
  else if (content !== undefined && content !== null) addUnknown(found, content)
}

function addBlock(found: Found, block: unknown): void {
  if (!isObject(block)) return addUnknown(found, block)
  const add = typeof block['type'] === 'string' ? kinds.get(block['type']) : undefined
  if (add === undefined) addUnknown(found, block)
  else add(found, block)
}

type AddBlock = (found: Found, block: Json) => void

const addText: AddBlock = (found, block) =>
  typeof block['text'] === 'string' ? void found.texts.push(block['text']) : addUnknown(found, block)

const addInput: AddBlock = (found, block) => addJson(found, [block['name'], block['input']])

const addResult: AddBlock = (found, block) => addContent(found, block['content'])

const addImage: AddBlock = (found) => {
  found.images++
  found.isBounded = false
}

const addReference: AddBlock = (found, block) => {
  found.references++
  addJson(found, block)
}

const addSearchResult: AddBlock = (found, block) => {
  addJson(found, [block['title'], block['source']])
  addContent(found, block['content'])
}

/** A text or a list of blocks is read; a file, an address or a PDF holds as much as it likes. */
const addDocument: AddBlock = (found, block) => {
  const source = isObject(block['source']) ? block['source'] : {}
  addJson(found, [block['title'], block['context']])
  if (source['type'] === 'text' && typeof source['data'] === 'string') found.texts.push(source['data'])
  else if (source['type'] === 'content') addContent(found, source['content'])
  else addBinary(found)
}

function addBinary(found: Found): void {
  found.documents++
  found.isBounded = false
}

/**
 * How each kind of block counts. Thinking is not here: its text may be a summary of what is billed, and what is encrypted may
 * unpack to more tokens than it has bytes.
 */
const kinds: ReadonlyMap<string, AddBlock> = new Map<string, AddBlock>([
  ['text', addText],
  ['image', addImage],
  ['document', addDocument],
  ['search_result', addSearchResult],
  ['tool_use', addInput],
  ['server_tool_use', addInput],
  ['mcp_tool_use', addInput],
  ['tool_result', addResult],
  ['mcp_tool_result', addResult],
  ['tool_reference', addReference],
])

function addUnknown(found: Found, value: unknown): void {
  addJson(found, value)
  found.isBounded = false
}

function addJson(found: Found, value: unknown): void {
  found.jsonBytes += Buffer.byteLength(JSON.stringify(value ?? null))
}
