import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text as readAll } from 'node:stream/consumers'

const main = join(import.meta.dirname, '../../cli/main.ts')

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the real command in a process of its own, as a shell would. */
export function gwc(
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    cwd: options.cwd,
    input: options.input ?? '',
    env: { ...process.env, NO_COLOR: '1', ...options.env },
  })
  return { code: status, out: stdout, err: stderr }
}

/** The same while this process goes on, which may be what the command talks to. */
export async function gwcBeside(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err] = [readAll(child.stdout), readAll(child.stderr)]
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out: await out, err: await err }
}

/** A folder of its own that goes when the scope ends. */
export function temporaryFolder(): { readonly path: string; [Symbol.dispose]: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'gwc-test-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

export interface Served {
  readonly url: string
  readonly process: ChildProcess
  /** Everything that it printed so far. */
  readonly printed: () => string
  [Symbol.asyncDispose]: () => Promise<void>
}

/** `gwc serve …` as a process of its own, once it says where it listens. */
export async function serve(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Served> {
  const child = spawn(process.execPath, [main, 'serve', ...args, '--listen', '127.0.0.1:0'], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line)
        if (found !== null) resolve(found[0])
      })
    }
    child.once('exit', (code) => reject(new Error(`gwc serve ended with ${code}:\n${lines.join('\n')}`)))
  })
  return {
    url,
    process: child,
    printed: () => lines.join('\n'),
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** A command that runs until it is told to end. */
export interface Running {
  /** Waits until what it printed after the last match, or from the start, matches. */
  readonly says: (pattern: RegExp, since?: 'from the start') => Promise<void>
  /** Everything that it printed on standard output so far. */
  readonly printed: () => string
  /** Sends a signal; its exit code. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
  [Symbol.asyncDispose]: () => Promise<void>
}

/** Starts the real command in a process of its own. */
export function start(args: readonly string[], cwd: string): Running {
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  let seen = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
    return child.exitCode
  }
  return {
    says: async (pattern, since) => {
      for (;;) {
        const text = since === undefined ? printed.slice(seen) : printed
        if (pattern.test(text)) break
        if (child.exitCode !== null)
          throw new Error(`gwc ended with ${child.exitCode}; it printed:\n${printed}`)
        await once(child.stdout, 'data')
      }
      seen = printed.length
    },
    printed: () => printed,
    end,
    [Symbol.asyncDispose]: async () => void (await end('SIGKILL')),
  }
}
