import { inputObject } from '../../canonical/call-input.ts'
import type { KeepExtra, Place } from '../../canonical/extra.ts'
import { fieldName } from '../../canonical/field-names.ts'
import type { MediaPart, Part, ReasoningPart, ToolCallPart, ToolResultPart } from '../../canonical/form.ts'
import { mapId } from '../../canonical/ids.ts'
import type { IdRule } from '../../canonical/ids.ts'
import type { Losses } from '../../canonical/losses.ts'
import type { DialectName } from '../../dialect.ts'
import type { Json } from '../../json.ts'

/** What printing a block needs beside the block. */
export interface Printing {
  readonly keep: KeepExtra
  readonly ids: IdRule
  readonly losses: Losses
  /** What a provider of this dialect has sealed is given back to it alone. */
  readonly from: DialectName
}

/** Prints parts as content blocks. Anthropic refuses empty text, so none is sent. */
export function printBlocks(parts: readonly Part[], place: Place, printing: Printing): readonly Json[] {
  return parts.flatMap((part) => printBlock(part, place, printing))
}

function printBlock(part: Part, place: Place, printing: Printing): readonly Json[] {
  const { keep, losses, from } = printing
  switch (part.kind) {
    case 'text':
    case 'refusal':
      return part.text === '' && from !== 'anthropic-messages'
        ? []
        : [{ type: 'text', text: part.text, ...keep(part.extra, place) }]
    case 'image':
    case 'document':
      return [{ type: part.kind, source: printSource(part.source), ...keep(part.extra, place) }]
    case 'audio':
      losses.lose(fieldName(from, 'audio'))
      return []
    case 'tool-call':
      return [printCall(part, printing)]
    case 'tool-result':
      return [printResult(part, printing)]
    case 'reasoning':
      return printThought(part, place, printing)
    case 'opaque':
      return Object.keys(keep(part.value, part.place)).length > 0 ? [part.value] : []
  }
}

function printSource(source: MediaPart['source']): Json {
  return source.kind === 'url'
    ? { type: 'url', url: source.url }
    : { type: 'base64', media_type: source.mediaType, data: source.base64 }
}

function printCall({ id, name, input, extra }: ToolCallPart, to: Printing): Json {
  return {
    type: 'tool_use',
    id: mapId(id, to.ids),
    name,
    input: inputObject(input),
    ...to.keep(extra, 'call'),
  }
}

function printResult({ id, parts, isError, extra }: ToolResultPart, to: Printing): Json {
  const content = printBlocks(parts, 'part', to)
  return {
    type: 'tool_result',
    tool_use_id: mapId(id, to.ids),
    ...(content.length === 0 ? {} : { content }),
    ...(isError ? { is_error: true } : {}),
    ...to.keep(extra, 'result'),
  }
}

/** A thought that another provider sealed is refused here, so none but our own is sent. */
function printThought(
  { text, seal, redacted, extra }: ReasoningPart,
  place: Place,
  to: Printing,
): readonly Json[] {
  if (to.from !== 'anthropic-messages') {
    to.losses.lose(fieldName(to.from, 'thought'))
    return []
  }
  const kept = to.keep(extra, place)
  return redacted
    ? [{ type: 'redacted_thinking', data: seal, ...kept }]
    : [{ type: 'thinking', thinking: text, signature: seal, ...kept }]
}
