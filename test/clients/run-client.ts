import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** How a client is started. */
export interface ClientCommand {
  readonly command: string
  readonly args: readonly string[]
  /** Beside an empty home folder: nothing of the machine's own settings reaches the client. */
  readonly env: Readonly<Record<string, string>>
  /** What lies in its folder when it starts, by name. */
  readonly files?: Readonly<Record<string, string | Buffer>>
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

/** Who would reach the internet meets a proxy that is not there. */
const nowhereElse = {
  HTTPS_PROXY: 'http://127.0.0.1:9',
  https_proxy: 'http://127.0.0.1:9',
  NO_PROXY: '127.0.0.1',
  no_proxy: '127.0.0.1',
}

/** Starts a client; what it leaves in its folder goes with it. */
export async function startClient({ command, args, env, files = {} }: ClientCommand): Promise<RunningClient> {
  const home = await mkdtemp(join(tmpdir(), 'gwc-client-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(home, name)), { recursive: true })
    await writeFile(join(home, name), content)
  }
  const { PATH = '' } = process.env
  const child = spawn(command, [...args], {
    cwd: home,
    env: { PATH, HOME: home, TMPDIR: home, CI: '1', ...nowhereElse, ...env },
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

/** Runs a client to its end, or kills it when it is told to leave; throws what it printed where it failed. */
export async function runClient(command: ClientCommand, signal?: AbortSignal): Promise<string> {
  const { ended, kill } = await startClient(command)
  signal?.addEventListener('abort', () => kill('SIGKILL'))
  const { code, stdout, stderr } = await ended
  if (code !== 0) throw new Error(`it ended with ${code}: ${stdout}${stderr}`)
  return stdout
}
