import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'

/** An event but for its number. */
type Event = Json & { readonly type: string }

/** A whole response as the stream that a client asked for: its life, each item with its text as one delta, the terminal event. */
export function renderStream(answer: Buffer): Buffer | undefined {
  const response = parseObject(answer.toString())
  const terminal = `response.${String(response?.['status'])}`
  const output = response?.['output']
  if (response === undefined || !Array.isArray(output)) return undefined
  if (terminal !== 'response.completed' && terminal !== 'response.incomplete') return undefined
  const begun = { ...response, status: 'in_progress', output: [], usage: null, incomplete_details: null }
  const events: readonly Event[] = [
    { type: 'response.created', response: begun },
    { type: 'response.in_progress', response: begun },
    ...output.filter(isObject).flatMap(itemEvents),
    { type: terminal, response },
  ]
  return Buffer.from(events.map(spell).join(''))
}

function spell(event: Event, sequence_number: number): string {
  const { type, ...rest } = event
  return `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number, ...rest })}\n\n`
}

function itemEvents(item: Json, output_index: number): readonly Event[] {
  const { begun, between } = opened(item)
  const place = { item_id: item['id'], output_index }
  return [
    { type: 'response.output_item.added', output_index, item: begun },
    ...between.map((event) => ({ ...event, ...place })),
    { type: 'response.output_item.done', output_index, item },
  ]
}

/** An item as it began, and the events that filled it; one without an id has nothing that events could name. */
function opened(item: Json): { readonly begun: Json; readonly between: readonly Event[] } {
  const whole = { begun: item, between: [] }
  const { type, content } = item
  if (typeof item['id'] !== 'string') return whole
  const fields =
    typeof type === 'string' && Object.hasOwn(streamedFields, type) ? streamedFields[type] : undefined
  if (fields !== undefined) return { begun: { ...item, [fields]: '' }, between: callEvents(item, fields) }
  if (type !== 'message' || !Array.isArray(content)) return whole
  const begun = { ...item, status: 'in_progress', content: [] }
  return { begun, between: content.filter(isObject).flatMap(partEvents) }
}

/** The field of a call that comes in deltas. */
const streamedFields: Readonly<Record<string, 'arguments' | 'input'>> = {
  function_call: 'arguments',
  custom_tool_call: 'input',
}

function callEvents(item: Json, field: 'arguments' | 'input'): readonly Event[] {
  const type = field === 'input' ? 'response.custom_tool_call_input' : 'response.function_call_arguments'
  return [
    { type: `${type}.delta`, delta: item[field] },
    { type: `${type}.done`, [field]: item[field], ...(field === 'arguments' && { name: item['name'] }) },
  ]
}

function partEvents(part: Json, content_index: number): readonly Event[] {
  const place = { content_index }
  const isRefusal = part['type'] === 'refusal'
  const text = isRefusal ? part['refusal'] : part['text']
  const type = isRefusal ? 'response.refusal' : 'response.output_text'
  const empty = isRefusal ? { ...part, refusal: '' } : { ...part, text: '', annotations: [] }
  const logprobs = isRefusal ? {} : { logprobs: [] }
  return [
    { type: 'response.content_part.added', ...place, part: empty },
    { type: `${type}.delta`, ...place, delta: text, ...logprobs },
    { type: `${type}.done`, ...place, [isRefusal ? 'refusal' : 'text']: text, ...logprobs },
    { type: 'response.content_part.done', ...place, part },
  ]
}
