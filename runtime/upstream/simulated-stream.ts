import type { Dialect } from '../wire/dialect.ts'
import { eventData, eventsOf } from '../wire/event-stream.ts'
import { isObject, parseObject } from '../wire/json.ts'
import type { Json } from '../wire/json.ts'

/** An answer as a stream that says it word by word, as a model would. */
export function simulatedStream(dialect: Dialect, answer: object, includeUsage: boolean): readonly string[] {
  const rendered = dialect.render(Buffer.from(JSON.stringify(answer)), { includeUsage })
  return rendered === undefined ? [] : eventsOf(rendered).flatMap(byWord)
}

/** An event that holds a sentence as one event for each word. */
function byWord(event: Buffer): readonly string[] {
  const text = event.toString()
  const value = parseObject(eventData(event) ?? '')
  const said = value === undefined ? undefined : saidBy(value)
  if (said === undefined) return [text]
  const start = text.slice(0, text.indexOf('data: '))
  return said.text
    .split(/(?<= )/)
    .map((word, at) => `${start}data: ${JSON.stringify(said.with(word, at === 0))}\n\n`)
}

interface Saying {
  readonly text: string
  /** The event with this word in place of the whole. */
  readonly with: (word: string, isFirst: boolean) => object
}

/** Where an event of each API holds its text. */
function saidBy(value: Json): Saying | undefined {
  if (value['type'] === 'response.output_text.delta' && typeof value['delta'] === 'string')
    return { text: value['delta'], with: (delta) => ({ ...value, delta }) }
  const [choice] = Array.isArray(value['choices']) ? (value['choices'] as readonly unknown[]) : []
  if (!isObject(choice)) return undefined
  const { delta, text } = choice
  if (typeof text === 'string')
    return { text, with: (word) => ({ ...value, choices: [{ ...choice, text: word }] }) }
  if (!isObject(delta) || typeof delta['content'] !== 'string') return undefined
  return {
    text: delta['content'],
    with: (content, isFirst) => {
      const part = isFirst ? { ...delta, content } : { content }
      return { ...value, choices: [{ ...choice, delta: part }] }
    },
  }
}
