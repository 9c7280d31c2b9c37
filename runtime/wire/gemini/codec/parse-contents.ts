import { rest } from '../../canonical/extra.ts'
import type { MediaPart, Part, ToolCallPart, ToolResultPart, Turn } from '../../canonical/form.ts'
import { textOf } from '../../canonical/read-json.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { isPublic, kindOfType } from './media.ts'
import { dotted, message, messages } from './proto-json.ts'
import { failureText, resultText } from './result-text.ts'

/** Reads the instructions and the contents of a request. */
export function parseContents(instruction: unknown, contents: unknown): readonly Turn[] {
  const calls = new Calls()
  return [...instructed(instruction, calls), ...messages(contents).map((content) => turnOf(content, calls))]
}

function instructed(instruction: unknown, calls: Calls): readonly Turn[] {
  if (typeof instruction === 'string') return [{ role: 'system', parts: [text(instruction)], extra: {} }]
  if (!isObject(instruction)) return []
  return [{ ...turnOf(message(instruction), calls), role: 'system' }]
}

function turnOf(content: Json, calls: Calls): Turn {
  return {
    role: content['role'] === 'model' ? 'assistant' : 'user',
    parts: messages(content['parts']).map((part) => partOf(part, calls)),
    extra: rest(content, ['role', 'parts']),
  }
}

/** An id that this codec gave to a call which had none. */
const MADE = 'gemini_call_'

/** Whether an id was made here: Gemini is not told it. */
export function isMadeId(id: string): boolean {
  return id.startsWith(MADE)
}

/** The calls so far. Gemini need not name them, and its results may go by the function's name: then each answers the first call of that name that waits. */
class Calls {
  #count = 0
  #waiting: { readonly id: string; readonly name: string }[] = []

  /** The id of the next call: the same for the same conversation, however long it grows. */
  open(id: string | undefined, name: string): string {
    const call = { id: id ?? `${MADE}${this.#count}`, name }
    this.#count++
    this.#waiting.push(call)
    return call.id
  }

  /** The id of the call that a result answers. */
  close(id: string | undefined, name: string): string {
    const call = this.#waiting.find((each) => (id === undefined ? each.name === name : each.id === id))
    this.#waiting = this.#waiting.filter((each) => each !== call)
    return call?.id ?? id ?? this.open(undefined, name)
  }
}

function partOf(part: Json, calls: Calls): Part {
  const { functionCall, functionResponse, inlineData, fileData } = part
  if (typeof part['text'] === 'string') return wordsOf(part, part['text'])
  if (isObject(functionCall)) return callOf(part, message(functionCall), calls)
  if (isObject(functionResponse)) return resultOf(part, message(functionResponse), calls)
  const media = isObject(inlineData) ? inlineOf(part, message(inlineData)) : fileOf(part, message(fileData))
  return media ?? { kind: 'opaque', place: 'part', value: part }
}

function text(words: string): Part {
  return { kind: 'text', text: words, extra: {} }
}

function wordsOf(part: Json, words: string): Part {
  if (part['thought'] !== true) return { kind: 'text', text: words, extra: rest(part, ['text', 'thought']) }
  return {
    kind: 'reasoning',
    text: words,
    seal: textOf(part['thoughtSignature']),
    redacted: false,
    extra: rest(part, ['text', 'thought', 'thoughtSignature']),
  }
}

function callOf(part: Json, call: Json, calls: Calls): ToolCallPart {
  const name = textOf(call['name']) ?? ''
  return {
    kind: 'tool-call',
    id: calls.open(textOf(call['id']), name),
    name,
    namespace: undefined,
    input: JSON.stringify(call['args'] ?? {}),
    custom: false,
    seal: textOf(part['thoughtSignature']),
    extra: rest(part, ['functionCall', 'thoughtSignature']),
  }
}

function resultOf(part: Json, result: Json, calls: Calls): ToolResultPart {
  const { response } = result
  const failure = failureText(response)
  return {
    kind: 'tool-result',
    id: calls.close(textOf(result['id']), textOf(result['name']) ?? ''),
    parts: [
      text(failure ?? resultText(response)),
      ...messages(result['parts']).map((each) => partOf(each, calls)),
    ],
    isError: failure !== undefined,
    custom: false,
    extra: {
      ...rest(result, ['id', 'name', 'response', 'parts']),
      ...dotted('part', rest(part, ['functionResponse'])),
    },
  }
}

function inlineOf(part: Json, blob: Json): MediaPart | undefined {
  const { mimeType, data } = blob
  const kind = typeof mimeType === 'string' ? kindOfType(mimeType) : undefined
  if (kind === undefined || typeof mimeType !== 'string' || typeof data !== 'string') return undefined
  const more = dotted('inlineData', rest(blob, ['mimeType', 'data']))
  const extra = { ...rest(part, ['inlineData']), ...more }
  return { kind, source: { kind: 'data', mediaType: mimeType, base64: data }, extra }
}

/** A file where anybody can fetch it; one that Google keeps is Google's alone. */
function fileOf(part: Json, file: Json): MediaPart | undefined {
  const { mimeType, fileUri: url } = file
  const kind = kindOfType(textOf(mimeType) ?? '')
  if (kind === undefined || typeof url !== 'string' || !isPublic(url)) return undefined
  const extra = { ...rest(part, ['fileData']), ...dotted('fileData', rest(file, ['fileUri'])) }
  return { kind, source: { kind: 'url', url }, extra }
}
