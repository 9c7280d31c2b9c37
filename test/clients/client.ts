import type { Json } from '../../runtime/wire/json.ts'
import type { ToolCall } from '../support/provider/said.ts'

/** A gateway as a client's settings name it. */
export interface Reached {
  /** With the version segment. */
  readonly baseUrl: string
  readonly key: string
}

/** What a client is asked to do; what it cannot (`Client.cannot`) it is not asked. */
export interface Job {
  readonly prompt: string
  readonly stream?: boolean
  /** Gives the model the client's tools, and answers its calls until it has none. */
  readonly tools?: boolean
  /** The form that the answer must take. */
  readonly schema?: Json
  /** A PNG, in base64. */
  readonly image?: string
  /** Leaves in the middle. */
  readonly signal?: AbortSignal
}

/** What a client made of the answer. Where it is told of an error it throws; a program that ends with one, too. */
export interface Heard {
  readonly text: string
  /** In how many pieces it came, for a client that tells. */
  readonly pieces?: number
}

/** What the suite asks of every client. */
export type Cell = 'text' | 'stream' | 'tools' | 'schema' | 'image' | 'long' | 'error' | 'cut' | 'abort'

/** The APIs that clients and providers speak. */
export type Spoken = 'openai-chat' | 'openai-responses' | 'anthropic-messages' | 'gemini-generate'

/** One client as the suite drives it. */
export interface Client {
  readonly name: string
  readonly version: string
  readonly dialect: Spoken
  /** A program that is installed and started anew for each job: it takes seconds, and streams whatever it is asked. */
  readonly program: boolean
  /** It takes long and is like another row: only a full run (`GWC_TRUST=full`) asks it. */
  readonly rare?: true
  /** What it has no way to do, with the reason. */
  readonly cannot: Readonly<Partial<Record<Cell, string>>>
  /** What it says to its own provider alone. */
  readonly keepsToItself: readonly string[]
  /** Requests that it makes at most before it reports a provider's 400, and a stream that was cut off. */
  readonly triesMax: { readonly error: number; readonly cut: number }
  /** A call of one of its tools that comes back with this word. */
  readonly callFor: (id: string, word: string) => ToolCall
  /** A call whose arguments hold so many letters, and that comes back with their number. */
  readonly longCall: (id: string, letters: number) => ToolCall
  /** A call of the tool by which it has the model give an answer of a form; absent: it asks for the text to be so. */
  readonly formCall?: (answer: string) => ToolCall
  readonly ready: () => Promise<void>
  readonly ask: (job: Job, reached: Reached) => Promise<Heard>
}
