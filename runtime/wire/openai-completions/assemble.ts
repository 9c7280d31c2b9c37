import { eventData, eventsOf } from '../event-stream.ts'
import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'

/** The whole answer that a complete stream amounts to; `undefined` when its chunks do not add up to one. */
export function assembleCompletion(events: Buffer): Buffer | undefined {
  const chunks = eventsOf(events).flatMap(chunkOf)
  const [first] = chunks
  if (first === undefined || chunks.some((chunk) => chunk === undefined)) return undefined
  const byIndex = Map.groupBy(chunks.flatMap(choicesOf), ({ index }) => Number(index ?? 0))
  if (byIndex.size === 0) return undefined
  const choices = [...byIndex].sort(([a], [b]) => a - b).map(([, parts]) => choiceOf(parts))
  const usage = chunks.findLast((chunk) => isObject(chunk?.['usage']))?.['usage']
  return Buffer.from(JSON.stringify({ ...first, choices, ...(usage === undefined ? {} : { usage }) }))
}

function chunkOf(event: Buffer): readonly (Json | undefined)[] {
  const data = eventData(event)
  return data === undefined || data === '[DONE]' ? [] : [parseObject(data)]
}

function choicesOf(chunk: Json | undefined): readonly Json[] {
  const choices = chunk?.['choices']
  return Array.isArray(choices) ? choices.filter(isObject) : []
}

/** The texts of one choice joined; what is said in one chunk only, its end above all, is taken from the last that says it. */
function choiceOf(parts: readonly Json[]): Json {
  const said = parts.flatMap((part) => Object.entries(part).filter(([, value]) => value !== null))
  const text = parts.map((part) => (typeof part['text'] === 'string' ? part['text'] : '')).join('')
  return { logprobs: null, finish_reason: null, ...Object.fromEntries(said), text }
}
