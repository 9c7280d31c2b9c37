/**
 * Writes `runtime/cache/encoder/idf.ts`: how much each common word says, for the encoder. Run by hand when the words of questions
 * move on: `node scripts/derive-idf.ts FOLDER`, where FOLDER holds `banking77_train.csv.gz` (PolyAI, CC-BY-4.0) and
 * `routellm.jsonl.gz` (lm-sys/RouteLLM, Apache-2.0). Only counts of words are kept, none of their text.
 *
 * Inverse document frequency (Spärck Jones 1972): `ln(N / n)` of the questions that hold a word, the sources counted as equals, in
 * steps of a quarter. A word that is not listed says as much as one that is in one of five hundred questions.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readBanking77 } from '../bench/cache/banking77.ts'
import { readQuestion } from '../runtime/cache/question/read-question.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node scripts/derive-idf.ts FOLDER')

const steps = 4
const rarest = Math.log(500)

/** The share of texts that hold each word. */
function sharesOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const questions = texts
    .map(readQuestion)
    .flatMap((reading) => (reading.kind === 'question' ? [reading.question] : []))
  for (const { items } of questions)
    for (const key of new Set(items.map(({ key }) => key))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Map([...counts].map(([key, count]) => [key, count / questions.length]))
}

const prompts = gunzipSync(readFileSync(join(folder, 'routellm.jsonl.gz')))
  .toString()
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { prompt: string }).prompt.split('\nA. ')[0]!)
const sources = [sharesOf(readBanking77(folder).map(({ text }) => text)), sharesOf(prompts)]

const words = new Set(sources.flatMap((source) => [...source.keys()]))
const bySteps = new Map<number, string[]>()
for (const word of [...words].sort()) {
  const share = sources.reduce((sum, source) => sum + (source.get(word) ?? 0), 0) / sources.length
  const idf = Math.round(-Math.log(share) * steps)
  if (idf / steps < rarest && /^[a-z\d@+-]+$/.test(word))
    bySteps.set(idf, [...(bySteps.get(idf) ?? []), word])
}

const rows = [...bySteps]
  .toSorted(([a], [b]) => a - b)
  .map(([idf, list]) => `  [${idf / steps}, '${list.join(' ')}'],`)
writeFileSync(
  join(import.meta.dirname, '../runtime/cache/encoder/idf.ts'),
  `/* Written by scripts/derive-idf.ts from counts of words in Banking77 (PolyAI, CC-BY-4.0) and RouteLLM's prompts (lm-sys, Apache-2.0). */

/** Words by how much they say: the logarithm of how rarely questions hold them. */
export const idfRows: readonly (readonly [idf: number, words: string])[] = [
${rows.join('\n')}
]
`,
)
