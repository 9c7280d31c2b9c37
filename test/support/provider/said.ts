/** What a model says in one answer, in no dialect. */
export interface Said {
  readonly text?: string
  readonly reasoning?: string
  /** Tools that it calls, in parallel when there are several. */
  readonly calls?: readonly ToolCall[]
  /** It declines, with this sentence. */
  readonly refusal?: string
  /** `null`: the answer reports no usage anywhere. Default: `usualTokens`. */
  readonly tokens?: Tokens | null
}

export interface ToolCall {
  readonly id: string
  readonly name: string
  /** JSON, as the model wrote it. */
  readonly arguments: string
}

/** Tokens as every dialect can report them: `input` includes what was read from and written to a cache, `output` the reasoning. */
export interface Tokens {
  readonly input: number
  readonly cacheRead: number
  readonly cacheWrite: number
  readonly output: number
  readonly reasoning: number
}

/** What an answer reports when its script does not say. */
export const usualTokens: Tokens = { input: 20, cacheRead: 8, cacheWrite: 0, output: 5, reasoning: 2 }

/** The answer of a script that does not say. */
export const hello: Said = { text: 'Hello there.' }

/** The pieces in which a text is streamed: one word each, or of `bytes` characters where there are no words. */
export function pieces(text: string, size = 1024): readonly string[] {
  if (/\s/.test(text) && text.length <= size) return text.split(/(?= )/)
  const parts: string[] = []
  for (let at = 0; at < text.length; at += size) parts.push(text.slice(at, at + size))
  return parts
}

/** A call whose arguments are a JSON object of at least so many bytes: those of an edited file. */
export function bigCall(bytes = 64 * 1024, id = 'call_big'): ToolCall {
  const line = 'const answer = "forty-two \\u2028 \\n"; '
  return {
    id,
    name: 'write_file',
    arguments: JSON.stringify({
      path: 'src/answer.ts',
      content: line.repeat(Math.ceil(bytes / line.length)),
    }),
  }
}

/** Why the model stopped, as the speech of a dialect needs to know it. */
export function endOf({ calls = [], refusal }: Said): 'stop' | 'tools' | 'refusal' {
  if (refusal !== undefined) return 'refusal'
  return calls.length > 0 ? 'tools' : 'stop'
}
