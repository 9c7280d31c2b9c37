const failuresMax = 5
const restMs = 1_000
const reportEveryMs = 60_000

/** The time that a lookup may take: what is slower is a miss. */
export const LOOKUP_DEADLINE_MS = 50

export interface GuardOptions {
  /** How messages call what is guarded. */
  readonly what: string
  /** Told of its failures, at most once a minute; the text holds no secret. */
  readonly report?: (message: string) => void
  readonly deadlineMs?: number
  readonly now?: () => number
}

/** Keeps what is slow or fails from holding requests: a deadline on each call, and after some failures in a row a rest without any. */
export class Guard {
  readonly #what: string
  readonly #report: (message: string) => void
  readonly #deadlineMs: number
  readonly #now: () => number
  #failures = 0
  #restsUntilMs = 0
  #toldMs = -Infinity

  constructor(options: GuardOptions) {
    this.#what = options.what
    this.#report = options.report ?? (() => undefined)
    this.#deadlineMs = options.deadlineMs ?? LOOKUP_DEADLINE_MS
    this.#now = options.now ?? Date.now
  }

  /** What the task resolves to; `undefined` when it fails, is too slow, or is not begun while it rests. */
  async within<T>(task: () => Promise<T>): Promise<T | undefined> {
    if (this.#now() < this.#restsUntilMs) return undefined
    try {
      const result = await withDeadline(task(), this.#deadlineMs)
      this.#failures = 0
      return result
    } catch (error) {
      this.#failed(error)
      return undefined
    }
  }

  /** Reports a failure, at most once a minute. */
  tell(error: unknown): void {
    const now = this.#now()
    if (now - this.#toldMs < reportEveryMs) return
    this.#toldMs = now
    this.#report(`${this.#what} does not answer (${reasonOf(error)}); requests go on without it`)
  }

  #failed(error: unknown): void {
    this.#failures += 1
    if (this.#failures >= failuresMax) {
      this.#failures = 0
      this.#restsUntilMs = this.#now() + restMs
    }
    this.tell(error)
  }
}

/** What a promise resolves to; `undefined` when it fails or is not there in time. It goes on by itself. */
export async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  return withDeadline(promise, ms).catch(() => undefined)
}

/** What a promise resolves to; rejects when that is not there in time. It goes on by itself. */
export async function withDeadline<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([promise, deadline])
  } finally {
    clearTimeout(timer)
  }
}

/** A short reason. INVARIANT: never the message of a connection error as a whole: it may quote the URL and so a password. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.message.startsWith('no answer within') ? error.message : error.constructor.name
}
