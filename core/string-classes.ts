import { type GlobAutomaton, globAutomaton, globStatesMax, minimise } from './glob-automaton.ts'

/**
 * Classes of a string that is compared with literals and globs: two strings are of one class when they equal the same
 * literal and match the same globs, so no policy can tell them apart.
 *
 * A literal is a class of its own, found in a dictionary. Behind it, all globs run at once in one automaton: a class is
 * a set of globs that some string beside the literals matches. A breadth-first walk gives its shortest witness. Nothing
 * is sampled: a class that is not listed has no string.
 */
export interface StringClasses {
  /** The class of each literal: looked for first. */
  readonly literals: readonly (readonly [string, number])[]
  /** Characters that globs name; every other character behaves alike. */
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
  /** More sets of globs, or more states, than the cap; `globs` are those that multiply. */
  | { readonly ok: false; readonly globs: readonly string[]; readonly cap: number }

/** The globs of one fact may tell at most this many kinds of value apart; literals count for none. */
export const stringClassesMax = 256

/** The class of a string: an index into the classes it was built with. One table step per character. */
export function classOfString(automaton: StringClasses, value: string): number {
  const { literals, columns, others, width, next } = tableOf(automaton)
  const literal = literals.get(value)
  if (literal !== undefined) return literal
  let state = 0
  for (let at = 0; at < value.length; at++) {
    const code = value.codePointAt(at) ?? 0
    if (code > 0xffff) at++
    state = next[state * width + (code < 128 ? (columns[code] ?? 0) : (others.get(code) ?? 0))] ?? 0
  }
  return automaton.classOf[state] ?? 0
}

/** The plain data as flat tables: the literals, the column of each ASCII character, of each other one, and rows end to end. */
interface Table {
  readonly literals: ReadonlyMap<string, number>
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
  const literals = new Map(automaton.literals)
  const table = { literals, columns, others: new Map(columnOf), width: automaton.alphabet.length + 1, next }
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
  const names = [...new Set(literals)]
  const patterns = [...new Set(globs)]
  const reached = globAutomaton(patterns)
  if (reached === undefined) return { ok: false, globs: patterns, cap: globStatesMax }
  if (new Set(reached.accepted).size > stringClassesMax)
    return { ok: false, globs: patterns, cap: stringClassesMax }
  const { witnesses, stateOf } = walkBeside(names, reached)
  const sets = [...witnesses.keys()]
  const globsIn = (set: string): readonly string[] =>
    set === '' ? [] : set.split(',').map((p) => patterns[Number(p)] ?? '')
  const unnamed = [...witnesses].map(([set, witness]): StringClass => ({
    literal: undefined,
    globs: globsIn(set),
    witness,
  }))
  const named = names.map((name): StringClass => ({
    literal: name,
    globs: globsIn(reached.accepted[stateOf.get(name) ?? 0] ?? ''),
    witness: name,
  }))
  // A state that only literals reach is never asked for its class.
  const classOf = reached.accepted.map((set) => Math.max(0, sets.indexOf(set)))
  return {
    ok: true,
    automaton: {
      literals: names.map((name, index) => [name, unnamed.length + index]),
      alphabet: reached.alphabet,
      ...minimise(reached.next, classOf),
    },
    classes: [...unnamed, ...named],
  }
}

/** A string on the way: where the automaton is, and where in the tree of literals, unless it has left that. */
interface Step {
  readonly text: string
  readonly state: number
  readonly prefix: Prefix | undefined
}

interface Prefix {
  readonly children: Map<string, Prefix>
  isLiteral: boolean
}

/**
 * Per set of globs a shortest string that is no literal, where there is one: a breadth-first walk of the automaton
 * beside the tree of the literals, in which each prefix is met once. Also the state in which each literal ends.
 */
function walkBeside(
  literals: readonly string[],
  { alphabet, next, accepted }: GlobAutomaton,
): { readonly witnesses: ReadonlyMap<string, string>; readonly stateOf: ReadonlyMap<string, number> } {
  const onwards = stepper(alphabet, next, literals)
  const witnesses = new Map<string, string>()
  const stateOf = new Map<string, number>()
  const beside = new Set<number>()
  const steps: Step[] = [{ text: '', state: 0, prefix: treeOf(literals) }]
  for (const step of steps) {
    const set = accepted[step.state] ?? ''
    if (step.prefix?.isLiteral === true) stateOf.set(step.text, step.state)
    else if (!witnesses.has(set)) witnesses.set(set, step.text)
    for (const further of onwards(step)) {
      if (further.prefix === undefined && beside.has(further.state)) continue
      if (further.prefix === undefined) beside.add(further.state)
      steps.push(further)
    }
  }
  return { witnesses, stateOf }
}

/** The steps that one more character makes: along the tree of literals, and out of it. */
function stepper(
  alphabet: readonly string[],
  next: GlobAutomaton['next'],
  literals: readonly string[],
): (from: Step) => readonly Step[] {
  const columns = new Map(alphabet.map((character, index) => [character, index + 1]))
  const spelled = literals.flatMap((literal) => Array.from(literal))
  const characters = [otherCharacter(new Set([...alphabet, ...spelled])), ...alphabet]
  return ({ text, state, prefix }) => {
    const step = (character: string, child: Prefix | undefined): Step => ({
      text: text + character,
      state: next[state]?.[columns.get(character) ?? 0] ?? 0,
      prefix: child,
    })
    const along = [...(prefix?.children ?? [])].map(([character, child]) => step(character, child))
    const out = characters.filter((character) => prefix?.children.has(character) !== true)
    return [...along, ...out.map((character) => step(character, undefined))]
  }
}

function treeOf(literals: readonly string[]): Prefix {
  const root: Prefix = { children: new Map(), isLiteral: false }
  for (const literal of literals) {
    let at = root
    for (const character of literal) {
      const child = at.children.get(character) ?? { children: new Map(), isLiteral: false }
      at.children.set(character, child)
      at = child
    }
    at.isLiteral = true
  }
  return root
}

/** A character that nothing names, readable in a witness where possible. */
function otherCharacter(named: ReadonlySet<string>): string {
  const readable = Array.from('xyzabcdefghijklmnopqrstuvw0123456789-_.~').find((each) => !named.has(each))
  if (readable !== undefined) return readable
  let code = 0xa1
  while (named.has(String.fromCodePoint(code))) code++
  return String.fromCodePoint(code)
}
