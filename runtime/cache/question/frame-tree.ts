import type { FrameRow } from './frames.ts'
import { wordsOf } from './word.ts'

/** A way to go on behind the beginning of a form: what follows each star. */
export interface Frame {
  readonly intent: string
  readonly rest: readonly (readonly string[])[]
  /** Words in the rest: of two frames that fit, the one with more tells more. */
  readonly fixed: number
  readonly keeps: readonly string[]
}

/** Beginnings of forms, word by word. */
export interface FrameTree {
  readonly next: Map<string, FrameTree>
  readonly frames: Frame[]
}

/** What stands in a form for each name in braces. */
export type Classes = ReadonlyMap<string, readonly string[]>

const emptyTree = (): FrameTree => ({ next: new Map(), frames: [] })

/** The tree of all forms, alternatives spelled out. */
export function frameTree(rows: readonly FrameRow[], classes: Classes): FrameTree {
  const root = emptyTree()
  for (const { intent, forms } of rows) for (const form of forms) plant(root, intent, form, classes)
  return root
}

/** Where one way through a form has come to, and what it chose of the classes that are kept. */
interface Way<Place> {
  readonly at: Place
  readonly chosen: ReadonlyMap<string, string>
}

const parts = /\([^)]*\)|\{\w+\}|\S+/g

function plant(root: FrameTree, intent: string, form: string, classes: Classes): void {
  const [pattern = '', keeps] = form.split('=>')
  const all: readonly string[] = pattern.match(parts) ?? []
  const star = all.includes('*') ? all.indexOf('*') : all.length
  const held = all
    .filter((part) => part === '*' || part === '#' || part === '"')
    .map((_, nth) => `$${nth + 1}`)
  const kept = keeps === undefined ? held : wordsOf(keeps)
  const walk = <Place>(
    from: readonly Way<Place>[],
    through: readonly string[],
    step: (at: Place, word: string) => Place,
  ) =>
    through.reduce((ways, part) => ways.flatMap((way) => onwards(way, part, { classes, kept, step })), from)

  const rests = walk([{ at: [] as readonly string[], chosen: new Map() }], all.slice(star), (words, word) => [
    ...words,
    word,
  ])
  const frames = rests.map(({ at, chosen }) =>
    frameOf(
      intent,
      at,
      kept.map((keep) => chosen.get(keep) ?? keep),
    ),
  )
  for (const { at, chosen } of walk([{ at: root, chosen: new Map() }], all.slice(0, star), below))
    at.frames.push(...(chosen.size === 0 ? frames : frames.map((frame) => choosing(frame, chosen))))
}

const choosing = (frame: Frame, chosen: Way<unknown>['chosen']): Frame => ({
  ...frame,
  keeps: frame.keeps.map((keep) => chosen.get(keep) ?? keep),
})

function frameOf(intent: string, words: readonly string[], keeps: readonly string[]): Frame {
  const stars = words.flatMap((word, at) => (word === '*' ? [at] : []))
  const rest = stars.map((star, nth) => words.slice(star + 1, stars[nth + 1] ?? words.length))
  return { intent, rest, fixed: words.length - stars.length, keeps }
}

/** Every way on through one part of a form: a group, a class or a word. */
function onwards<Place>(
  { at, chosen }: Way<Place>,
  part: string,
  {
    classes,
    kept,
    step,
  }: {
    readonly classes: Classes
    readonly kept: readonly string[]
    readonly step: (at: Place, word: string) => Place
  },
): readonly Way<Place>[] {
  const written = part.startsWith('(') ? part.slice(1, -1).split('|') : [part]
  return written.flatMap((name) =>
    (classes.get(name) ?? [name]).map((choice) => ({
      at: wordsOf(choice).reduce(step, at),
      chosen: kept.includes(name) ? new Map([...chosen, [name, choice]]) : chosen,
    })),
  )
}

function below(tree: FrameTree, word: string): FrameTree {
  const next = tree.next.get(word) ?? emptyTree()
  tree.next.set(word, next)
  return next
}
