import type { PromptPrefix } from './prompt-prefix.ts'

/** A prompt that a model has answered: what its provider may still have in its cache. */
export interface Served {
  readonly model: string
  readonly prefix: PromptPrefix
  readonly atMs: number
  /** How long the provider keeps it after its last use. */
  readonly ttlMs: number
}

/** What is remembered of one session. An immutable value. */
export interface SessionMemory {
  /** By stage: the model that answered it last. */
  readonly pins: ReadonlyMap<string, string>
  /** Newest first. */
  readonly served: readonly Served[]
  /** When it was answered last. */
  readonly answeredMs: number
  /** It has paused once for longer than providers keep a prompt unasked, and not for longer than they can be asked to. */
  readonly hasPaused: boolean
}

/** Gaps that a cache of 5 minutes does not outlive for sure, and one of an hour does. */
const PAUSE_MIN_MS = 240_000
const PAUSE_MAX_MS = 3_600_000

/** Whether a session has paused so, the request that comes now included. */
export function hasPaused(memory: SessionMemory | undefined, nowMs: number): boolean {
  if (memory === undefined || memory.hasPaused) return memory !== undefined
  const gapMs = nowMs - memory.answeredMs
  return gapMs >= PAUSE_MIN_MS && gapMs <= PAUSE_MAX_MS
}

/** Where sessions are remembered. What is forgotten costs a cold cache, never an answer. */
export interface Sessions {
  readonly recall: (session: string) => SessionMemory | undefined
  readonly keep: (session: string, memory: SessionMemory) => void
}

/** Sessions remembered at most, and stages and prompts of each: agents share their session with helpers that have prompts of their own. */
const SESSIONS_MAX = 10_000
const PINS_MAX = 8
const SERVED_MAX = 6

/** Sessions in memory; the one that was unused for longest is forgotten first. */
export function memorySessions(sessionsMax = SESSIONS_MAX): Sessions {
  const memories = new Map<string, SessionMemory>()
  const keep = (session: string, memory: SessionMemory): void => {
    memories.delete(session)
    memories.set(session, memory)
    if (memories.size > sessionsMax) memories.delete(memories.keys().next().value!)
  }
  return { recall: (session) => memories.get(session), keep }
}

/**
 * The memory with one more answer in it. A longer prompt of the same model takes the place of the one that it continues; when
 * there are too many, the shortest goes, which saves the least.
 */
export function remember(
  memory: SessionMemory | undefined,
  stage: string,
  served: Served,
  paused = false,
): SessionMemory {
  const pins = new Map(memory?.pins)
  pins.delete(stage)
  pins.set(stage, served.model)
  if (pins.size > PINS_MAX) pins.delete(pins.keys().next().value!)
  const before = (memory?.served ?? []).filter(
    (each) => served.atMs - each.atMs < each.ttlMs && !continues(served, each),
  )
  return {
    pins,
    served: [served, ...longest(before, SERVED_MAX - 1)],
    answeredMs: served.atMs,
    hasPaused: paused || memory?.hasPaused === true,
  }
}

function longest(served: readonly Served[], max: number): readonly Served[] {
  if (served.length <= max) return served
  const shortest = served.reduce((least, each) => (each.prefix.bytes < least.prefix.bytes ? each : least))
  return served.filter((each) => each !== shortest)
}

function continues(next: Served, before: Served): boolean {
  const { marks } = before.prefix
  const last = marks.length - 1
  return next.model === before.model && last >= 0 && next.prefix.marks[last] === marks[last]
}
