import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { StoreError } from '../../store/store-error.ts'
import type { CounterSums } from '../core/recompute.ts'
import type { CounterRow } from '../core/rows.ts'
import type { FoundAttempt, MoneyWriter } from '../writer.ts'
import type { FileCall, FileReply, FileToOpen } from './file-calls.ts'

type Waiting = PromiseWithResolvers<unknown>

/** Opens a file, whose lock this process has, in a new thread. Rejects with what says what to do. */
export async function openThread(file: FileToOpen): Promise<MoneyWriter> {
  const waiting: Waiting[] = []
  const worker = new Worker(new URL(`./writer-thread${extname(import.meta.filename)}`, import.meta.url), {
    workerData: file,
  })
  let gone: Error | undefined
  const expect = (): Promise<unknown> => {
    if (gone !== undefined) return Promise.reject(gone)
    const one = Promise.withResolvers<unknown>()
    waiting.push(one)
    return one.promise
  }
  const end = (error: Error): void => {
    gone = error
    for (const one of waiting.splice(0)) one.reject(error)
  }
  worker.on('message', (reply: FileReply) => {
    if (reply.kind === 'done') waiting.shift()?.resolve(reply.value)
    else waiting.shift()?.reject(new StoreError(reply.message))
  })
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => end(new StoreError(`the thread that writes ${file.path} has ended`)))
  const ask = (call: FileCall): Promise<unknown> => {
    const answer = expect()
    worker.postMessage(call)
    return answer
  }
  await expect()
  return {
    write: async (rows) => (await ask({ kind: 'write', rows })) as readonly string[],
    find: async (attemptId) => (await ask({ kind: 'find', attemptId })) as FoundAttempt | undefined,
    recompute: async (sinceMs, rowsMax) =>
      (await ask({ kind: 'recompute', sinceMs, rowsMax })) as CounterSums | undefined,
    countersSince: async (atMs) => (await ask({ kind: 'counters since', atMs })) as readonly CounterRow[],
    rollUp: async (beforeMs) => (await ask({ kind: 'roll up', beforeMs })) as number,
    close: async () => {
      await ask({ kind: 'close' })
      await worker.terminate()
    },
  }
}
