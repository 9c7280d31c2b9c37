import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How a client is started. */
export interface ClientCommand {
  readonly command: string
  readonly args: readonly string[]
  /** Beside an empty home folder: nothing of the machine's own settings reaches the client. */
  readonly env: Readonly<Record<string, string>>
}

/** What a client did. */
export interface ClientRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A client under way, in a folder of its own. */
export interface RunningClient {
  readonly ended: Promise<ClientRun>
  readonly kill: (signal: NodeJS.Signals) => void
}

const PATIENCE_MS = 90_000

/** Starts a client; what it leaves in its folder goes with it. */
export async function startClient({ command, args, env }: ClientCommand): Promise<RunningClient> {
  const home = await mkdtemp(join(tmpdir(), 'gwc-client-'))
  const { PATH = '' } = process.env
  const child = spawn(command, [...args], {
    cwd: home,
    env: { PATH, HOME: home, TMPDIR: home, CI: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  })
  const texts = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text))
  const ended = once(child, 'close').then(async ([code]): Promise<ClientRun> => {
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
    return { code: code as number | null, ...texts }
  })
  return { ended, kill: (signal) => void child.kill(signal) }
}
