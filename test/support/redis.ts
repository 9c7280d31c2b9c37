import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A redis-server of the test's own, on loopback, without persistence. */
export interface RedisServer {
  readonly url: string
  /** Stops answering, connections stay open; `resume` goes on. */
  readonly pause: () => void
  readonly resume: () => void
  /** Ends it as a crash would. */
  readonly kill: () => Promise<void>
}

/** Starts Debian's redis-server. Rejects with what to install when there is none: tests over Redis never pass without it. */
export async function startRedis(port?: number): Promise<RedisServer> {
  const chosen = port ?? (await freePort())
  const child = spawn(
    'redis-server',
    [
      '--port',
      String(chosen),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--loglevel',
      'warning',
    ],
    { stdio: 'ignore' },
  )
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) =>
      reject(new Error('redis-server is missing: apt-get install -y redis-server', { cause: error })),
    )
    child.once('exit', (code) => reject(new Error(`redis-server ended with code ${code}`)))
  })
  failed.catch(() => undefined) // it also ends when the test is over
  await Promise.race([answering(chosen), failed])
  return {
    url: `redis://127.0.0.1:${chosen}`,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    kill: async () => end(child),
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function answering(port: number): Promise<void> {
  while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 20))
}

async function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    const settle = (result: boolean): void => {
      socket.destroy()
      resolve(result)
    }
    socket.once('data', (data) => settle(data.toString().startsWith('+PONG')))
    socket.once('error', () => settle(false))
  })
}
