import type { Dialect, WireBody } from '../dialect.ts'
import { eventsOf } from '../event-stream.ts'
import type { Json } from '../json.ts'
import type { Codec, PrintTarget } from './codec.ts'
import { flattenTools, rebuildCalls } from './flatten-tools.ts'
import type { Tool } from './form.ts'
import { gatherThoughts } from './gather-thoughts.ts'
import { gatherLosses } from './losses.ts'
import type { Lost } from './losses.ts'

/** A dialect with its codec. */
export interface Side {
  readonly dialect: Dialect
  readonly codec: Codec
}

/** A request for a provider of another dialect, and what it could not carry. */
export interface TranslatedRequest {
  readonly bytes: Buffer
  readonly lost: Lost
}

/** The way back of one answer. */
export interface AnswerTranslator {
  /** Whole events of the provider, each once and in their order, as events of the client. */
  readonly stream: StreamTranslation
  /** A whole answer; `undefined` when it is none. */
  readonly whole: (answer: Buffer) => Buffer | undefined
}

/** Prints a client's request in the provider's dialect, beside its tools, which the calls of the answer are given back to. Which model and whether to stream is not in every dialect's body, but known once it is read. */
export function translateRequest(
  { bytes, model, stream }: Pick<WireBody, 'bytes' | 'model' | 'stream'>,
  client: Side,
  provider: Side,
  to: PrintTarget,
): TranslatedRequest & { readonly tools: readonly Tool[] } {
  const losses = gatherLosses(client.codec.losses)
  const parsed = client.codec.parse(JSON.parse(bytes.toString()) as Json) // scanned before: an object, no key twice
  const request = client.codec.leave({ ...parsed, model, stream })
  const printed = provider.codec.print(flattenTools(request, losses), to, losses)
  return { bytes: Buffer.from(JSON.stringify(printed)), lost: losses.lost(), tools: request.tools }
}

/** Translates a provider's stream: each call takes whole events and gives back those of the client's dialect. */
export type StreamTranslation = (events: Buffer) => Buffer

/** What an answer is translated for. */
export interface Asked {
  /** The client asked for usage in its stream. */
  readonly includeUsage: boolean
  /** The client's tools. */
  readonly tools: readonly Tool[]
  /** Told of each call what was thought before it, where the provider wants that back. */
  readonly keepThought?: (call: string, thought: string) => void
}

/** Begins the translation of one stream. */
export function translateStream(provider: Side, client: Side, asked: Asked): StreamTranslation {
  const decoder = provider.codec.decoder()
  const rebuild = rebuildCalls(asked.tools)
  const { includeUsage, keepThought } = asked
  const hear = keepThought && gatherThoughts(keepThought)
  const encoder = client.codec.encoder({ includeUsage, from: provider.dialect.name })
  return (events) => {
    let text = ''
    for (const bytes of eventsOf(events))
      for (const event of decoder.read(bytes)) {
        hear?.(event)
        for (const each of rebuild(event)) text += encoder.write(each)
      }
    return Buffer.from(text)
  }
}

/** A provider's whole answer in the client's dialect, by way of the stream that each would have been; `undefined` when it is no answer. */
export function translateAnswer(
  answer: Buffer,
  provider: Side,
  client: Side,
  asked: Asked,
): Buffer | undefined {
  const counted = { ...asked, includeUsage: true }
  const events = provider.dialect.render(answer, counted)
  return events === undefined
    ? undefined
    : client.dialect.assemble(translateStream(provider, client, counted)(events))
}
