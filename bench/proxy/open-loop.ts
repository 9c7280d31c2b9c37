import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** What became of requests. */
export interface Answered {
  /** From sending each to the first byte of its answer's body, in milliseconds; of those that are counted. */
  readonly firstMs: readonly number[]
  readonly completed: number
  readonly failed: number
}

/** How much is sent. */
export interface Plan {
  readonly perSecond: number
  readonly requests: number
  /** The first are not counted: connections are made, on both sides of a proxy. */
  readonly uncounted: number
}

/** How an answer ends. */
export type IsEnd = (tail: Buffer) => boolean

/** The end of a chunked stream. */
export const endsStream: IsEnd = (tail) =>
  tail.length >= 5 && tail.toString('latin1', tail.length - 5) === '0\r\n\r\n'

/** The end of the provider's whole answer. */
export const endsWhole: IsEnd = (tail) => tail.at(-1) === 0x7d && tail.at(-2) === 0x7d

/**
 * Sends requests at random moments, so many a second on average whether or not earlier ones are answered (a Poisson
 * process), over connections that are kept, and waits for all of their answers.
 */
export async function openLoop(
  port: number,
  request: Buffer,
  isEnd: IsEnd,
  { perSecond, requests, uncounted }: Plan,
): Promise<Answered> {
  const idle: Socket[] = []
  const answers: Promise<Answer>[] = []
  let due = performance.now()
  for (let sent = 0; sent < requests; sent++) {
    due += (-Math.log(1 - Math.random()) / perSecond) * 1_000
    await pauseUntil(due)
    answers.push(exchange(idle, port, request, isEnd))
  }
  const all = await Promise.all(answers)
  for (const socket of idle) socket.destroy()
  const whole = all.filter(({ isWhole }) => isWhole)
  const counted = all.slice(uncounted).filter(({ isNew }) => !isNew)
  return {
    firstMs: counted.map(({ firstMs }) => firstMs),
    completed: whole.length,
    failed: all.length - whole.length,
  }
}

function pauseUntil(due: number): Promise<void> | undefined {
  const left = due - performance.now()
  return left < 0.5 ? undefined : new Promise((resolve) => setTimeout(resolve, left))
}

interface Answer {
  readonly firstMs: number
  readonly isWhole: boolean
  /** It had to make its connection. */
  readonly isNew: boolean
}

/** One request, on an idle connection where there is one; its connection is idle afterwards. */
function exchange(idle: Socket[], port: number, request: Buffer, isEnd: IsEnd): Promise<Answer> {
  const from = performance.now()
  const kept = idle.pop()
  const socket = kept ?? connect({ port, host: '127.0.0.1', noDelay: true })
  let firstMs = Number.NaN
  return new Promise((resolve) => {
    const end = (isWhole: boolean): void => {
      socket.removeAllListeners()
      socket.on('error', () => socket.destroy())
      if (isWhole) idle.push(socket)
      resolve({ firstMs, isWhole, isNew: kept === undefined })
    }
    socket.on('data', (chunk) => {
      if (Number.isNaN(firstMs) && hasBody(chunk)) firstMs = performance.now() - from
      if (isEnd(chunk)) end(true)
    })
    socket.on('error', () => end(false)).on('close', () => end(false))
    socket.write(request)
  })
}

/** The head may come in a packet of its own. */
const hasBody = (chunk: Buffer): boolean => !chunk.subarray(-4).equals(headEnd)

const headEnd = Buffer.from('\r\n\r\n')
