import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'

/** A whole answer as the stream that a client asked for, down to the terminal event; `undefined` when it is no message. */
export function renderStream(answer: Buffer): Buffer | undefined {
  const message = parseObject(answer.toString())
  if (message === undefined || !Array.isArray(message['content'])) return undefined
  const { content, stop_reason = 'end_turn', stop_sequence = null, stop_details, ...head } = message
  const usage = isObject(head['usage']) ? head['usage'] : {}
  const opened = {
    ...head,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { ...usage, output_tokens: 0 },
  }
  const ending = { stop_reason, stop_sequence, ...(stop_details === undefined ? {} : { stop_details }) }
  const blocks = (content as readonly unknown[]).filter(isObject)
  return Buffer.from(
    [
      event('message_start', { message: opened }),
      ...blocks.flatMap(blockEvents),
      event('message_delta', { delta: ending, usage }),
      event('message_stop', {}),
    ].join(''),
  )
}

function blockEvents(block: Json, index: number): readonly string[] {
  const { empty, deltas } = opening(block)
  return [
    event('content_block_start', { index, content_block: empty }),
    ...deltas.map((delta) => event('content_block_delta', { index, delta })),
    event('content_block_stop', { index }),
  ]
}

interface Opening {
  readonly empty: Json
  readonly deltas: readonly Json[]
}

/** A block as it opens, and the deltas that fill it; a kind that never comes in pieces opens whole. */
function opening(block: Json): Opening {
  switch (block['type']) {
    case 'text':
      return { empty: { ...block, text: '' }, deltas: [{ type: 'text_delta', text: block['text'] }] }
    case 'thinking':
      return openThinking(block)
    case 'tool_use':
    case 'server_tool_use':
    case 'mcp_tool_use':
      return openCall(block)
    default:
      return { empty: block, deltas: [] }
  }
}

function openThinking({ thinking, signature, ...rest }: Json): Opening {
  const deltas = [
    { type: 'thinking_delta', thinking },
    { type: 'signature_delta', signature },
  ]
  return {
    empty: { ...rest, thinking: '', signature: '' },
    deltas: typeof signature === 'string' ? deltas : deltas.slice(0, 1),
  }
}

function openCall({ input, ...rest }: Json): Opening {
  const json = JSON.stringify(input ?? {})
  return { empty: { ...rest, input: {} }, deltas: [{ type: 'input_json_delta', partial_json: json }] }
}

function event(type: string, data: Json): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`
}
