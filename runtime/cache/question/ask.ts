import { findForm, findTail } from './forms/index.ts'
import type { Framed } from './frames.ts'
import { intentOfBare } from './intent-of-bare.ts'
import { type Word, wordsOf } from './word.ts'

/** How many layers of courtesy are taken off. */
const layersMax = 6

/** A question's form with the words that are left when courtesy is taken off. */
export interface Asked extends Framed {
  readonly asked: readonly Word[]
}

/** What a question asks. */
export function frameOf(words: readonly Word[]): Asked {
  let left = withoutCall(findTail(words)?.words ?? words)
  let isTold = false
  for (let layer = 0; layer < layersMax; layer++) {
    const framed = findForm(left)
    if (framed === undefined || framed.words.length === 0) break
    if (framed.intent !== '' && framed.intent !== 'know') return { ...framed, asked: left }
    isTold ||= framed.intent === 'know'
    left = framed.words
  }
  const bare = { ...intentOfBare(left), form: [], asked: left }
  return isTold && !isThing(left) ? { ...bare, intent: `know ${bare.intent}` } : bare
}

const calls: ReadonlySet<string> = new Set(
  wordsOf('okay well um sorry alright anyway question yo thanks help'),
)
const askers: ReadonlySet<string> = new Set(
  wordsOf('how what why when where who which can could is are do does'),
)

/** `Well, how do I …`: a call counts as one where a comma or a question follows. Well water stays what it is. */
function withoutCall(words: readonly Word[]): readonly Word[] {
  const [first, second] = words
  const isCall =
    first !== undefined &&
    second !== undefined &&
    calls.has(first.key) &&
    (second.starts || askers.has(second.key))
  return isCall ? words.slice(1) : words
}

/** `Tell me the capital of France` asks for what it names; `tell me a joke` and `do you know Spanish` do not. */
const isThing = ([first]: readonly Word[]): boolean =>
  first?.article === 'the' ||
  first?.key === 'my' ||
  first?.key === 'your' ||
  first?.key === 'our' ||
  (first?.key.endsWith("'s") ?? false)
