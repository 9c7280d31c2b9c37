import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'

/** A whole answer as the stream that a client asked for: one chunk for each choice, usage when it wanted that, the terminal event. */
export function renderStream(answer: Buffer, includeUsage: boolean): Buffer | undefined {
  const value = parseObject(answer.toString())
  if (value === undefined || !Array.isArray(value['choices'])) return undefined
  const { choices, usage, ...head } = value
  const chunk = (more: Json): string => `data: ${JSON.stringify({ ...head, ...more })}\n\n`
  const events = choices.filter(isObject).map((choice) => chunk({ choices: [choice] }))
  if (includeUsage) events.push(chunk({ choices: [], usage: usage ?? null }))
  return Buffer.from(`${events.join('')}data: [DONE]\n\n`)
}
