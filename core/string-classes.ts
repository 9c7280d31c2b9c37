/**
 * Classes of a string that is compared with literals and globs: two strings are of one class when they equal the same
 * literal and match the same globs, so no policy can tell them apart.
 *
 * All patterns run at once in one deterministic automaton, built by the subset construction over pattern positions
 * (Rabin and Scott 1959) and minimised by partition refinement (Moore 1956). A class is a set of patterns that some
 * string matches; a breadth-first walk gives its shortest witness. Nothing is sampled: a class that is not listed has
 * no string.
 */
export interface StringClasses {
  /** Characters that patterns name; every other character behaves alike. */
  readonly alphabet: readonly string[]
  /** Per state: the next state for any other character, then for each character of `alphabet`. State 0 is the start. */
  readonly next: readonly (readonly number[])[]
  /** Per state: the class of a string that ends there. */
  readonly classOf: readonly number[]
}

/** One class, and a shortest string in it. */
export interface StringClass {
  /** The literal that its one string equals. */
  readonly literal: string | undefined
  /** The globs that its strings match, in the order given. */
  readonly globs: readonly string[]
  readonly witness: string
}

export type BuildStringClasses =
  | { readonly ok: true; readonly automaton: StringClasses; readonly classes: readonly StringClass[] }
  /** More classes or states than the cap; `globs` are those that multiply. */
  | { readonly ok: false; readonly globs: readonly string[]; readonly cap: number }

/** A policy may tell at most this many kinds of one string fact apart. */
export const stringClassesMax = 256

/** Before minimising; globs with many `?` after a `*` are what needs more. */
const statesMax = 4_096

/** The class of a string: an index into the classes it was built with. One table step per character. */
export function classOfString(automaton: StringClasses, value: string): number {
  const { columns, others, width, next } = tableOf(automaton)
  let state = 0
  for (let at = 0; at < value.length; at++) {
    const code = value.codePointAt(at) ?? 0
    if (code > 0xffff) at++
    state = next[state * width + (code < 128 ? (columns[code] ?? 0) : (others.get(code) ?? 0))] ?? 0
  }
  return automaton.classOf[state] ?? 0
}

/** The plain data as flat tables: the column of each ASCII character, of each other one, and rows end to end. */
interface Table {
  readonly columns: Uint16Array
  readonly others: ReadonlyMap<number, number>
  readonly width: number
  readonly next: Uint16Array
}

const tables = new WeakMap<StringClasses, Table>()

/** Made once per automaton. */
function tableOf(automaton: StringClasses): Table {
  const known = tables.get(automaton)
  if (known !== undefined) return known
  const columnOf = automaton.alphabet.map(
    (character, index) => [character.codePointAt(0) ?? 0, index + 1] as const,
  )
  const columns = new Uint16Array(128)
  for (const [code, column] of columnOf) if (code < 128) columns[code] = column
  const next = Uint16Array.from(automaton.next.flat())
  const table = { columns, others: new Map(columnOf), width: automaton.alphabet.length + 1, next }
  tables.set(automaton, table)
  return table
}

/**
 * Builds the classes of one fact's literals and globs (`*` any run, `?` one character, case-sensitive, whole string).
 * Literals count as what they spell: a `*` in one is itself. Duplicates are dropped.
 */
export function buildStringClasses(
  literals: readonly string[],
  globs: readonly string[],
): BuildStringClasses {
  const patterns = [...[...new Set(literals)].map(literalPattern), ...[...new Set(globs)].map(globPattern)]
  const alphabet = [...new Set(patterns.flatMap((pattern) => pattern.steps.filter(isCharacter)))].toSorted()
  const reached = explore(patterns, alphabet)
  if (reached === undefined) return { ok: false, globs: [...new Set(globs)], cap: statesMax }
  const accepted = reached.states.map((state) => acceptedBy(patterns, state))
  const sets = [...new Set(accepted)]
  if (sets.length > stringClassesMax) return { ok: false, globs: [...new Set(globs)], cap: stringClassesMax }
  const classOf = accepted.map((set) => sets.indexOf(set))
  const classes = sets.map((set) => describe(patterns, set, reached.witnesses[accepted.indexOf(set)] ?? ''))
  return { ok: true, automaton: { alphabet, ...minimise(reached.next, classOf) }, classes }
}

/** One step of a pattern: a character, any one character, or any run. */
type Step = string | typeof one | typeof run

const one = Symbol('?')
const run = Symbol('*')

interface Pattern {
  readonly kind: 'literal' | 'glob'
  readonly text: string
  readonly steps: readonly Step[]
}

const isCharacter = (step: Step): step is string => typeof step === 'string'

