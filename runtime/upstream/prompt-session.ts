import { hash } from 'node:crypto'
import type { CacheTtl } from '../wire/dialect.ts'
import { markedTtl } from './marked-ttl.ts'
import { promptPrefix, sharedBytes } from './prompt-prefix.ts'
import type { PromptPrefix } from './prompt-prefix.ts'
import { hasPaused, remember } from './sessions.ts'
import type { SessionMemory, Sessions } from './sessions.ts'

/** A pin whose model shares less than this of the prompt has nothing warm to keep. */
const SHARE_MIN = 0.2
/** How long providers keep a prompt unless asked for longer (Anthropic: 5 minutes; OpenAI: 5 to 10). */
const ttlMs = { '5m': 300_000, '1h': 3_600_000 } as const satisfies Record<CacheTtl, number>

/** What the session of one request is made of. */
export interface PromptSessionInput {
  readonly sessions: Sessions
  /** Of one key: no other key's session has this name. */
  readonly id: string
  /** The client itself names it. */
  readonly isNamed?: boolean
  /** The pieces of the prompt in the order in which providers cache them. */
  readonly parts: readonly Buffer[]
  /** The stages' picks stay for the session (`affinity session`). */
  readonly holds: boolean
  /** The policy's rule: each has pins of its own. */
  readonly rule: string
  /** The wall clock. */
  readonly now: () => number
}

/** One request's place in its session: which model answered before, and how much of this prompt it may still have cached. */
export class PromptSession {
  readonly #in: PromptSessionInput
  readonly #memory: SessionMemory | undefined
  /** How long a provider that caches by marks is to keep this prompt. */
  readonly ttl: CacheTtl
  #prefix: PromptPrefix | undefined

  constructor(input: PromptSessionInput) {
    this.#in = input
    this.#memory = input.sessions.recall(input.id)
    this.ttl = hasPaused(this.#memory, input.now()) ? '1h' : '5m'
  }

  /** What names the session to a provider: a digest, and only of what the client itself calls its session. */
  get cacheKey(): string | undefined {
    const { isNamed = false, id } = this.#in
    return isNamed ? hash('sha256', `prompt_cache_key ${id}`, 'base64url') : undefined
  }

  /** Bytes of this prompt that the model's provider may have cached; 0 where nothing is known. */
  warmBytes(model: string): number {
    const nowMs = this.#in.now()
    const warm = (this.#memory?.served ?? []).filter(
      (each) => each.model === model && nowMs - each.atMs < each.ttlMs,
    )
    return warm.reduce((most, { prefix }) => Math.max(most, sharedBytes(prefix, this.#own())), 0)
  }

  /** The model that a stage's pick stays with; `undefined` when it is to be taken anew, its cache being cold. */
  held(stage: number): string | undefined {
    const pin = this.#in.holds ? this.#memory?.pins.get(this.#stageName(stage)) : undefined
    if (pin === undefined) return undefined
    return this.warmBytes(pin) >= SHARE_MIN * this.#own().bytes ? pin : undefined
  }

  /** A model has answered this prompt for a stage; `marked` is how long our marks asked to keep it, where it has none of its own. */
  answered(stage: number, model: string, marked: CacheTtl = '5m'): void {
    const { sessions, id, now, parts } = this.#in
    const served = { model, prefix: this.#own(), atMs: now(), ttlMs: ttlMs[markedTtl(parts) ?? marked] }
    // Read again: another request of the session may have ended meanwhile.
    sessions.keep(id, remember(sessions.recall(id), this.#stageName(stage), served, this.ttl === '1h'))
  }

  #own(): PromptPrefix {
    return (this.#prefix ??= promptPrefix(this.#in.parts))
  }

  #stageName(stage: number): string {
    return `${this.#in.rule} ${stage}`
  }
}
