import { eventData, eventsOf } from '../event-stream.ts'
import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'
import { candidatesOf, partsOf } from './response.ts'

/** The whole answer that a complete stream amounts to, as JSON; `undefined` when its events do not add up to one. */
export function assembleAnswer(events: Buffer): Buffer | undefined {
  const responses = eventsOf(events).flatMap((event) => {
    const data = eventData(event)
    return data === undefined || data === '[DONE]' ? [] : [parseObject(data)]
  })
  if (responses.length === 0 || !responses.every(isPiece)) return undefined
  const said = Object.assign({}, ...responses) as Json
  const byIndex = Map.groupBy(responses.flatMap(candidatesOf), ({ index }) => Number(index ?? 0))
  const candidates = [...byIndex].sort(([a], [b]) => a - b).map(([, pieces]) => joined(pieces))
  const answer = candidates.length === 0 ? said : { ...said, candidates }
  return 'candidates' in answer || 'promptFeedback' in answer
    ? Buffer.from(JSON.stringify(answer))
    : undefined
}

/** Arguments that come in pieces of their own stand for themselves: nothing whole is made of those here. */
function isPiece(response: Json | undefined): response is Json {
  return (
    response !== undefined &&
    !isObject(response['error']) &&
    !candidatesOf(response).flatMap(partsOf).some(isUnfinishedCall)
  )
}

function isUnfinishedCall({ functionCall }: Json): boolean {
  return isObject(functionCall) && ('partialArgs' in functionCall || functionCall['willContinue'] === true)
}

/** One candidate: its parts in their order, and of all else what was said last. */
function joined(pieces: readonly Json[]): Json {
  const { content, ...said } = Object.assign({}, ...pieces) as Json
  const role = isObject(content) ? content['role'] : undefined
  const parts = pieces.flatMap(partsOf).reduce<readonly Json[]>(addPart, [])
  return { ...said, content: { parts: parts.filter(isNoFiller), role: role ?? 'model' } }
}

/** The empty text that only carried the end of a stream. */
function isNoFiller(part: Json): boolean {
  return part['text'] !== '' || !isPlainText(part)
}

/** Texts of one kind grow together; a signature belongs to the part that it came with. */
function addPart(parts: readonly Json[], part: Json): readonly Json[] {
  const last = parts.at(-1)
  if (last === undefined || !isPlainText(last) || !isPlainText(part)) return [...parts, part]
  if (last['thought'] !== part['thought']) return [...parts, part]
  return [...parts.slice(0, -1), { ...last, text: `${String(last['text'])}${String(part['text'])}` }]
}

function isPlainText(part: Json): boolean {
  return (
    typeof part['text'] === 'string' &&
    Object.keys(part).every((name) => name === 'text' || name === 'thought')
  )
}
