import type { WireError } from '../dialect.ts'
import type { Usage } from '../usage.ts'

/**
 * One step of an answer as it streams, in no dialect. Parts are numbered from 0 in the order they open; several may be open at
 * once. A complete answer is `start`, parts, `finish`; a stream without `finish` is not complete.
 */
export type CanonicalEvent =
  | {
      readonly kind: 'start'
      readonly id: string
      readonly model: string
      /** Seconds since 1970. */
      readonly created: number
      /** Input counted before the first word, where the provider says so early. */
      readonly usage: Usage | undefined
    }
  | { readonly kind: 'open'; readonly index: number; readonly part: OpenPart }
  /** More of an open part: text, thought, refusal, or the input of a tool call. */
  | { readonly kind: 'delta'; readonly index: number; readonly text: string }
  /** What only the provider that thought it can read, for the part that it belongs to. */
  | { readonly kind: 'seal'; readonly index: number; readonly seal: string }
  | { readonly kind: 'close'; readonly index: number }
  | { readonly kind: 'finish'; readonly stop: Stop; readonly usage: Usage | undefined }
  | { readonly kind: 'error'; readonly error: WireError }

export type OpenPart =
  | { readonly kind: 'text' }
  /** `redacted`: there is no text of it, only what its maker can read. */
  | { readonly kind: 'reasoning'; readonly redacted?: true }
  | { readonly kind: 'refusal' }
  | {
      readonly kind: 'tool-call'
      readonly id: string
      readonly name: string
      readonly namespace: string | undefined
      readonly custom: boolean
      /** It looks for further tools. */
      readonly search?: true
      /** What only the provider that made the call can check. */
      readonly seal?: string
    }

/** Why an answer ended. */
export type Stop =
  | { readonly reason: 'end' | 'length' | 'tools' | 'refused' | 'filtered' | 'paused' | 'context' }
  | { readonly reason: 'stop-sequence'; readonly sequence: string | undefined }

/** Why an answer that declines ended, where the end alone has to tell it. */
export function declined(stop: Stop): Stop {
  return stop.reason === 'end' ? { reason: 'refused' } : stop
}

/** Reads a provider's stream. It is handed whole events, separators included. */
export interface Decoder {
  readonly read: (event: Buffer) => readonly CanonicalEvent[]
}

/** Writes a client's stream. */
export interface Encoder {
  readonly write: (event: CanonicalEvent) => string
}
