import { nearestFirst } from './cache-control.ts'
import type { PairWithEntry } from './cache-control.ts'
import { explainQuestions } from './explain-pair.ts'
import type { LikeQuestions } from './like-questions.ts'
import { readQuestion } from './question/read-question.ts'

/** The newest entries that are compared, and how many at a time between which requests are served. */
const ENTRIES_MAX = 2_000
const AT_ONCE = 50

/** The kept questions of a scope, or of any, that are nearest to one: whatever their partition, for an operator who looks why. */
export async function nearest(
  { cache, accepted, judged }: LikeQuestions,
  asked: string,
  scope: string | undefined,
): Promise<readonly PairWithEntry[]> {
  const reading = readQuestion(asked)
  if (reading.kind === 'unfit') return []
  const entries = cache.newest(ENTRIES_MAX, scope)
  const pairs: PairWithEntry[] = []
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    for (const { question, entry } of entries.slice(from, from + AT_ONCE)) {
      const { id, text, storedAtMs, by } = entry
      pairs.push({
        ...explainQuestions(reading.question, question, { accepted, judged }),
        entry: { id, scope: entry.scope, text, storedAtMs, by },
      })
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return nearestFirst(pairs)
}
