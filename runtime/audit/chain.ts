import { hash } from 'node:crypto'

/** What was changed, by whom: no secret, no prompt text. */
export interface AuditChange {
  /** `admin` for the key of the admin listener, `files` for a policy's files that changed, `start`. */
  readonly actor: string
  /** Stable word: `start`, `reload`, `rollback` … */
  readonly action: string
  readonly before?: AuditState
  readonly after?: AuditState
}

/** What stood before or after: plain values only. */
export type AuditState = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** One line of the audit log. Each names the hash of the line before it, so that a line which is changed, taken out or put in shows. */
export interface AuditEntry extends AuditChange {
  /** From 1. */
  readonly seq: number
  /** RFC 3339. */
  readonly at: string
  /** SHA-256 of the line before, in hexadecimal. */
  readonly prev: string
  /** SHA-256 of this line without its hash. */
  readonly hash: string
}

/** The end of a chain: what the next line follows. */
export type AuditHead = Pick<AuditEntry, 'seq' | 'hash'>

/** Where a chain begins. */
export const emptyHead: AuditHead = { seq: 0, hash: '0'.repeat(64) }

/** The line of a change behind `head`, without its line break, and the head that it makes. */
export function auditLine(
  head: AuditHead,
  change: AuditChange,
  at: Date,
): { readonly line: string; readonly head: AuditHead } {
  const { actor, action, before, after } = change
  const seq = head.seq + 1
  const body = JSON.stringify({ seq, at: at.toISOString(), actor, action, before, after, prev: head.hash })
  const digest = hash('sha256', body, 'hex')
  return { line: `${body.slice(0, -1)},"hash":"${digest}"}`, head: { seq, hash: digest } }
}

const LINE = /^(\{.*),"hash":"([0-9a-f]{64})"\}$/

/** The entry of a line; `undefined` for one whose hash is not its own. */
export function readAuditLine(line: string): AuditEntry | undefined {
  const [, body, digest] = LINE.exec(line) ?? []
  if (body === undefined || hash('sha256', `${body}}`, 'hex') !== digest) return undefined
  try {
    return JSON.parse(line) as AuditEntry // the hash says that gwc wrote it
  } catch {
    return undefined
  }
}

/** What a log holds, as far as it can be believed. */
export interface AuditReading {
  readonly entries: readonly AuditEntry[]
  readonly head: AuditHead
  /** The first line that breaks the chain, from 1, and how; `undefined` when none does. */
  readonly fault: { readonly line: number; readonly message: string } | undefined
}

/** Reads a log and follows its chain from the first line to the last, or to where it breaks. */
export function readAudit(text: string): AuditReading {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const entries: AuditEntry[] = []
  let head = emptyHead
  for (const [place, line] of lines.entries()) {
    const entry = readAuditLine(line)
    const message = faultOf(entry, head)
    if (entry === undefined || message !== undefined)
      return { entries, head, fault: { line: place + 1, message: message ?? changed } }
    entries.push(entry)
    head = entry
  }
  return { entries, head: { seq: head.seq, hash: head.hash }, fault: undefined }
}

const changed = 'it is not as gwc wrote it: its hash does not fit'

function faultOf(entry: AuditEntry | undefined, head: AuditHead): string | undefined {
  if (entry === undefined) return changed
  if (entry.prev === head.hash && entry.seq === head.seq + 1) return undefined
  return `it does not follow the line before: number ${entry.seq} stands where ${head.seq + 1} belongs`
}
