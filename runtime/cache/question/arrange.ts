import { isRelation } from './closed-classes.ts'
import type { Placed } from './items.ts'
import { tools } from './names.ts'

/** A relation and what it governs; the first chunk has none. */
type Chunk = readonly Placed[]

const of: Placed = { kind: 'relation', key: 'of' }

/** Brings the items into the one order that says the same, so that what only stands elsewhere is no difference. */
export function arrange(items: readonly Placed[]): readonly Placed[] {
  const turned = pairUp(ownersLast(items))
  return sortChunks(toolsLast(superlativeFirst(turned)))
}

/** `France's capital` is the capital of France. */
function ownersLast(items: readonly Placed[]): readonly Placed[] {
  const at = items.findIndex(({ isOwner }) => isOwner === true)
  if (at === -1) return items
  let from = at
  while (
    from > 0 &&
    items[from - 1]!.isName === true &&
    items[at]!.isName === true &&
    items[from - 1]!.kind !== 'relation'
  )
    from--
  let end = at + 1
  while (end < items.length && isPlain(items[end]!)) end++
  if (end === at + 1) return items
  const owner = items.slice(from, at + 1).map((item) => ({ ...item, isOwner: false }))
  return ownersLast([...items.slice(0, from), ...items.slice(at + 1, end), of, ...owner, ...items.slice(end)])
}

const isPlain = ({ kind, key }: Placed): boolean =>
  (kind === 'word' ||
    kind === 'name' ||
    kind === 'number' ||
    kind === 'date' ||
    kind === 'unit' ||
    kind === 'degree' ||
    kind === 'identifier') &&
  !isLink(key)

const isLink = (key: string): boolean =>
  key === 'and' || key === 'or' || key === 'versus' || key === 'that' || key === 'which'

/** The two sides of a comparison, and single words beside `and` or `or`, in one order. */
function pairUp(items: readonly Placed[]): readonly Placed[] {
  const at = items.findIndex(({ key }) => key === 'versus')
  const sorted = at === -1 ? items : swapSides(items, at)
  const done = [...sorted]
  for (let link = 1; link + 1 < done.length; link++) {
    const [left, { key }, right] = [done[link - 1]!, done[link]!, done[link + 1]!]
    const isAlone =
      (done[link - 2] === undefined || !isPlain(done[link - 2]!)) &&
      (done[link + 2] === undefined || !isPlain(done[link + 2]!))
    if (
      (key === 'and' || key === 'or') &&
      isAlone &&
      isPlain(left) &&
      isPlain(right) &&
      right.key < left.key
    ) {
      done[link - 1] = right
      done[link + 1] = left
    }
  }
  return done
}

function swapSides(items: readonly Placed[], at: number): readonly Placed[] {
  let from = at
  while (from > 0 && items[from - 1]!.kind !== 'relation') from--
  let end = at + 1
  while (end < items.length && items[end]!.kind !== 'relation') end++
  const [left, right] = [items.slice(from, at), items.slice(at + 1, end)]
  if (textOf(left) <= textOf(right)) return items
  return [...items.slice(0, from), ...right, items[at]!, ...left, ...items.slice(end)]
}

const textOf = (items: readonly Placed[]): string => items.map(({ key }) => key).join(' ')

/** `Which mountain is the tallest in Africa` asks for the tallest mountain in Africa. */
function superlativeFirst(items: readonly Placed[]): readonly Placed[] {
  const [noun, degree, next] = items
  if (noun?.kind !== 'word' || degree === undefined || !isSuperlative(degree.key)) return items
  return next === undefined || next.kind === 'relation' ? [degree, noun, ...items.slice(2)] : items
}

/** Whether a word says that something has most or least of all. */
export const isSuperlative = (key: string): boolean =>
  key === 'best' || key === 'worst' || (/^(?:[a-z]{3,}[^e]est)$/.test(key) && !notDegrees.has(key))

const notDegrees: ReadonlySet<string> = new Set([
  'forest',
  'interest',
  'request',
  'harvest',
  'protest',
  'contest',
  'invest',
  'suggest',
  'digest',
  'arrest',
  'honest',
  'modest',
  'priest',
  'breast',
  'latest',
  'ernest',
  'budapest',
  'everest',
  'pytest',
  'tempest',
])

/** The one tool of a question, in which or with which the rest is done, stands last: `sort a list in Python`, `Python: sort a list`. */
function toolsLast(items: readonly Placed[]): readonly Placed[] {
  const named = items.flatMap(({ key }, at) => (tools.has(key) ? [at] : []))
  const [at] = named
  if (named.length !== 1 || at === undefined || items.length < 3) return items
  const [before, after] = [items[at - 1], items[at + 1]]
  const isPlace = before !== undefined && placing.has(before.key)
  const isAdjective = after?.kind === 'word' && !isLink(after.key)
  if (!isPlace && !isAdjective) return items
  return [...items.slice(0, isAdjective ? at : at - 1), ...items.slice(at + 1), inTool(items[at]!)]
}

const placing: ReadonlySet<string> = new Set(['in', 'on', 'with', 'of', 'use'])

const inTool = ({ key }: Placed): Placed => ({ kind: 'name', key: `@${key}`, isName: true })

const places: ReadonlySet<string> = new Set([
  'in',
  'on',
  'at',
  'of',
  'near',
  'under',
  'over',
  'within',
  'behind',
])

/** Phrases of places keep their order among each other: a box on a table is no table in a box. */
const rankOf = (relation: string): string => (places.has(relation) ? 'at' : relation)

/** Phrases with different relations may change places: each stays whole, and those of one relation keep their order. */
function sortChunks(items: readonly Placed[]): readonly Placed[] {
  const tool = items.filter(({ key }) => key.startsWith('@'))
  const [head = [], ...others] = chunksOf(items.filter(({ key }) => !key.startsWith('@')))
  const sorted = others.toSorted((a, b) => {
    const [one, other] = [rankOf(a[0]!.key), rankOf(b[0]!.key)]
    return one < other ? -1 : one > other ? 1 : 0
  })
  return [...head, ...sorted.flat(), ...tool]
}

function chunksOf(items: readonly Placed[]): readonly Chunk[] {
  const chunks: Placed[][] = [[]]
  for (const item of items) {
    if (item.kind === 'relation' && isRelation(item.key)) chunks.push([])
    chunks.at(-1)!.push(item)
  }
  return chunks
}
