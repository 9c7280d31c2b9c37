import { inputObject } from '../../canonical/call-input.ts'
import type { KeepExtra, Place } from '../../canonical/extra.ts'
import { fieldName } from '../../canonical/field-names.ts'
import type { MediaPart, Part, ToolCallPart, ToolResultPart, Turn } from '../../canonical/form.ts'
import { mapId } from '../../canonical/ids.ts'
import type { IdRule } from '../../canonical/ids.ts'
import type { Losses } from '../../canonical/losses.ts'
import { SILENCE } from '../../canonical/silence.ts'
import type { DialectName } from '../../dialect.ts'
import type { Json } from '../../json.ts'
import { FOREIGN_SIGNATURE } from './foreign-signature.ts'
import { typeOfUrl } from './media.ts'
import { checksSignatures, takesMediaInResults } from './models.ts'
import { isMadeId } from './parse-contents.ts'
import { plain, undotted } from './proto-json.ts'
import { resultObject } from './result-text.ts'

/** What printing a part needs beside the part. */
export interface Printing {
  readonly keep: KeepExtra
  readonly ids: IdRule
  readonly namesCalls: boolean
  readonly losses: Losses
  readonly from: DialectName
  readonly model: string
  /** Each call by its id: results go by the name of its function, and those of one name in the order of the calls. */
  readonly calls: ReadonlyMap<string, Call>
}

interface Call {
  readonly name: string
  /** Its place among all calls. */
  readonly at: number
}

/** What results go by. */
export function callsById(turns: readonly Turn[]): ReadonlyMap<string, Call> {
  const calls = turns.flatMap(({ parts }) => parts.filter((part) => part.kind === 'tool-call'))
  return new Map(calls.map(({ id, name }, at) => [id, { name, at }]))
}

/** Prints turns as contents. Instructions that do not stand first are said by the user, in their place. */
export function printContents(turns: readonly Turn[], printing: Printing): readonly Json[] {
  if (printing.from === 'gemini-generate') return inOrder(turns, printing, contentOf)
  const contents = inOrder(turns, printing, (turn, to) => split(turn, to).map((each) => contentOf(each, to)))
  const spoken = joined(
    contents
      .flat()
      .flatMap(apart)
      .filter(({ parts }) => parts.length > 0),
  )
  const begun = spoken[0]?.role === 'model' ? [silent, ...spoken] : spoken
  return begun.map((content) => signed(content, printing))
}

/** What somebody says where nobody does. */
export const silent: Content = { role: 'user', parts: [{ text: SILENCE }] }

/** Prints turn by turn, each with the calls as they stand there: servers that count their calls in each answer give an id twice. */
function inOrder<T>(
  turns: readonly Turn[],
  printing: Printing,
  print: (turn: Turn, printing: Printing) => T,
): readonly T[] {
  const calls = new Map(printing.calls)
  const to = { ...printing, calls }
  let at = 0
  return turns.map((turn) => {
    for (const part of turn.parts)
      if (part.kind === 'tool-call') calls.set(part.id, { name: part.name, at: at++ })
    return print(turn, to)
  })
}

interface Content extends Json {
  readonly role: 'model' | 'user'
  readonly parts: readonly Json[]
}

/** Results answer the calls before them in a content of their own: as many of the one as of the other. */
function split(turn: Turn, { calls }: Printing): readonly Turn[] {
  const results = turn.parts.filter((part) => part.kind === 'tool-result')
  if (results.length === 0) return [turn]
  const placeOf = (id: string): number => calls.get(id)?.at ?? 0
  return [
    { ...turn, parts: results.toSorted((a, b) => placeOf(a.id) - placeOf(b.id)), extra: {} },
    { ...turn, parts: turn.parts.filter(({ kind }) => kind !== 'tool-result') },
  ]
}

function contentOf({ role, parts, extra }: Turn, printing: Printing): Content {
  return {
    role: role === 'assistant' ? 'model' : 'user',
    parts: printParts(parts, 'part', printing),
    ...printing.keep(extra, 'turn'),
  }
}

/** Nothing else stands beside results, not even the images that came with them. */
function apart(content: Content): readonly Content[] {
  const results = content.parts.filter((part) => 'functionResponse' in part)
  if (results.length === 0 || results.length === content.parts.length) return [content]
  const others = content.parts.filter((part) => !('functionResponse' in part))
  return [
    { ...content, parts: results },
    { role: content.role, parts: others },
  ]
}

