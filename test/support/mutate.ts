import type { Random } from './random.ts'

/** What a policy is made of: words with the space after them, so that a mutant still looks like one. */
const wordsOf = (text: string): string[] => text.split(/(?<=[\s{}(),|]|(?=[{}(),|]))/)

const odd = [
  '',
  '\0',
  '\u{feff}',
  '\u{2028}',
  '\ud800',
  '🙂',
  '"',
  '\\',
  '//',
  '///',
  '{',
  '}',
  '||',
  '|',
  '$',
  '5m',
  '99999999999999999999',
  '1e9',
  '-',
  'not ',
  'and ',
  'when ',
  '=>',
  'model "',
  'a/b/c',
  '(((((',
  '\r\n',
]

/** A text with one to four parts cut out, doubled, moved, swapped for those of another text, or for something odd. */
export function mutateText(random: Random, text: string, others: readonly string[]): string {
  const words = wordsOf(text)
  for (let round = 1 + random.below(4); round > 0; round--) mutateWords(random, words, others)
  return words.join('')
}

function mutateWords(random: Random, words: string[], others: readonly string[]): void {
  const at = random.below(words.length + 1)
  const count = random.below(6)
  switch (random.below(6)) {
    case 0:
      return void words.splice(at, count)
    case 1:
      return void words.splice(at, 0, ...words.slice(at, at + count))
    case 2:
      return void words.splice(at, 0, ...words.splice(random.below(words.length), count))
    case 3: {
      const other = wordsOf(random.pick(others))
      const from = random.below(other.length)
      return void words.splice(at, count, ...other.slice(from, from + 1 + random.below(12)))
    }
    case 4:
      return void words.splice(at, 1, random.pick(odd))
    default:
      return void (words[at] = mutateWord(random, words[at] ?? ''))
  }
}

function mutateWord(random: Random, word: string): string {
  const at = random.below(word.length + 1)
  const added = String.fromCharCode(random.below(4) === 0 ? random.below(65_536) : 32 + random.below(95))
  return `${word.slice(0, at)}${added}${word.slice(at + random.below(2))}`
}

/** Characters at random, most of them those of policies. */
export function anyText(random: Random): string {
  const length = random.below(200)
  let text = ''
  for (let i = 0; i < length; i++)
    text +=
      random.below(8) === 0
        ? random.pick(odd)
        : String.fromCharCode(random.below(5) === 0 ? random.below(65_536) : 32 + random.below(95))
  return text
}

/** A JSON value with one to three of its parts removed, doubled, or given the value of another part or an odd one. */
export function mutateJson(random: Random, value: unknown): unknown {
  const copy: unknown = structuredClone(value)
  for (let round = 1 + random.below(3); round > 0; round--) mutatePart(random, copy, 1 + random.below(7))
  return copy
}

const oddValues = [null, true, -1, 0, 1.5, 2 ** 31, 2 ** 53, 1e308, '', 'x', '__proto__', '\0', [], {}, [[]]]

function mutatePart(random: Random, value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return
  const record = value as Record<string, unknown>
  const keys = Object.keys(record)
  if (keys.length === 0) return
  const key = random.pick(keys)
  const part = record[key]
  if (depth > 1 && typeof part === 'object' && part !== null) return mutatePart(random, part, depth - 1)
  switch (random.below(4)) {
    case 0:
      return Array.isArray(value)
        ? void value.splice(Number(key), 1)
        : void Reflect.deleteProperty(record, key)
    case 1:
      return Array.isArray(value) ? void value.splice(Number(key), 0, part) : void (record[`${key}_`] = part)
    case 2:
      return void (record[key] = record[random.pick(keys)])
    default:
      return void (record[key] = mutateLeaf(random, part))
  }
}

function mutateLeaf(random: Random, value: unknown): unknown {
  if (typeof value === 'number' && random.below(2) === 0) return value + random.below(5) - 2
  if (typeof value === 'string' && random.below(2) === 0) return mutateWord(random, value)
  return random.pick(oddValues)
}

/** Bytes with some of them flipped, cut out, doubled, or the end torn off. */
export function mutateBytes(random: Random, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const at = random.below(copy.length)
  const to = at + random.below(64)
  switch (random.below(4)) {
    case 0:
      copy[at] = random.below(256)
      return copy
    case 1:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(to)])
    case 2:
      return Buffer.concat([copy.subarray(0, to), copy.subarray(at)])
    default:
      return copy.subarray(0, at)
  }
}
