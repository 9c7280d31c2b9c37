/**
 * CPU of the gateway for each event that a provider streams: translated, against the same stream passed through to a client that
 * speaks its dialect. One gateway, pinned to one core; windows of load go round among the pairs; CPU time is the kernel's own
 * count. `npm run bench:translate [-- rounds] [paced|burst]`.
 */
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { cores, cpuMicros, pause, pinLoad, startOwn } from '../proxy/contestant.ts'
import { quantile } from '../../test/support/figures.ts'
import type { Contestant } from '../proxy/contestant.ts'

const [rounds = '5', only = ''] = process.argv.slice(2)
const WINDOW_MS = 600
const WARM_UP_MS = 2_000
/** A translated event may cost so many times one that is passed through. */
const GOAL = 2.5

const shapes = [
  { name: 'paced', connections: 64, warmMs: 700 },
  { name: 'burst', connections: 16, warmMs: 200 },
] as const
type Shape = (typeof shapes)[number]

const dialects = ['chat', 'responses', 'messages', 'gemini'] as const
type Dialect = (typeof dialects)[number]

/** What is asked says the shape, for that is translated whichever way it goes. */
const asks: Readonly<
  Record<Dialect, (shape: string, model: string) => { readonly path: string; readonly body: object }>
> = {
  chat: (shape) => ({ path: '/v1/chat/completions', body: { messages: said(shape) } }),
  responses: (shape) => ({ path: '/v1/responses', body: { input: said(shape) } }),
  messages: (shape) => ({ path: '/v1/messages', body: { messages: said(shape), max_tokens: 1_000 } }),
  gemini: (shape, model) => ({
    path: `/v1/models/${model}:streamGenerateContent?alt=sse`,
    body: { contents: [{ role: 'user', parts: [{ text: `Why is it ${shape}?` }] }] },
  }),
}

const said = (shape: string): readonly object[] => [{ role: 'user', content: `Why is it ${shape}?` }]

/** Which client asks which provider. */
interface Pair {
  readonly client: Dialect
  readonly provider: Dialect
}

const pairs: readonly Pair[] = dialects.flatMap((provider) =>
  dialects.map((client) => ({ client, provider })),
)

/** Bytes of one stream of each pair, as the last was. */
const sizes = new Map<Pair, number>()

/** A closed loop of streams over connections that are kept. */
class Load {
  readonly #sockets: readonly Socket[]
  readonly #pair: Pair
  #bytes = 0

  constructor(server: Contestant, pair: Pair, shape: Shape) {
    this.#pair = pair
    const request = requestOf(server, pair, shape)
    this.#sockets = Array.from({ length: shape.connections }, () => this.#open(server.port, request))
  }

  #open(port: number, request: Buffer): Socket {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.on('connect', () => socket.write(request)).on('error', () => socket.destroy())
    let received = 0
    socket.on('data', (chunk) => {
      this.#bytes += chunk.length
      received += chunk.length
      if (!chunk.toString('latin1', Math.max(0, chunk.length - 5)).endsWith('0\r\n\r\n')) return
      sizes.set(this.#pair, received)
      received = 0
      socket.write(request)
    })
    return socket
  }

  /** Streams so far, those under way by how much of them has come. */
  get streams(): number {
    return this.#bytes / (sizes.get(this.#pair) ?? Number.NaN)
  }

  stop(): void {
    for (const socket of this.#sockets) socket.destroy()
  }
}

function requestOf({ port, headers }: Contestant, { client, provider }: Pair, { name }: Shape): Buffer {
  const model = `${provider}/bench`
  const { path, body } = asks[client](name, model)
  // Google's URL says both.
  const text = JSON.stringify(client === 'gemini' ? body : { model, stream: true, ...body })
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n${headers}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  )
}

/** CPU µs of the gateway for each stream, in one window. */
async function measure(server: Contestant, pair: Pair, shape: Shape, ms: number): Promise<number> {
  const load = new Load(server, pair, shape)
  await pause(shape.warmMs)
  const before = { cpu: cpuMicros(server), streams: load.streams }
  await pause(ms)
  const micros = (cpuMicros(server) - before.cpu) / (load.streams - before.streams)
  load.stop()
  await pause(30)
  return micros
}

async function compare(server: Contestant, shape: Shape): Promise<void> {
  for (const pair of pairs) await measure(server, pair, shape, WARM_UP_MS)
  const windows = pairs.map((): number[] => [])
  for (let round = 0; round < Number(rounds); round++)
    for (const [at, pair] of pairs.entries()) windows[at]!.push(await measure(server, pair, shape, WINDOW_MS))
  for (const [at, { client, provider }] of pairs.entries()) {
    if (client === provider) continue
    const passed = windows[pairs.findIndex((pair) => pair.client === provider && pair.provider === provider)]!
    process.stdout.write(lineOf(`${shape.name} | ${provider} → ${client}`, windows[at]!, passed))
  }
}

function lineOf(name: string, translated: readonly number[], passed: readonly number[]): string {
  const ratios = translated.map((micros, round) => micros / passed[round]!)
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(2))
  const least = (windows: readonly number[]): string => (Math.min(...windows) / EVENTS_OF_STREAM).toFixed(2)
  const isMet = Number(median) <= GOAL ? 'met' : '**missed**'
  return `| ${name} | ${least(passed)} | ${least(translated)} | ${median} (${low}–${high}) | ≤ ${GOAL}, ${isMet} |\n`
}

/** Words of a stream, and a few events around them. */
const EVENTS_OF_STREAM = 105

pinLoad()
const upstream = await startOwn('../translate/upstream', cores.load)
const gateway = await startOwn('../translate/gateway', cores.proxy, String(upstream.port))
process.stdout.write(
  '| stream | provider → client | passed through, µs an event | translated | ratio, median (quartiles) | goal |\n|---|---|---|---|---|---|\n',
)
for (const shape of shapes.filter(({ name }) => name.includes(only))) await compare(gateway, shape)
for (const { child } of [upstream, gateway]) child.kill()
