import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'

/** A whole answer as the stream that a client asked for: role and content, finish, usage when it wanted that, the terminal event. */
export function renderStream(answer: Buffer, includeUsage: boolean): Buffer | undefined {
  const value = parseObject(answer.toString())
  if (value === undefined || !Array.isArray(value['choices'])) return undefined
  const { choices, usage, ...head } = value
  const chunk = (more: Json): string => event({ ...head, object: 'chat.completion.chunk', ...more })
  const events = choices.filter(isObject).flatMap((choice) => choiceEvents(choice, chunk))
  if (includeUsage) events.push(chunk({ choices: [], usage: usage ?? null }))
  return Buffer.from(`${events.join('')}data: [DONE]\n\n`)
}

function choiceEvents(choice: Json, chunk: (more: Json) => string): string[] {
  const { index = 0, message, logprobs = null, finish_reason: finish = 'stop' } = choice
  const delta = isObject(message) ? deltaOf(message) : {}
  return [
    chunk({ choices: [{ index, delta, logprobs, finish_reason: null }] }),
    chunk({ choices: [{ index, delta: {}, logprobs: null, finish_reason: finish }] }),
  ]
}

/** A message as one delta; tool calls get the index that streams number them by. */
function deltaOf(message: Json): Json {
  const calls = message['tool_calls']
  const present = Object.fromEntries(Object.entries(message).filter(([, value]) => value !== null))
  if (!Array.isArray(calls)) return present
  return {
    ...present,
    tool_calls: calls.map((call: unknown, index) => (isObject(call) ? { index, ...call } : call)),
  }
}

function event(value: Json): string {
  return `data: ${JSON.stringify(value)}\n\n`
}
