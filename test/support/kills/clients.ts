import { seededRandom } from '../seeded-random.ts'
import { keyOf } from './killed-pool.ts'

/** What clients saw. */
export interface Seen {
  /** Requests that were made, those that were made again included. */
  requests: number
  aborted: number
  /** Connections that broke, before the answer or in its midst. */
  broken: number
  readonly byStatus: Map<number, number>
}

export interface ClientsParts {
  readonly url: () => string
  readonly count: number
  readonly seed: number
  readonly isOver: () => boolean
}

/** Clients that ask without pause until it is over: whole answers and streams, a part of which they leave; what fails they ask once more. */
export async function askWithoutPause({ url, count, seed, isOver }: ClientsParts): Promise<Seen> {
  const seen: Seen = { requests: 0, aborted: 0, broken: 0, byStatus: new Map() }
  const client = async (number: number): Promise<void> => {
    const random = seededRandom(seed + number)
    for (let turn = 0; !isOver(); turn++) {
      const asked = { number, turn, stream: random() < 0.5 }
      const leaveMs = random() < 0.15 ? Math.floor(random() * 300) : undefined
      if (!(await askOnce(url(), asked, leaveMs, seen))) await askOnce(url(), asked, undefined, seen)
    }
  }
  await Promise.all(Array.from({ length: count }, (_, number) => client(number)))
  return seen
}

/** One request of a client. */
export interface Asked {
  readonly number: number
  readonly turn: number
  readonly stream: boolean
  readonly maxTokens?: number
}

/** Sends it; a header that goes up names client and turn, so that the provider's bill does, too. */
export function ask(
  url: string,
  { number, turn, stream, maxTokens = 50 }: Asked,
  signal?: AbortSignal,
): Promise<Response> {
  const content = `This is client ${String(number).padStart(3)} with its request ${String(turn).padStart(6)}.`
  return fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${keyOf(number)}`,
      'content-type': 'application/json',
      'idempotency-key': `c${number}-${turn}`,
      'x-stainless-request': `c${number}-${turn}`,
    },
    body: JSON.stringify({
      model: 'auto',
      max_tokens: maxTokens,
      stream,
      messages: [{ role: 'user', content }],
    }),
    signal: signal ?? null,
  })
}

/** Whether there is nothing to ask again: it was answered for good, or the client left. */
async function askOnce(url: string, asked: Asked, leaveMs: number | undefined, seen: Seen): Promise<boolean> {
  const leaving = new AbortController()
  const timer = leaveMs === undefined ? undefined : setTimeout(() => leaving.abort(), leaveMs)
  seen.requests++
  try {
    const response = await ask(url, asked, leaving.signal)
    await response.arrayBuffer()
    seen.byStatus.set(response.status, (seen.byStatus.get(response.status) ?? 0) + 1)
    return response.status < 500
  } catch {
    if (leaving.signal.aborted) seen.aborted++
    else {
      seen.broken++
      // Nobody may listen for a moment.
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    return leaving.signal.aborted
  } finally {
    clearTimeout(timer)
  }
}
