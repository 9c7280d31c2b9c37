import { withDeadline } from '../guard.ts'
import type { EpochsSnapshot } from '../calibration/epochs.ts'
import type { Secret } from '../../config/secret.ts'
import { BATCH_MAX, streamNames } from './streams.ts'
import type { Place, StreamName, Streams, StreamState, Told } from './streams.ts'

const keyOf = (stream: StreamName): string => `gwc:cache:${stream}`

/** What a stream holds at the most: older changes give way. */
const changesMax: Readonly<Record<StreamName, number>> = { marks: 20_000, entries: 100_000 }

/** Purges counted by scope. No scope, which is JSON, has the name of them all. */
const epochsKey = 'gwc:cache:epochs'
const everywhere = '*'

/** A read waits so long for something to be told: a live connection speaks that often. */
const BLOCK_MS = 1_000
const DEADLINE_MS = 3_000
/** Between two tries to reach a Redis that is gone. */
const REST_MS = 1_000

/** The streams of a Redis, over two connections: one waits for what is told, the other tells. Neither delays anything else. */
export async function openRedisStreams(url: Secret, tell: (error: unknown) => void): Promise<Streams> {
  const { createClient } = await import('@keyv/redis')
  // Without a strategy of its own the client gives up for good behind a Redis that has hung.
  const reconnectStrategy = (): number => REST_MS
  const socket = { connectTimeout: 2_000, socketTimeout: DEADLINE_MS, reconnectStrategy }
  const connect = () => {
    const client = createClient({ url: url.reveal(), disableOfflineQueue: true, socket })
    client.on('error', tell)
    return { client, up: client.connect() } // it tries again by itself
  }
  const [{ client: reader, up: readerUp }, { client: writer, up: writerUp }] = [connect(), connect()]
  const up = Promise.all([readerUp, writerUp])
  up.catch(tell)
  return {
    add: async (stream, from, text) => {
      const TRIM = { strategy: 'MAXLEN', strategyModifier: '~', threshold: changesMax[stream] } as const
      return (await inTime(writer.xAdd(keyOf(stream), '*', { from, text }, { TRIM }))) as Place
    },
    read: async (places) => {
      await inTime(up)
      const asked = streamNames.map((name) => ({ key: keyOf(name), id: places[name] }))
      return toldOf(await inTime(reader.xRead(asked, { BLOCK: BLOCK_MS, COUNT: BATCH_MAX })))
    },
    stateOf: async (stream) => {
      const key = keyOf(stream)
      if ((await inTime(writer.exists(key))) === 0) return empty
      return stateOf(await inTime(writer.xInfoStream(key)))
    },
    readEpochs: async () => {
      await inTime(up)
      return epochsOf(await inTime(writer.hGetAll(epochsKey)))
    },
    raiseEpochs: async (epochs) => {
      await inTime(writer.hSet(epochsKey, { [everywhere]: epochs.everywhere, ...epochs.scopes }))
    },
    close: () => [reader, writer].forEach((client) => client.isOpen && client.destroy()),
  }
}

const empty: StreamState = { first: undefined, last: undefined }

interface Info {
  readonly 'last-generated-id': string
  readonly 'first-entry': { readonly id: string } | null
}

const stateOf = (info: Info): StreamState => ({
  first: info['first-entry']?.id as Place | undefined,
  last: info['last-generated-id'] as Place,
})

/** What is no count was never ours. */
function epochsOf(fields: Readonly<Record<string, string>>): EpochsSnapshot {
  const counts = Object.entries(fields).map(([scope, count]) => [scope, Number(count)] as const)
  const { [everywhere]: all = 0, ...scopes } = Object.fromEntries(
    counts.filter(([, count]) => Number.isSafeInteger(count) && count >= 0),
  )
  // Counts of before everything was purged say nothing more.
  return {
    everywhere: all,
    scopes: Object.fromEntries(Object.entries(scopes).filter(([, count]) => count > all)),
  }
}

function toldOf(replies: unknown): Readonly<Record<StreamName, readonly Told[]>> {
  const found = new Map((replies as readonly Reply[] | null)?.map(({ name, messages }) => [name, messages]))
  const told = (name: StreamName): readonly Told[] => (found.get(keyOf(name)) ?? []).map(toldBy)
  return { marks: told('marks'), entries: told('entries') }
}

interface Reply {
  readonly name: string
  readonly messages: readonly Message[]
}

interface Message {
  readonly id: string
  readonly message: Readonly<Record<string, string>>
}

/** What another program has put there has no text that can be read. */
const toldBy = ({ id, message: { from = '', text = '' } }: Message): Told => ({
  place: id as Place,
  from,
  text,
})

const inTime = <T>(promise: Promise<T>): Promise<T> => withDeadline(promise, DEADLINE_MS)
