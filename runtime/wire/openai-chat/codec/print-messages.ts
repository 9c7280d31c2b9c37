import type { PrintTarget } from '../../canonical/codec.ts'
import type { KeepExtra } from '../../canonical/extra.ts'
import { fieldName } from '../../canonical/field-names.ts'
import type { MediaPart, Part, ToolCallPart, ToolResultPart, Turn } from '../../canonical/form.ts'
import { mapId } from '../../canonical/ids.ts'
import type { IdRule } from '../../canonical/ids.ts'
import type { Losses } from '../../canonical/losses.ts'
import { urlOfSource } from '../../canonical/media.ts'
import type { DialectName } from '../../dialect.ts'
import type { Json } from '../../json.ts'

/** What printing a message needs beside the message. */
interface Printing {
  readonly keep: KeepExtra
  readonly ids: IdRule
  readonly losses: Losses
  readonly from: DialectName
  /** What was thought before a call, where the provider wants that back. */
  readonly thoughtOf: PrintTarget['thoughtOf']
}

/** Prints turns as messages: a user's tool results come first, each a message of its own, as a call wants them. */
export function printMessages(turns: readonly Turn[], printing: Printing): readonly Json[] {
  return turns.flatMap((turn) => (turn.role === 'assistant' ? [said(turn, printing)] : asked(turn, printing)))
}

function asked({ role, parts, extra }: Turn, printing: Printing): readonly Json[] {
  const results = parts.filter((part) => part.kind === 'tool-result')
  const others = [...results.flatMap(mediaOf), ...parts.filter((part) => part.kind !== 'tool-result')]
  const messages = results.map((result) => resultMessage(result, printing))
  if (others.length === 0 && results.length > 0) return messages
  const said = { role: roleFor(role, printing.from), content: content(others, printing) }
  return [...messages, { ...said, ...printing.keep(extra, 'turn') }]
}

/** OpenAI takes `system` for `developer`; most other servers know no such role, and some drop what stands under it. */
function roleFor(role: Turn['role'], from: DialectName): Turn['role'] {
  return role === 'developer' && from !== 'openai-chat' ? 'system' : role
}

/** A tool message holds text alone, so what else a tool gave follows in the user's words. */
function mediaOf({ parts }: ToolResultPart): readonly Part[] {
  return parts.filter((part) => part.kind === 'image' || part.kind === 'document')
}

function resultMessage({ id, parts, extra }: ToolResultPart, printing: Printing): Json {
  const texts = parts.filter((part) => part.kind === 'text')
  return {
    role: 'tool',
    tool_call_id: mapId(id, printing.ids),
    content: content(texts, printing),
    ...printing.keep(extra, 'result'),
  }
}

function said({ parts, extra }: Turn, printing: Printing): Json {
  const calls = parts.filter((part) => part.kind === 'tool-call')
  const refusal = parts.find((part) => part.kind === 'refusal')
  const words = parts.filter((part) => part.kind !== 'tool-call' && part !== refusal)
  return {
    role: 'assistant',
    content: words.length === 0 && calls.length > 0 ? null : content(words, printing),
    ...(refusal === undefined ? {} : { refusal: refusal.text }),
    ...thoughtBefore(calls, printing),
    ...(calls.length === 0 ? {} : { tool_calls: calls.map((call) => printCall(call, printing)) }),
    ...printing.keep(extra, 'turn'),
  }
}

/** Such a provider refuses a message without thoughts, and an empty one: a blank stands for what nobody remembers. */
function thoughtBefore(calls: readonly ToolCallPart[], { thoughtOf, from }: Printing): Json {
  if (thoughtOf === undefined || from === 'openai-chat') return {}
  const known = calls.map(({ id }) => thoughtOf(id)).find((thought) => thought !== undefined)
  return { reasoning_content: known ?? ' ' }
}

function printCall({ id, name, input, custom, extra }: ToolCallPart, { ids, keep }: Printing): Json {
  const kept = keep(extra, 'call')
  const call = mapId(id, ids)
  return custom
    ? { id: call, type: 'custom', custom: { name, input }, ...kept }
    : { id: call, type: 'function', function: { name, arguments: input }, ...kept }
}

/** One text as it is, else a list of parts: some servers take only the first form. */
function content(parts: readonly Part[], printing: Printing): string | readonly Json[] {
  const printed = parts.flatMap((part) => printPart(part, printing))
  const [only] = printed
  if (only === undefined) return ''
  const plain = printed.length === 1 && only['type'] === 'text' && Object.keys(only).length === 2
  return plain ? String(only['text']) : printed
}

function printPart(part: Part, printing: Printing): readonly Json[] {
  const { keep, losses, from } = printing
  switch (part.kind) {
    case 'text':
      return [{ type: 'text', text: part.text, ...keep(part.extra, 'part') }]
    case 'refusal':
      return [{ type: 'refusal', refusal: part.text, ...keep(part.extra, 'part') }]
    case 'image':
    case 'audio':
    case 'document':
      return printMedia(part, printing)
    case 'opaque':
      return Object.keys(keep(part.value, part.place)).length > 0 ? [part.value] : []
    case 'reasoning':
      losses.lose(fieldName(from, 'thought'))
      return []
    case 'tool-call':
    case 'tool-result':
      return [] // printed as messages and calls of their own
  }
}

function printMedia({ kind, source, extra }: MediaPart, { keep, losses, from }: Printing): readonly Json[] {
  const kept = keep(extra, 'part')
  const isFar = source.kind === 'url' && kind !== 'image'
  if (isFar && from !== 'openai-chat') {
    losses.lose(fieldName(from, kind === 'audio' ? 'audio' : 'farFile'))
    return []
  }
  switch (kind) {
    case 'image':
      return [{ type: 'image_url', image_url: { url: urlOfSource(source), ...kept } }]
    case 'document':
      return [{ type: 'file', file: { file_data: urlOfSource(source), ...kept } }]
    case 'audio':
      return [{ type: 'input_audio', input_audio: { ...audioData(source), ...kept } }]
  }
}

function audioData(source: MediaPart['source']): Json {
  return source.kind === 'url'
    ? { data: source.url, format: 'url' }
    : { data: source.base64, format: source.mediaType.replace('audio/', '') }
}
