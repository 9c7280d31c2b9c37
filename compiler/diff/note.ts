/** A change that no fact of a request can show. */
export interface Note {
  /** `zone`, `fact tier`, `price openai/gpt-4.1`. */
  readonly what: string
  readonly before: string
  readonly after: string
  /** What follows from it. */
  readonly effect: string
}
