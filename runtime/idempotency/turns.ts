import type { CachedAnswer } from '../cache/cached-answer.ts'
import { LruStore } from '../cache/lru-store.ts'

/** What a request with an `idempotency-key` is, of all that came with it. */
export type Turn =
  /** The first, or one whose earlier ones were not answered: it goes on, and says how it ends. */
  | FirstTurn
  /** It was answered before. */
  | { readonly kind: 'answered'; readonly answer: CachedAnswer }
  /** The same request is being answered. */
  | { readonly kind: 'under-way' }
  /** The key came with another body before. */
  | { readonly kind: 'other-body' }

/** Who tells requests that are to happen once what they are: here, or in the process that keeps their answers for all. */
export interface TurnKeeper {
  /** Takes the request's turn; `owner`: whose it is. `digest`: of all that it asks. */
  readonly begin: (owner: string, key: string, digest: string) => Turn | Promise<Turn>
}

export interface FirstTurn {
  readonly kind: 'first'
  /** Keeps the complete answer for those who ask again. */
  readonly keep: (answer: CachedAnswer) => void
  /** The request is over, answered or not. */
  readonly end: () => void
}

/** How long an answer is kept for who asks again: as long as the providers that know the header do. */
const KEPT_MS = 24 * 60 * 60 * 1000

/** Answers that are kept for who asks again. */
const BYTES_MAX = 64 * 1024 * 1024

interface Kept {
  readonly digest: string
  readonly answer: CachedAnswer
  readonly untilMs: number
  readonly body: Buffer
}

/**
 * Requests that are to happen once: by whose they are, their `idempotency-key` and a digest of their body. In memory, bounded by
 * the bytes of the answers; what was kept longest ago goes first.
 */
export class Turns implements TurnKeeper {
  readonly #now: () => number
  readonly #kept: LruStore
  /** Digests of the bodies that are being answered. */
  readonly #underWay = new Map<string, string>()

  constructor(bytesMax: number = BYTES_MAX, now: () => number = Date.now) {
    this.#kept = new LruStore(bytesMax)
    this.#now = now
  }

  /** Takes the request's turn: at once, so that of two that come together one is the first. */
  begin(owner: string, key: string, digest: string): Turn {
    const id = JSON.stringify([owner, key])
    const underWay = this.#underWay.get(id)
    if (underWay !== undefined) return { kind: underWay === digest ? 'under-way' : 'other-body' }
    const kept = this.#find(id)
    if (kept !== undefined)
      return kept.digest === digest ? { kind: 'answered', answer: kept.answer } : { kind: 'other-body' }
    this.#underWay.set(id, digest)
    return {
      kind: 'first',
      keep: (answer) => this.#keep(id, digest, answer),
      end: () => void this.#underWay.delete(id),
    }
  }

  #find(id: string): Kept | undefined {
    const kept = this.#kept.get(id)?.value as Kept | undefined
    return kept !== undefined && this.#now() < kept.untilMs ? kept : undefined
  }

  #keep(id: string, digest: string, answer: CachedAnswer): void {
    const value: Kept = { digest, answer, untilMs: this.#now() + KEPT_MS, body: answer.body }
    this.#kept.set(id, { value })
  }
}
