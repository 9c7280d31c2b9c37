import type { Question } from '../question/question.ts'
import { idfRows } from './idf.ts'

/** Length of an encoded question. */
export const DIMENSIONS = 512

/** Of a word against one of its trigrams, times how much the word says. */
const wordWeight = 3
/** Of what kind of answer is wanted, against a trigram of a rare word. */
const intentWeight = 6
/** How much a word says that no list knows: as much as one in five hundred questions. */
const rareIdf = 6.25

const idfs: ReadonlyMap<string, number> = new Map(
  idfRows.flatMap(([idf, words]) => words.split(' ').map((word) => [word, idf] as const)),
)

/**
 * A question as a vector of unit length × 127: its words and their trigrams, each added at a place and with a sign that its hash tells
 * (feature hashing: Weinberger et al. 2009), by how much the word says. It only proposes: `verify` decides.
 */
export function encode(question: Question): Int8Array {
  const sums = new Float64Array(DIMENSIONS)
  add(sums, hashOf(question.intent, 0, question.intent.length, 5), intentWeight)
  for (const { key } of question.items) addWord(sums, key, idfs.get(key) ?? rareIdf)
  return quantised(sums)
}

function addWord(sums: Float64Array, word: string, idf: number): void {
  add(sums, hashOf(word, 0, word.length, 17), wordWeight * idf)
  const padded = `^${word}$`
  for (let at = 0; at + 3 <= padded.length; at++) add(sums, hashOf(padded, at, at + 3, 91), idf)
}

function add(sums: Float64Array, hash: number, weight: number): void {
  const at = hash % DIMENSIONS
  sums[at] = sums[at]! + (hash >= 2 ** 31 ? weight : -weight)
}

/** FNV-1a over UTF-16 units, stirred at the end so that high and low bits are both good. */
function hashOf(text: string, from: number, to: number, seed: number): number {
  let hash = 2_166_136_261 ^ seed
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519)
  return (hash ^ (hash >>> 13)) >>> 0
}

function quantised(sums: Float64Array): Int8Array {
  let squares = 0
  for (let at = 0; at < DIMENSIONS; at++) squares += sums[at]! * sums[at]!
  const scale = squares === 0 ? 0 : 127 / Math.sqrt(squares)
  const vector = new Int8Array(DIMENSIONS)
  for (let at = 0; at < DIMENSIONS; at++) vector[at] = Math.round(sums[at]! * scale)
  return vector
}
