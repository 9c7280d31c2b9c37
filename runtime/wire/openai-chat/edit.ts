import { applyEdits, asciiJson, setField } from '../set-field.ts'
import type { ChatBody } from './body.ts'
import { slots } from './fields.ts'

/** What the policy changes in a request; all else is sent byte for byte. */
export interface ChatEdits {
  /** The name by which the provider knows the model. ASCII. */
  readonly model: string
  /** Asks for a usage chunk that the client did not ask for. */
  readonly includeUsage: boolean
}

/** The bytes to send to a provider. */
export function editChatBody(body: ChatBody, edits: ChatEdits): Buffer {
  const changes = [setField(body, slots.model, 'model', JSON.stringify(edits.model))]
  if (edits.includeUsage)
    changes.push(setField(body, slots.stream_options, 'stream_options', usageOptions(body)))
  return applyEdits(body.bytes, changes)
}

/** The client's stream options with `include_usage` added: rewritten as a whole, for they are small. */
function usageOptions(body: ChatBody): string {
  const start = body.ranges[slots.stream_options * 2]!
  const given: unknown =
    start === -1
      ? null
      : JSON.parse(body.bytes.toString('utf8', start, body.ranges[slots.stream_options * 2 + 1]))
  return asciiJson({ ...(given as object | null), include_usage: true })
}