function literalPattern(text: string): Pattern {
  return { kind: 'literal', text, steps: Array.from(text) }
}

function globPattern(text: string): Pattern {
  const steps = Array.from(text, (each): Step => (each === '*' ? run : each === '?' ? one : each))
  // Two runs in a row are one; without this they would be two positions that never differ.
  return {
    kind: 'glob',
    text,
    steps: steps.filter((step, index) => step !== run || steps[index - 1] !== run),
  }
}

/** Per pattern, the positions that the string so far may have reached, ascending. */
type State = readonly (readonly number[])[]

interface Reached {
  readonly states: readonly State[]
  readonly next: readonly (readonly number[])[]
  /** A shortest string to each state. */
  readonly witnesses: readonly string[]
}

/** Every state that some string reaches, breadth first; `undefined` past the cap. */
function explore(patterns: readonly Pattern[], alphabet: readonly string[]): Reached | undefined {
  const characters = [otherCharacter(alphabet), ...alphabet]
  const start: State = patterns.map((pattern) => close(pattern, [0]))
  const states = [start]
  const witnesses = ['']
  const index = new Map([[keyOf(start), 0]])
  const next: number[][] = []
  for (let at = 0; at < states.length; at++) {
    const row = characters.map((character) => {
      const target = patterns.map((pattern, p) => advance(pattern, states[at]?.[p] ?? [], character))
      const key = keyOf(target)
      const known = index.get(key)
      if (known !== undefined) return known
      index.set(key, states.length)
      witnesses.push((witnesses[at] ?? '') + character)
      return states.push(target) - 1
    })
    next.push(row)
    if (states.length > statesMax) return undefined
  }
  return { states, next, witnesses }
}

const keyOf = (state: State): string => state.map((positions) => positions.join(',')).join(';')

/** A character that no pattern names, readable in a witness where possible. */
function otherCharacter(alphabet: readonly string[]): string {
  const readable = Array.from('xyzabcdefghijklmnopqrstuvw0123456789-_.~').find(
    (each) => !alphabet.includes(each),
  )
  if (readable !== undefined) return readable
  let code = 0xa1
  while (alphabet.includes(String.fromCodePoint(code))) code++
  return String.fromCodePoint(code)
}

function advance(
  { steps, ...pattern }: Pattern,
  positions: readonly number[],
  character: string,
): readonly number[] {
  const moved = positions.flatMap((position) => {
    const step = steps[position]
    if (step === run) return [position]
    return step === one || step === character ? [position + 1] : []
  })
  return close({ ...pattern, steps }, moved)
}

/**
 * A position before a run also stands after it. What lies before the furthest run reached is dropped: whatever it could
 * still match, the run matches too.
 */
function close({ steps }: Pattern, positions: readonly number[]): readonly number[] {
  const all = new Set(positions)
  for (const position of positions) if (steps[position] === run) all.add(position + 1)
  const furthest = Math.max(-1, ...[...all].filter((position) => steps[position] === run))
  return [...all].filter((position) => position >= furthest).toSorted((a, b) => a - b)
}

/** The patterns that accept in this state, as a key: `0,3`. */
function acceptedBy(patterns: readonly Pattern[], state: State): string {
  return patterns
    .flatMap((pattern, p) => (state[p]?.includes(pattern.steps.length) === true ? [p] : []))
    .join(',')
}

function describe(patterns: readonly Pattern[], set: string, witness: string): StringClass {
  const accepting = set === '' ? [] : set.split(',').map((p) => patterns[Number(p)])
  return {
    literal: accepting.find((pattern) => pattern?.kind === 'literal')?.text,
    globs: accepting.flatMap((pattern) => (pattern?.kind === 'glob' ? [pattern.text] : [])),
    witness,
  }
}

/** Merges states that no continuation tells apart: blocks start as classes and split until their transitions agree. */
function minimise(
  next: Reached['next'],
  classOf: readonly number[],
): Pick<StringClasses, 'next' | 'classOf'> {
  let blocks: readonly number[] = renumber(classOf)
  for (;;) {
    const refined = renumber(
      next.map((row, state) => [blocks[state], ...row.map((target) => blocks[target])].join(',')),
    )
    if (Math.max(...refined) === Math.max(...blocks)) break
    blocks = refined
  }
  const first = [...new Set(blocks)].map((block) => blocks.indexOf(block))
  return {
    next: first.map((state) => (next[state] ?? []).map((target) => blocks[target] ?? 0)),
    classOf: first.map((state) => classOf[state] ?? 0),
  }
}

/** Equal keys get equal numbers, in order of appearance; so the start state keeps number 0. */
function renumber(keys: readonly (string | number)[]): readonly number[] {
  const numbers = new Map<string | number, number>()
  return keys.map((key) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}
