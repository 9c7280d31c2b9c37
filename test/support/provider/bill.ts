import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { askedOf } from './received-request.ts'
import type { ReceivedRequest } from './received-request.ts'
import type { Tokens } from './said.ts'

/** One attempt that a provider charges for, as its bill keeps it. */
export interface BillLine {
  /** The `x-request-id` of its answer, of a provider that names its answers. */
  readonly id?: string | undefined
  readonly path: string
  readonly model: string | undefined
  /** The `x-stainless-request` of the request: which of the client's requests it was. */
  readonly key: string | undefined
  /** SHA-256 of the request's body. */
  readonly digest: string
  readonly tokens: Tokens | undefined
}

/** A bill on disk. */
export interface BillFile extends Disposable {
  readonly add: (line: BillLine) => void
}

/** Opens a bill: each line is on the disk before the provider answers, so that a kill loses none. */
export function openBill(file: string): BillFile {
  const fd = openSync(file, 'a')
  return {
    add: (line) => {
      writeSync(fd, `${JSON.stringify(line)}\n`)
      fsyncSync(fd)
    },
    [Symbol.dispose]: () => closeSync(fd),
  }
}

/** The line of one attempt. */
export function billLine(request: ReceivedRequest, tokens?: Tokens, id?: string): BillLine {
  return {
    id,
    path: request.path,
    model: askedOf(request).model,
    key: request.headers['x-stainless-request'],
    digest: createHash('sha256').update(request.body).digest('hex'),
    tokens,
  }
}

/** The lines of a bill, also of a provider that was killed: a last line that was torn was never answered, and does not count. */
export function readBill(file: string): readonly BillLine[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.slice(0, -1).map((line) => JSON.parse(line) as BillLine)
}
