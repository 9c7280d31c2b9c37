import { plainWord, type Word, wordsOf } from './word.ts'

/** A tree of phrases: what may follow, and what a phrase that ends here becomes. */
interface Node {
  readonly next: Map<string, Node>
  becomes?: readonly string[]
}

/** Replaces phrases, the longest that fits first; what was put in is not looked at again. */
export type Replace = (words: readonly Word[]) => readonly Word[]

/** A row reads `this phrase | or this = becomes this`; nothing behind `=` takes the phrase out. */
export function phraseTable(rows: readonly string[]): Replace {
  const root: Node = { next: new Map() }
  for (const row of rows) {
    const [from = '', to = ''] = row.split('=')
    for (const phrase of from.split('|')) plant(root, wordsOf(phrase), wordsOf(to))
  }
  return (words) => replaceAll(root, words)
}

function plant(root: Node, phrase: readonly string[], becomes: readonly string[]): void {
  let node = root
  for (const word of phrase) {
    const next: Node = node.next.get(word) ?? { next: new Map() }
    node.next.set(word, next)
    node = next
  }
  node.becomes = becomes
}

function replaceAll(root: Node, words: readonly Word[]): readonly Word[] {
  const done: Word[] = []
  for (let at = 0; at < words.length;) {
    const found = longest(root, words, at)
    if (found === undefined) done.push(words[at]!)
    else done.push(...found.becomes.map((key, nth) => plainWord(key, nth === 0 ? words[at] : undefined)))
    at += found?.length ?? 1
  }
  return done
}

function longest(
  root: Node,
  words: readonly Word[],
  from: number,
): { readonly becomes: readonly string[]; readonly length: number } | undefined {
  let node: Node | undefined = root
  let found: ReturnType<typeof longest>
  for (let at = from; at < words.length; at++) {
    const word = words[at]!
    node = word.kind === 'quoted' ? undefined : node.next.get(word.key)
    if (node === undefined) break
    if (node.becomes !== undefined) found = { becomes: node.becomes, length: at + 1 - from }
  }
  return found
}
