import type { KeepExtra } from '../../canonical/extra.ts'
import { fieldName } from '../../canonical/field-names.ts'
import type { Part, ToolCallPart, ToolResultPart, Turn } from '../../canonical/form.ts'
import { mapId } from '../../canonical/ids.ts'
import type { IdRule } from '../../canonical/ids.ts'
import type { Losses } from '../../canonical/losses.ts'
import { urlOfSource } from '../../canonical/media.ts'
import type { DialectName } from '../../dialect.ts'
import type { Json } from '../../json.ts'

/** What printing an item needs beside the turn. */
interface Printing {
  readonly keep: KeepExtra
  readonly ids: IdRule
  readonly losses: Losses
  readonly from: DialectName
}

/** Prints turns as items: words that follow each other are one message, all else is an item of its own. */
export function printItems(turns: readonly Turn[], printing: Printing): readonly Json[] {
  return turns.flatMap((turn) => turnItems(turn, printing))
}

function turnItems({ role, parts, extra }: Turn, printing: Printing): readonly Json[] {
  const items: Json[] = []
  let words: Json[] = []
  const flush = (): void => {
    if (words.length > 0)
      items.push({ type: 'message', role, content: words, ...printing.keep(extra, 'turn') })
    words = []
  }
  for (const part of parts) {
    const word = printWord(part, role, printing)
    if (word !== undefined) words.push(word)
    else {
      flush()
      items.push(...printItem(part, printing))
    }
  }
  flush()
  return items
}

/** A part of a message, or `undefined` for what is an item of its own. */
function printWord(part: Part, role: Turn['role'], { keep, losses, from }: Printing): Json | undefined {
  switch (part.kind) {
    case 'text': {
      const type = role === 'assistant' ? 'output_text' : 'input_text'
      return { type, text: part.text, ...keep(part.extra, 'part') }
    }
    case 'refusal':
      return { type: 'refusal', refusal: part.text, ...keep(part.extra, 'part') }
    case 'image':
      return {
        type: 'input_image',
        image_url: urlOfSource(part.source),
        ...keep(part.extra, 'part'),
      }
    case 'document': {
      const field = part.source.kind === 'url' ? 'file_url' : 'file_data'
      return {
        type: 'input_file',
        [field]: urlOfSource(part.source),
        ...keep(part.extra, 'part'),
      }
    }
    case 'audio':
      losses.lose(fieldName(from, 'audio'))
      return undefined
    case 'tool-call':
    case 'tool-result':
    case 'reasoning':
    case 'opaque':
      return undefined
  }
}

function printItem(part: Part, printing: Printing): readonly Json[] {
  switch (part.kind) {
    case 'tool-call':
      return [printCall(part, printing)]
    case 'tool-result':
      return [printResult(part, printing)]
    case 'reasoning':
      if (printing.from === 'openai-responses')
        return [{ type: 'reasoning', ...part.extra, encrypted_content: part.seal }] // the summary stands among its fields
      printing.losses.lose(fieldName(printing.from, 'thought'))
      return []
    case 'opaque':
      return Object.keys(printing.keep(part.value, part.place)).length > 0 ? [part.value] : []
    case 'text':
    case 'refusal':
    case 'image':
    case 'document':
    case 'audio':
      return []
  }
}

function printCall(
  { id, name, namespace, input, custom, extra }: ToolCallPart,
  { ids, keep }: Printing,
): Json {
  const call = { call_id: mapId(id, ids), name, ...(namespace === undefined ? {} : { namespace }) }
  const kept = keep(extra, 'call')
  return custom
    ? { type: 'custom_tool_call', ...call, input, ...kept }
    : { type: 'function_call', ...call, arguments: input, ...kept }
}

function printResult({ id, parts, custom, extra }: ToolResultPart, printing: Printing): Json {
  const type = custom ? 'custom_tool_call_output' : 'function_call_output'
  const [only] = parts
  const output =
    parts.length === 1 && only?.kind === 'text' && Object.keys(only.extra).length === 0
      ? only.text
      : parts.flatMap((part) => printWord(part, 'user', printing) ?? [])
  return {
    type,
    call_id: mapId(id, printing.ids),
    output: parts.length === 0 ? '' : output,
    ...printing.keep(extra, 'result'),
  }
}
