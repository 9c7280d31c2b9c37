import { type Classes, type Frame, type FrameTree, frameTree } from './frame-tree.ts'
import { plainWord, type Word } from './word.ts'

/** Ways of asking for the same thing. Safe by construction: the words that differ between two forms never change the answer. */
export interface FrameRow {
  /** What kind of answer is wanted; `''` for words around a question, which is read again without them. */
  readonly intent: string
  readonly meaning: string
  /** Two questions that the row makes one. */
  readonly example: readonly [string, string]
  /**
   * `(a|b|)` is one of them or nothing, `{class}` one of a class; `*` holds some words, `#` one with a digit, `"` one that is quoted.
   * What is held is kept in this order unless `=> {class} $2 to $1` says what is.
   */
  readonly forms: readonly string[]
}

/** What a question turned out to ask, and the words that tell it from others that ask the same kind of thing. */
export interface Framed {
  readonly intent: string
  readonly words: readonly Word[]
  /** The words of the form itself, e.g. `how do you`. */
  readonly form: readonly Word[]
}

/** Finds the form of a question: the one with the longest beginning, then the one with most words. */
export type FindFrame = (words: readonly Word[]) => Framed | undefined

/** A finder over the forms of some rows. */
export function frameTable(rows: readonly FrameRow[], classes: Classes): FindFrame {
  const root = frameTree(rows, classes)
  return (words) => findFrame(root, words)
}

function findFrame(root: FrameTree, words: readonly Word[]): Framed | undefined {
  const path = pathOf(root, words)
  for (let length = path.length - 1; length >= 0; length--) {
    const { node, held } = path[length]!
    let best: { readonly framed: Framed; readonly fixed: number } | undefined
    for (const frame of node.frames) {
      const { fixed } = frame
      if (best !== undefined && fixed <= best.fixed) continue
      const framed = matchRest(frame, words, length, held)
      if (framed !== undefined) best = { framed, fixed }
    }
    if (best !== undefined) return best.framed
  }
  return undefined
}

interface Step {
  readonly node: FrameTree
  readonly held: readonly (readonly Word[])[]
}

/** The nodes that the words lead through. */
function pathOf(root: FrameTree, words: readonly Word[]): readonly Step[] {
  const path: Step[] = [{ node: root, held: [] }]
  for (const word of words) {
    const { node, held } = path.at(-1)!
    const literal = word.kind === 'quoted' ? undefined : node.next.get(word.key)
    const wild = literal ?? node.next.get(word.kind === 'quoted' ? '"' : /\d/.test(word.key) ? '#' : '')
    if (wild === undefined) break
    path.push({ node: wild, held: literal === undefined ? [...held, [word]] : held })
  }
  return path
}

/** Fits the pieces behind the stars one after the other; the last one of a closed form stands at the end. */
function matchRest(
  frame: Frame,
  words: readonly Word[],
  from: number,
  held: Step['held'],
): Framed | undefined {
  const captures = [...held]
  const form = words.slice(0, from)
  let at = from
  for (const [nth, piece] of frame.rest.entries()) {
    const isLast = nth === frame.rest.length - 1
    const end = isLast
      ? fits(words, words.length - piece.length, piece)
        ? words.length - piece.length
        : -1
      : find(words, at + 1, piece)
    if (end <= at) return undefined
    captures.push(words.slice(at, end))
    form.push(...words.slice(end, end + piece.length))
    at = end + piece.length
  }
  if (at !== words.length) return undefined
  return { intent: frame.intent, words: frame.keeps.flatMap((keep) => kept(keep, captures)), form }
}

const kept = (keep: string, captures: readonly (readonly Word[])[]): readonly Word[] =>
  keep.startsWith('$') ? (captures[Number(keep.slice(1)) - 1] ?? []) : [plainWord(keep)]

function find(words: readonly Word[], from: number, piece: readonly string[]): number {
  for (let at = from; at + piece.length <= words.length; at++) if (fits(words, at, piece)) return at
  return -1
}

const fits = (words: readonly Word[], at: number, piece: readonly string[]): boolean =>
  at >= 0 && piece.every((key, nth) => words[at + nth]?.key === key && words[at + nth]?.kind !== 'quoted')
