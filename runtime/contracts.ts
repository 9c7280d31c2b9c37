import type { IncomingHttpHeaders } from 'node:http'
import type {
  AttemptAction,
  BudgetAction,
  CacheAction,
  FailureClass,
  LimitAction,
  LogAction,
  ShapeAction,
} from '../schemas/generated/decision-table.ts'

/** Who is asking: from the key, never from the request's own words. An absent field is a missing fact. */
export interface Identity {
  readonly key: string
  readonly org?: string
  readonly team?: string
  readonly project?: string
  readonly developer?: string
  /** Further claims of the key, for facts declared with `key:NAME`. */
  readonly claims: Readonly<Record<string, string>>
  /** Claims that it has, and that say nothing that can be read: lists, objects, empty texts. */
  readonly unread?: readonly string[]
  /** Globs of models that this key may ask for; `undefined` = all. */
  readonly models: readonly string[] | undefined
}

/** The endpoints whose requests a policy decides. */
export type Endpoint = 'chat' | 'responses' | 'messages' | 'completions' | 'embeddings' | 'generate'

/**
 * What one scan of the body found (runtime/proxy/body): small top-level values parsed, the rest as byte ranges. The bytes are the client's own and are
 * what is sent, but for the splices that the policy asks for.
 */
export interface ScannedBody {
  readonly bytes: Buffer
  readonly model: string | undefined
  readonly stream: boolean
  readonly temperature: number | undefined
  /** `max_completion_tokens` or `max_tokens`. */
  readonly maxOutput: number | undefined
  readonly jsonSchema: boolean
  readonly reasoning: boolean
  readonly tools: boolean
  readonly n: number
  /** Whether the client asked for usage in its stream (`stream_options.include_usage`). */
  readonly includeUsage: boolean
  /** `metadata` of the body, string values only; empty when absent. */
  readonly metadata: Readonly<Record<string, string>>
  /** What the body itself names its session by (`prompt_cache_key`). */
  readonly session?: string | undefined
  /** The answer that the request continues, by its id (`previous_response_id`). */
  readonly continues?: string | undefined
  /** Computed at first use, then kept: it reads every message. */
  readonly conversation: () => Conversation
}

export interface Conversation {
  readonly messages: number
  /** Of legacy completions and embeddings: prompts that are read apart, each of which may fill the model's window. Endless where nobody knows. */
  readonly prompts?: number
  readonly images: boolean
  /** Decoded text parts of all messages, joined by U+0000. */
  readonly text: string
  /** The text up to and with the first message of the user: what tells a conversation whose client does not name it. */
  readonly opening: string
  /** Estimate by a class scan of the text; never a bound. Reckoned when it is first asked for. */
  readonly inputTokens: number
  /** What of it is not the text's: messages, images, tools. */
  readonly besideText?: number
  /** The text with `A-Z` as `a-z`, where it was made so beforehand. */
  readonly lowered?: string
  /** Tokens that no tokenizer exceeds: the bytes, and constants per message and tool. Endless where a part is no text. */
  readonly inputBound: number
}

/** Where a request comes from, as far as its connection tells. */
export interface RequestOrigin {
  /** The other end of the connection; `undefined` when it is gone, or there is none. */
  readonly remoteAddress: string | undefined
}

/** One request as facts are read from it. */
export interface RequestView {
  readonly id: string
  readonly endpoint: Endpoint
  readonly headers: IncomingHttpHeaders
  /** Where the request comes from. */
  readonly from: RequestOrigin
  /** NAME of `/p/NAME/…`. */
  readonly pathProject: string | undefined
  readonly identity: Identity
  readonly body: ScannedBody
}

/** What the policy says of one request. Pure data: the proxy obeys it. */
export interface Decision {
  /** `file#rule` of the deciding row, or `gwc#NAME` for what gwc itself supplies. */
  readonly rule: string
  /** `file#rule` of every guard row that matched, in source order. */
  readonly guard: readonly string[]
  readonly outcome: DenyOutcome | RefusedOutcome | RouteOutcome
  readonly cache: CacheAction
  readonly attempt: AttemptAction
  /** Every budget that the request is charged to, in source order. */
  readonly budgets: readonly BudgetAction[]
  /** Every limit that it counts towards, in source order. */
  readonly limits: readonly LimitAction[]
  /** What every matching row of `shape` comes to together. */
  readonly shape: ShapeAction
  readonly log: LogAction
  /** Facts that the decision looked at, by name, for the log. */
  readonly facts: Readonly<Record<string, boolean | number | string | readonly string[]>>
  /** Facts that the decision looked at and the request lacked: their defaults counted. */
  readonly absent: readonly string[]
}

export interface DenyOutcome {
  readonly kind: 'deny'
  readonly message: string
  readonly status: number
}

/** The request carries a value that its fact does not take (a closed enumeration, a number that is none): 400. */
export interface RefusedOutcome {
  readonly kind: 'refused'
  readonly fact: string
  /** One sentence that names the header and the allowed values. */
  readonly message: string
}

export interface RouteOutcome {
  readonly kind: 'route'
  /** `never use` is applied already: what stands here may be used. */
  readonly stages: readonly DecidedStage[]
}

/** Some of a stage's requests go to another model too, whose answer nobody gets. */
export interface StageShadow {
  /** Basis points. */
  readonly share: number
  readonly model: string
}

export type DecidedStage =
  | {
      readonly kind: 'models'
      readonly pick: 'model' | 'cheapest' | 'fastest' | 'best'
      readonly models: readonly string[]
      readonly on: readonly FailureClass[]
      /** Of a split, beside the one taken in `models`: every arm that may be used, for a session that has one already. */
      readonly arms?: readonly string[]
      readonly shadow?: StageShadow
    }
  /** The model that the client asked for, resolved; `undefined` when it names none that is served (404 model_not_found). */
  | {
      readonly kind: 'asked'
      readonly model: string | undefined
      readonly on: readonly FailureClass[]
      readonly shadow?: StageShadow
    }
  | {
      readonly kind: 'deny'
      readonly message: string
      readonly status: number
      readonly on: readonly FailureClass[]
    }
