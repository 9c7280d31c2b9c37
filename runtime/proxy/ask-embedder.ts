import type { LikeQuestions } from '../cache/like-questions.ts'
import type { Help } from '../cache/semantic-cache.ts'
import { isObject, parseObject } from '../wire/json.ts'
import type { Target } from '../upstream/target.ts'
import { ask } from './aside.ts'
import type { Asking } from './cache-step.ts'
import { ownRequest } from './own-job.ts'

/** The operator's embedder, for one request: asked once, and its vector kept for storing the answer. */
export interface AskedEmbedder extends Required<Pick<Help, 'embed'>> {
  /** What it said, if it did. */
  readonly embedded: () => Int8Array | undefined
}

/** A call goes on so long to be charged for what it says it used, though nobody waits for it. */
const TOTAL_MS = 10_000

/** The embedder of gateway.json; `undefined` where it names none. */
export function embedderOf(
  asking: Asking,
  { config, embedderGuard }: LikeQuestions,
): AskedEmbedder | undefined {
  const { embedder } = config
  if (embedder === undefined) return undefined
  const target = asking.call.targets.get(embedder.model)
  let vector: Int8Array | undefined
  return {
    embed: async (text) => {
      if (target === undefined) return undefined
      vector = await embedderGuard.within(() => askEmbedder(asking, target, text, embedder.dimensions))
      return vector
    },
    embedded: () => vector,
  }
}

/** Rejects where there is no vector of these dimensions, so that its guard counts it. */
async function askEmbedder(
  asking: Asking,
  target: Target,
  input: string,
  dimensions: number,
): Promise<Int8Array> {
  const { call, sending, charges } = asking
  const said = { model: target.model.upstream, input, encoding_format: 'float' }
  const { job, voice } = ownRequest(asking, 'openai-embeddings', said, charges)
  const attemptId = `${call.id}.embed`
  const end = await ask(call, job, sending, { kind: 'embedder', attemptId, target, voice, totalMs: TOTAL_MS })
  const vector = end?.kind === 'whole' ? vectorIn(end.body, dimensions) : undefined
  if (vector === undefined) throw new Error('no vector')
  return vector
}

function vectorIn(body: Buffer, dimensions: number): Int8Array | undefined {
  const data = parseObject(body.toString())?.['data']
  const first: unknown = Array.isArray(data) ? data[0] : undefined
  const numbers = isObject(first) ? first['embedding'] : undefined
  if (!Array.isArray(numbers) || numbers.length !== dimensions || !numbers.every(Number.isFinite))
    return undefined
  return unitOf(numbers as number[])
}

/** Of unit length, times 127; `undefined` for one that has no direction. */
function unitOf(numbers: readonly number[]): Int8Array | undefined {
  const length = Math.hypot(...numbers)
  return length > 0 && Number.isFinite(length)
    ? Int8Array.from(numbers, (each) => Math.round((each * 127) / length))
    : undefined
}
