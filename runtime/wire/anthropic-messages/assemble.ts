import { eventData, eventsOf } from '../event-stream.ts'
import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'
import { mergeUsage } from './usage.ts'

/** An answer as it grows, event by event; a block's input is text until the block is whole. */
interface Growing {
  message: Record<string, unknown>
  readonly blocks: Record<string, unknown>[]
  readonly inputs: string[]
}

/** The whole answer that a complete stream amounts to, as JSON; `undefined` when its events do not add up to one. */
export function assembleAnswer(events: Buffer): Buffer | undefined {
  const growing: Growing = { message: {}, blocks: [], inputs: [] }
  for (const bytes of eventsOf(events)) {
    const data = eventData(bytes)
    if (data === undefined || data === '[DONE]') continue
    const event = parseObject(data)
    if (event === undefined || !grow(growing, event)) return undefined
  }
  if (growing.message['type'] !== 'message') return undefined
  const content = growing.blocks.map((block, index) => withInput(block, growing.inputs[index]))
  return content.some((block) => block === undefined)
    ? undefined
    : Buffer.from(JSON.stringify({ ...growing.message, content }))
}

/** Adds an event; false when it is none that an answer can be made of. */
function grow(growing: Growing, event: Json): boolean {
  switch (event['type']) {
    case 'message_start':
      if (isObject(event['message'])) growing.message = { ...event['message'] }
      return isObject(event['message'])
    case 'content_block_start':
      return startBlock(growing, event)
    case 'content_block_delta':
      return addDelta(growing, event)
    case 'message_delta':
      return addEnd(growing, event)
    case 'error':
      return false
    default:
      return true
  }
}

function startBlock({ blocks, inputs }: Growing, { index, content_block: block }: Json): boolean {
  if (index !== blocks.length || !isObject(block)) return false
  blocks.push({ ...block })
  inputs.push('')
  return true
}

function addDelta({ blocks, inputs }: Growing, { index, delta }: Json): boolean {
  const block = typeof index === 'number' ? blocks[index] : undefined
  if (block === undefined || !isObject(delta) || typeof delta['type'] !== 'string') return false
  if (delta['type'] === 'citations_delta') return addCitation(block, delta['citation'])
  const field = texts[delta['type']]
  if (field === undefined || typeof delta[field] !== 'string') return false
  if (field === 'partial_json') inputs[index as number]! += delta[field]
  else block[field] = `${textOf(block[field])}${delta[field]}`
  return true
}

/** The field that a delta continues, by the delta's type. */
const texts: Readonly<Record<string, string>> = {
  text_delta: 'text',
  thinking_delta: 'thinking',
  signature_delta: 'signature',
  input_json_delta: 'partial_json',
}

function addCitation(block: Record<string, unknown>, citation: unknown): boolean {
  const before: readonly unknown[] = Array.isArray(block['citations']) ? block['citations'] : []
  block['citations'] = [...before, citation]
  return citation !== undefined
}

function addEnd(growing: Growing, { delta, usage }: Json): boolean {
  if (!isObject(delta)) return false
  const before = isObject(growing.message['usage']) ? growing.message['usage'] : {}
  const merged = mergeUsage(before, isObject(usage) ? usage : {})
  growing.message = { ...growing.message, ...delta, usage: merged }
  return true
}

/** A block with the input that its deltas spelled; `undefined` when that is no JSON. */
function withInput(block: Json, input: string | undefined): Json | undefined {
  if (input === undefined || input === '') return block
  const parsed = parseObject(input)
  return parsed === undefined ? undefined : { ...block, input: parsed }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
