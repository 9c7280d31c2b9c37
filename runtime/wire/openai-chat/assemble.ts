import { eventData, eventsOf } from '../event-stream.ts'
import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'

/** The whole answer that a complete stream amounts to, as JSON; `undefined` when its chunks do not add up to one. */
export function assembleAnswer(events: Buffer): Buffer | undefined {
  const chunks = eventsOf(events).flatMap((event) => {
    const data = eventData(event)
    return data === undefined || data === '[DONE]' ? [] : [parseObject(data)]
  })
  const [first] = chunks
  if (first === undefined || chunks.some((chunk) => chunk === undefined)) return undefined
  const { choices: _, usage: __, ...head } = first
  const choices = assembleChoices(chunks.flatMap(choicesOf))
  const usage = chunks.findLast((chunk) => isObject(chunk?.['usage']))?.['usage']
  if (choices.length === 0) return undefined
  const answer = { ...head, object: 'chat.completion', choices, ...(usage === undefined ? {} : { usage }) }
  return Buffer.from(JSON.stringify(answer))
}

function choicesOf(chunk: Json | undefined): readonly Json[] {
  const choices = chunk?.['choices']
  return Array.isArray(choices) ? choices.filter(isObject) : []
}

function assembleChoices(parts: readonly Json[]): readonly Json[] {
  const byIndex = Map.groupBy(parts, (part) => Number(part['index'] ?? 0))
  return [...byIndex].sort(([a], [b]) => a - b).map(([index, own]) => assembleChoice(index, own))
}

function assembleChoice(index: number, parts: readonly Json[]): Json {
  const deltas = parts.map((part) => part['delta']).filter(isObject)
  const finish =
    parts.findLast((part) => typeof part['finish_reason'] === 'string')?.['finish_reason'] ?? null
  const message = deltas.reduce<Json>(merge, { role: 'assistant', content: null, refusal: null })
  return { index, message: withoutIndexes(message), logprobs: logprobsOf(parts), finish_reason: finish }
}

function logprobsOf(parts: readonly Json[]): unknown {
  const all = parts.map((part) => part['logprobs']).filter(isObject)
  return all.length === 0 ? null : all.reduce<Json>(merge, {})
}

/** Joins a delta to what came before: texts and lists grow, objects with an `index` meet by it, all else is replaced. */
function merge(before: Json, delta: Json): Json {
  const merged: Record<string, unknown> = { ...before }
  for (const [name, value] of Object.entries(delta)) merged[name] = mergeValue(name, merged[name], value)
  return merged
}

/** Fields that are said once or repeated, not continued. */
const said = new Set(['role', 'id', 'type', 'name'])

function mergeValue(name: string, before: unknown, value: unknown): unknown {
  if (value === null || value === undefined) return before ?? null
  if (typeof value === 'string') return typeof before === 'string' && !said.has(name) ? before + value : value
  if (Array.isArray(value)) return mergeLists(Array.isArray(before) ? before : [], value)
  return isObject(value) && isObject(before) ? merge(before, value) : value
}

function mergeLists(before: readonly unknown[], more: readonly unknown[]): readonly unknown[] {
  const list = [...before]
  for (const item of more) {
    const at =
      isObject(item) && 'index' in item
        ? list.findIndex((each) => isObject(each) && each['index'] === item['index'])
        : -1
    if (at === -1) list.push(item)
    else list[at] = merge(list[at] as Json, item as Json)
  }
  return list
}

/** Tool calls carry their index in a stream only. */
function withoutIndexes(message: Json): Json {
  const calls = message['tool_calls']
  if (!Array.isArray(calls)) return message
  return {
    ...message,
    tool_calls: calls.map((call: unknown) => (isObject(call) ? withoutIndex(call) : call)),
  }
}

function withoutIndex(call: Json): Json {
  return Object.fromEntries(Object.entries(call).filter(([name]) => name !== 'index'))
}
