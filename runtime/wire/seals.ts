import type { WireBody } from './dialect.ts'

/**
 * What only the maker of an answer can read of it: sealed thoughts, and items that are kept there. Sent anywhere else, they make
 * a provider refuse the request.
 */
export interface Seals {
  /** Who reads what was sealed: the account that made it, or every account of that server. */
  readonly readBy: 'account' | 'server'
  /** How a warning names what was left out. */
  readonly field: string
  /** The seals in whole events of a stream, or in a whole answer. Runs for each piece of a stream: nearly always one search. */
  readonly inAnswer: (bytes: Buffer) => readonly string[]
  /** What is sealed in a request, in its order. */
  readonly inRequest: (body: WireBody) => readonly Sealed[]
  /** The request without the thoughts that are sealed so. */
  readonly without: (body: WireBody, isDropped: (seal: string) => boolean) => Buffer
}

/** One sealed thing. */
export interface Sealed {
  readonly seal: string
  /** A request that names it means nothing without it, and so goes to its maker alone. */
  readonly isNeeded: boolean
}

/** The texts that a pattern's first group finds; they hold no escapes. */
export function textsFound(bytes: Buffer, pattern: RegExp): readonly string[] {
  return [...bytes.toString('latin1').matchAll(pattern)].map(([, text]) => text!)
}
