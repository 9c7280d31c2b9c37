import type { CanonicalEvent, Stop } from '../wire/canonical/events.ts'
import type { Side } from '../wire/canonical/translate.ts'
import { codecs } from '../wire/canonical/codecs.ts'
import type { DialectName } from '../wire/dialect.ts'
import { dialects } from '../wire/dialects.ts'
import { eventsOf } from '../wire/event-stream.ts'

/** A whole answer as words: what may be kept for like questions, and what a judge reads. */
export interface SpokenAnswer {
  readonly text: string
  readonly stop: Stop['reason']
  /** It has parts that are no words: calls, refusals, thoughts that only their maker can read. */
  readonly isPlain: boolean
}

/** A dialect with its codec; `undefined` for one that has none. */
export function sideOf(name: DialectName): Side | undefined {
  const codec = codecs[name]
  return codec === undefined ? undefined : { dialect: dialects[name], codec }
}

/** Reads a whole answer by way of the stream that it would have been; `undefined` when it is none, or not complete. */
export function spokenAnswer(body: Buffer, name: DialectName): SpokenAnswer | undefined {
  const side = sideOf(name)
  const stream = side?.dialect.render(body, { includeUsage: true })
  if (side === undefined || stream === undefined) return undefined
  const decoder = side.codec.decoder()
  return spoken(eventsOf(stream).flatMap((event) => decoder.read(event)))
}

function spoken(events: readonly CanonicalEvent[]): SpokenAnswer | undefined {
  const texts = new Set<number>()
  let text = ''
  let isPlain = true
  for (const event of events) {
    if (event.kind === 'open' && event.part.kind === 'text') texts.add(event.index)
    if (event.kind === 'open') isPlain &&= event.part.kind === 'text' || event.part.kind === 'reasoning'
    if (event.kind === 'seal' || event.kind === 'error') isPlain = false
    if (event.kind === 'delta' && texts.has(event.index)) text += event.text
    if (event.kind === 'finish') return { text, stop: event.stop.reason, isPlain }
  }
  return undefined
}

/** How answers begin that decline: such an answer may be right for one way to ask and wrong for another. */
const DECLINES =
  /^\W*(?:(?:i['’]m|i am|we['’]re|my apologies|apologies|unfortunately)\b.{0,40}\b(?:sorry|unable|not able|can['’]?not|can['’]t)|sorry\b|i (?:can['’]t|cannot|can not|won['’]t|will not)\b|as an ai\b)/is

/** Whether an answer may stand for those to like questions: complete, in words alone, and no refusal. */
export function servesOthers({ text, stop, isPlain }: SpokenAnswer): boolean {
  const isEnd = stop === 'end' || stop === 'stop-sequence'
  return isEnd && isPlain && text.trim() !== '' && !DECLINES.test(text.slice(0, 200))
}
