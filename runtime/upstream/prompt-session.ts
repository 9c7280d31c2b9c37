import { promptPrefix, sharedBytes } from './prompt-prefix.ts'
import type { PromptPrefix } from './prompt-prefix.ts'
import { remember } from './sessions.ts'
import type { SessionMemory, Sessions } from './sessions.ts'

/** A pin whose model shares less than this of the prompt has nothing warm to keep. */
const SHARE_MIN = 0.2
/** How long providers keep a prompt unless asked for longer (Anthropic: 5 minutes; OpenAI: 5 to 10). */
const TTL_MS = 300_000
const TTL_HOUR_MS = 3_600_000

/** What the session of one request is made of. */
export interface PromptSessionInput {
  readonly sessions: Sessions
  /** Of one key: no other key's session has this name. */
  readonly id: string
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
  #prefix: PromptPrefix | undefined

  constructor(input: PromptSessionInput) {
    this.#in = input
    this.#memory = input.sessions.recall(input.id)
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

  /** A model has answered this prompt for a stage. */
  answered(stage: number, model: string): void {
    const { sessions, id, now } = this.#in
    const served = { model, prefix: this.#own(), atMs: now(), ttlMs: this.#ttlMs() }
    // Read again: another request of the session may have ended meanwhile.
    sessions.keep(id, remember(sessions.recall(id), this.#stageName(stage), served))
  }

  #own(): PromptPrefix {
    return (this.#prefix ??= promptPrefix(this.#in.parts))
  }

  #stageName(stage: number): string {
    return `${this.#in.rule} ${stage}`
  }

  /** Anthropic's hour is asked for beside the marks. */
  #ttlMs(): number {
    const { parts } = this.#in
    const isHour = parts.some((part) => part.includes('"ttl":"1h"') || part.includes('"ttl": "1h"'))
    return isHour ? TTL_HOUR_MS : TTL_MS
  }
}
