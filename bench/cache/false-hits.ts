import { encode } from '../../runtime/cache/encoder/encode.ts'
import { CANDIDATES } from '../../runtime/cache/kept-questions.ts'
import { readQuestion } from '../../runtime/cache/question/read-question.ts'
import type { Question } from '../../runtime/cache/question/question.ts'
import { createVectorIndex } from '../../runtime/cache/vectors/vector-index.ts'
import { verify } from '../../runtime/cache/verifier/verify.ts'
import type { Labelled } from './banking77.ts'

/** One question of the data, ready to be compared. */
interface Entry extends Labelled {
  readonly question: Question
  readonly vector: Int8Array
}

/** A question that found another in the cache. */
interface Hit {
  readonly asked: string
  readonly kept: string
  readonly isOtherIntent: boolean
}

/** What asking each question of a cache that holds all others comes to. */
export interface FalseHits {
  readonly asked: number
  readonly hits: readonly Hit[]
}

/** A cache of every question that is fit and is said in no other's very words. */
export function cacheOf(rows: readonly Labelled[]): readonly Entry[] {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const letters = row.text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
    const reading = seen.has(letters) ? undefined : readQuestion(row.text)
    seen.add(letters)
    if (reading?.kind !== 'question') return []
    return [{ ...row, question: reading.question, vector: encode(reading.question) }]
  })
}

/**
 * Asks every `every`th question of a cache that holds all others. A hit whose question has another intent is false; one of the same
 * intent may be false, too: that is told by reading a sample.
 */
export function falseHits(
  entries: readonly Entry[],
  every: number,
  decide: (asked: Entry, kept: Entry, score: number) => boolean,
): FalseHits {
  const index = createVectorIndex({ dimensions: entries[0]!.vector.length, bytesMax: 64 * 1024 * 1024 })
  const bySlot = new Map(entries.map((entry) => [index.add('all', entry.vector), entry]))
  const askers = entries.filter((_, at) => at % every === 0)
  const hits = askers.flatMap((asked) => {
    const found = index.search('all', asked.vector, CANDIDATES + 1).flatMap(({ slot, score }) => {
      const kept = bySlot.get(slot)!
      return kept !== asked && decide(asked, kept, score) ? [kept] : []
    })
    const [kept] = found
    return kept === undefined
      ? []
      : [{ asked: asked.text, kept: kept.text, isOtherIntent: asked.intent !== kept.intent }]
  })
  return { asked: askers.length, hits }
}

/** What the gateway decides without a judge. */
export const byVerifier = (asked: Entry, kept: Entry): boolean =>
  verify(asked.question, kept.question).kind === 'accept'
