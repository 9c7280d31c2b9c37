import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync, StatementSync } from 'node:sqlite'

/** What a kill at one moment leaves of a database, and what its process had said by then. */
export interface LeftBehind<Said> {
  readonly said: Said
  readonly files: Files
}

/** The bytes of the database's file and of those beside it, by the end of their names. */
type Files = ReadonlyMap<string, Buffer>

/** Watches how a database of this process is written. */
export interface CrashPoints<Said> extends Disposable {
  /** One for each moment at which a kill leaves something else, in order. */
  readonly leftBehind: () => readonly LeftBehind<Said>[]
}

const ends = ['', '-wal', '-journal'] as const
const pageBytes = 4_096
const logHeadBytes = 32
const frameHeadBytes = 24

/**
 * Looks at the files of a database after each statement of this process, and takes apart what one statement writes: a kill
 * loses nothing that the system was given, so it leaves the files as they are between two of SQLite's writes. These go into
 * the log first, frame by frame, a frame's head and its page each by one; a checkpoint then copies pages in their order into the
 * file (sqlite.org/wal.html).
 */
export function watchWrites<Said>(path: string, said: () => Said): CrashPoints<Said> {
  const found: LeftBehind<Said>[] = []
  let last = filesOf(path)
  const look = (): void => {
    const now = filesOf(path)
    for (const files of between(last, now)) found.push({ said: said(), files })
    last = now
  }
  const restore = [
    after(StatementSync.prototype, 'run', look),
    after(DatabaseSync.prototype, 'exec', look),
    after(DatabaseSync.prototype, 'close', look),
  ]
  return {
    leftBehind: () => found,
    [Symbol.dispose]: () => {
      for (const call of restore) call()
    },
  }
}

/** Puts what was left behind where a store can be opened on it. */
export function putBack({ files }: LeftBehind<unknown>, path: string): void {
  for (const [end, bytes] of files) writeFileSync(path + end, bytes)
}

/** Has something called after each call of a method; what it returns ends that. */
function after<Method extends string>(
  of: Record<Method, (...values: never[]) => unknown>,
  method: Method,
  look: () => void,
): () => void {
  const own = of[method]
  of[method] = function (this: unknown, ...values: never[]): unknown {
    const result = own.apply(this, values)
    look()
    return result
  }
  return () => {
    of[method] = own
  }
}

function filesOf(path: string): Files {
  return new Map(ends.filter((end) => existsSync(path + end)).map((end) => [end, readFileSync(path + end)]))
}

/** The states between two, the second with them: the log grows first, then pages go into the file, then a log may go. */
function between(before: Files, now: Files): readonly Files[] {
  const states: Files[] = []
  const log = now.get('-wal') ?? before.get('-wal')
  const step = (end: string, bytes: Buffer): void => {
    const last = states.at(-1) ?? before
    if (!bytes.equals(last.get(end) ?? none)) states.push(new Map([...last, [end, bytes]]))
  }
  if (log !== undefined)
    for (const cut of logCuts(log)) step('-wal', overlaid(before.get('-wal') ?? none, log, cut))
  const file = now.get('') ?? none
  for (let cut = pageBytes; cut <= file.length; cut += pageBytes)
    step('', overlaid(before.get('') ?? none, file, cut))
  if (!isSame(states.at(-1) ?? before, now)) states.push(now)
  return states
}

const none = Buffer.alloc(0)

function logCuts({ length }: Buffer): readonly number[] {
  const cuts = length === 0 ? [0] : [logHeadBytes]
  for (let at = logHeadBytes; at < length; at += frameHeadBytes + pageBytes)
    cuts.push(at + frameHeadBytes, at + frameHeadBytes + pageBytes)
  return cuts
}

/** A file whose first bytes are written anew. */
const overlaid = (before: Buffer, now: Buffer, cut: number): Buffer =>
  Buffer.concat([now.subarray(0, cut), before.subarray(cut)])

function isSame(one: Files, other: Files): boolean {
  return ends.every((end) => {
    const [its, others] = [one.get(end), other.get(end)]
    return its === undefined || others === undefined ? its === others : its.equals(others)
  })
}
