/** The thread that writes a store's file: no event loop of requests ever waits for a disk. */
import { parentPort, workerData } from 'node:worker_threads'
import type { FileCall, FileReply, FileToOpen } from './file-calls.ts'
import { openSqliteFile } from './sqlite-file.ts'
import type { SqliteFile } from './sqlite-file.ts'
import { errorText } from '../../error-text.ts'

const { path, durability } = workerData as FileToOpen

function reply(message: FileReply): void {
  parentPort?.postMessage(message)
}

function failed(error: unknown): FileReply {
  return { kind: 'failed', message: errorText(error) }
}

function call(file: SqliteFile, asked: FileCall): unknown {
  switch (asked.kind) {
    case 'write':
      return file.write(asked.rows)
    case 'find':
      return file.find(asked.attemptId)
    case 'recompute':
      return file.recompute(asked.sinceMs, asked.rowsMax)
    case 'counters since':
      return file.countersSince(asked.atMs)
    case 'roll up':
      return file.rollUp(asked.beforeMs)
    case 'close':
      return file.close()
  }
}

function serve(file: SqliteFile): void {
  parentPort?.on('message', (asked: FileCall) => {
    try {
      reply({ kind: 'done', value: call(file, asked) })
    } catch (error) {
      reply(failed(error))
    }
    if (asked.kind === 'close') parentPort?.close()
  })
  reply({ kind: 'done', value: undefined })
}

try {
  serve(openSqliteFile(path, durability))
} catch (error) {
  reply(failed(error))
}