/** Calls at once stand in one content, and so do their results, though other dialects have an item for each. */
function joined(contents: readonly Content[]): readonly Content[] {
  const joint: Content[] = []
  for (const content of contents) {
    const last = joint.at(-1)
    const isMore =
      last?.role === content.role &&
      (content.role === 'model' || holdsResults(last) === holdsResults(content))
    if (last === undefined || !isMore) joint.push(content)
    else joint[joint.length - 1] = { ...last, ...content, parts: [...last.parts, ...content.parts] }
  }
  return joint
}

function holdsResults({ parts }: Content): boolean {
  return parts.some((part) => 'functionResponse' in part)
}

/** The first call of a content is signed: by who made it, or as one that another model made. */
function signed(content: Content, { model }: Printing): Content {
  const first = content.parts.findIndex((part) => 'functionCall' in part)
  if (first === -1 || !checksSignatures(model)) return content
  const parts = content.parts.map((part, at) =>
    at === first ? { thoughtSignature: FOREIGN_SIGNATURE, ...part } : part,
  )
  return { ...content, parts }
}

/** Prints parts; Gemini refuses empty text, so none is sent. */
export function printParts(parts: readonly Part[], place: Place, printing: Printing): readonly Json[] {
  return parts.flatMap((part) => printPart(part, place, printing))
}

function printPart(part: Part, place: Place, printing: Printing): readonly Json[] {
  const { keep, losses, from } = printing
  switch (part.kind) {
    case 'text':
    case 'refusal':
      return part.text === '' && from !== 'gemini-generate'
        ? []
        : [{ text: part.text, ...keep(part.extra, place) }]
    case 'image':
    case 'audio':
    case 'document':
      return [printMedia(part, place, keep)]
    case 'tool-call':
      return [printCall(part, printing)]
    case 'tool-result':
      return printResult(part, printing)
    case 'reasoning':
      if (from === 'gemini-generate')
        return [{ text: part.text, thought: true, ...sealed(part.seal), ...keep(part.extra, place) }]
      losses.lose(fieldName(from, 'thought'))
      return []
    case 'opaque':
      return Object.keys(keep(part.value, part.place)).length > 0 ? [part.value] : []
  }
}

function sealed(seal: string | undefined): Json {
  return seal === undefined ? {} : { thoughtSignature: seal }
}

function printMedia({ kind, source, extra }: MediaPart, place: Place, keep: KeepExtra): Json {
  const kept = keep(extra, place)
  const printed =
    source.kind === 'data'
      ? { inlineData: { mimeType: source.mediaType, data: source.base64, ...undotted('inlineData', kept) } }
      : {
          fileData: {
            mimeType: typeOfUrl(source.url, kind),
            fileUri: source.url,
            ...undotted('fileData', kept),
          },
        }
  return { ...printed, ...plain(kept) }
}

function printCall({ id, name, input, seal, extra }: ToolCallPart, to: Printing): Json {
  return {
    functionCall: { ...printedId(id, to), name, args: inputObject(input) },
    ...sealed(seal),
    ...to.keep(extra, 'call'),
  }
}

function printedId(id: string, { from, ids, namesCalls }: Printing): Json {
  return !namesCalls || (from === 'gemini-generate' && isMadeId(id)) ? {} : { id: mapId(id, ids) }
}

/** A result holds one object; what else the tool gave stands beside that, or where a model does not take it there, after it. */
function printResult({ id, parts, isError, extra }: ToolResultPart, to: Printing): readonly Json[] {
  const texts = parts.flatMap((part) => (part.kind === 'text' && part.text !== '' ? [part.text] : []))
  const text = texts.join('\n')
  const media = printParts(
    parts.filter(({ kind }) => kind !== 'text'),
    'part',
    to,
  )
  for (const part of parts) if (part.kind === 'text') to.keep(part.extra, 'part')
  const kept = to.keep(extra, 'result')
  const isWithin = media.length > 0 && (to.from === 'gemini-generate' || takesMediaInResults(to.model))
  const functionResponse = {
    ...printedId(id, to),
    name: to.calls.get(id)?.name ?? '',
    response: isError ? { error: text } : resultObject(text),
    ...(isWithin ? { parts: media } : {}),
    ...plain(kept),
  }
  return [{ functionResponse, ...undotted('part', kept) }, ...(isWithin ? [] : media)]
}
