import { findForm, findTail } from './forms/index.ts'
import type { Framed } from './frames.ts'
import { intentOfBare } from './intent-of-bare.ts'
import type { Word } from './word.ts'

/** How many layers of courtesy are taken off. */
const layersMax = 6

/** What a question asks, and the words that are left when courtesy is taken off (`asked`). */
export function frameOf(words: readonly Word[]): Framed & { readonly asked: readonly Word[] } {
  let left = findTail(words)?.words ?? words
  for (let layer = 0; layer < layersMax; layer++) {
    const framed = findForm(left)
    if (framed === undefined || framed.words.length === 0) break
    if (framed.intent !== '') return { ...framed, asked: left }
    left = framed.words
  }
  return { ...intentOfBare(left), form: [], asked: left }
}
