import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A fake provider in a process of its own: it can be killed while it answers, and its bill is read afterwards. */
export interface ProviderChild {
  readonly port: number
  readonly baseUrl: string
  /** Ends it as a crash would. */
  readonly kill: () => Promise<void>
}

/** Starts one with the arguments of fake-provider-process.ts; resolves when it listens. */
export async function startProviderChild(...args: readonly string[]): Promise<ProviderChild> {
  const file = fileURLToPath(new URL('fake-provider-process.ts', import.meta.url))
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const [line] = await Promise.race([once(lines, 'line'), failed(child)])
  const { port } = JSON.parse(line as string) as { port: number }
  return { port, baseUrl: `http://127.0.0.1:${port}/v1`, kill: () => end(child) }
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null]
  throw new Error(`the fake provider ended with code ${code}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
