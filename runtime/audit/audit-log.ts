import { appendFile, chmod, mkdir, readFile, truncate } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { auditLine, readAudit } from './chain.ts'
import type { AuditChange, AuditEntry, AuditHead } from './chain.ts'

/** The log of what was changed in a gateway: append-only, on disk, readable by its user alone. */
export interface AuditLog {
  /** Appends a change; it is on disk when this resolves. Never rejects: what cannot be written is reported. */
  readonly record: (change: AuditChange) => Promise<void>
  /** The newest first. */
  readonly newest: (count: number) => readonly AuditEntry[]
  /** What the next line will follow. Kept elsewhere too, it shows a log whose end was cut off. */
  readonly head: AuditHead
}

/** Newest entries that are also kept in memory. */
const keptMax = 1_000

/** Where a gateway keeps its audit log, below its state folder. */
export function auditPath(stateFolder: string): string {
  return join(stateFolder, 'audit.jsonl')
}

/** Where an audit log tells what it met. */
export interface AuditReports {
  /** A line is on disk. */
  readonly recorded: (entry: AuditHead & AuditChange) => void
  /** The log cannot be read or written, or was changed by somebody else; one sentence. */
  readonly failed: (message: string) => void
}

/** Opens the log of a state folder, and goes on where its chain ends. */
export async function openAuditLog(stateFolder: string, reports: AuditReports): Promise<AuditLog> {
  const path = auditPath(stateFolder)
  const read = readAudit(await readWhole(path, reports))
  if (read.fault !== undefined)
    reports.failed(`${path} was changed by something else: line ${read.fault.line}: ${read.fault.message}`)
  const entries = read.entries.slice(-keptMax)
  let { head } = read
  let tail: Promise<unknown> = Promise.resolve()
  const append = async (change: AuditChange): Promise<void> => {
    const at = new Date()
    const { line, head: next } = auditLine(head, change, at)
    try {
      await mkdir(dirname(path), { recursive: true })
      await appendFile(path, `${line}\n`, { mode: 0o600, flush: true })
    } catch (error) {
      return reports.failed(`${path} cannot be written: ${codeOf(error)}`)
    }
    entries.push({ ...change, at: at.toISOString(), prev: head.hash, ...next })
    if (entries.length > keptMax) entries.shift()
    head = next
    reports.recorded({ ...change, ...next })
  }
  return {
    record: (change) => {
      const written = tail.then(() => append(change))
      tail = written
      return written
    },
    newest: (count) => entries.slice(-count).toReversed(),
    get head() {
      return head
    },
  }
}

/** The whole lines of the log. Half a line at its end is what a crash left of one that nobody was told of. */
async function readWhole(path: string, reports: AuditReports): Promise<string> {
  try {
    await chmod(path, 0o600)
    const text = await readFile(path, 'utf8')
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole))
    return whole
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') reports.failed(`${path} cannot be read: ${codeOf(error)}`)
    return ''
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
