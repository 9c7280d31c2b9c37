/**
 * All globs of a fact as one deterministic automaton, built by the subset construction over pattern positions (Rabin
 * and Scott 1959) and minimised by partition refinement (Moore 1956).
 */
export interface GlobAutomaton {
  /** Characters that globs name; every other character behaves alike. */
  readonly alphabet: readonly string[]
  /** Per state: the next state for any other character, then for each character of `alphabet`. State 0 is the start. */
  readonly next: readonly (readonly number[])[]
  /** Per state, the globs that a string matches which ends there, as a key: `0,3`. */
  readonly accepted: readonly string[]
}

/** Before minimising; globs with many `?` after a `*` are what needs more. */
export const globStatesMax = 4_096

/** Every state that some string reaches, breadth first; `undefined` past the cap. */
export function globAutomaton(globs: readonly string[]): GlobAutomaton | undefined {
  const patterns = globs.map(stepsOf)
  const alphabet = [...new Set(patterns.flatMap((steps) => steps.filter(isCharacter)))].toSorted()
  const start: State = patterns.map((steps) => close(steps, [0]))
  const states = [start]
  const index = new Map([[keyOf(start), 0]])
  const next: number[][] = []
  for (let at = 0; at < states.length; at++) {
    const row = [undefined, ...alphabet].map((character) => {
      const target = patterns.map((steps, p) => advance(steps, states[at]?.[p] ?? [], character))
      const key = keyOf(target)
      const known = index.get(key)
      if (known !== undefined) return known
      index.set(key, states.length)
      return states.push(target) - 1
    })
    next.push(row)
    if (states.length > globStatesMax) return undefined
  }
  return { alphabet, next, accepted: states.map((state) => acceptedBy(patterns, state)) }
}

/** One step of a pattern: a character, any one character, or any run. */
type Step = string | typeof one | typeof run

const one = Symbol('?')
const run = Symbol('*')

type Steps = readonly Step[]

const isCharacter = (step: Step): step is string => typeof step === 'string'

function stepsOf(glob: string): Steps {
  const steps = Array.from(glob, (each): Step => (each === '*' ? run : each === '?' ? one : each))
  // Two runs in a row are one; without this they would be two positions that never differ.
  return steps.filter((step, index) => step !== run || steps[index - 1] !== run)
}

/** Per pattern, the positions that the string so far may have reached, ascending. */
type State = readonly (readonly number[])[]

const keyOf = (state: State): string => state.map((positions) => positions.join(',')).join(';')

/** One character further; `undefined` is one that no pattern names. */
function advance(
  steps: Steps,
  positions: readonly number[],
  character: string | undefined,
): readonly number[] {
  const moved = positions.flatMap((position) => {
    const step = steps[position]
    if (step === run) return [position]
    return step === one || (step !== undefined && step === character) ? [position + 1] : []
  })
  return close(steps, moved)
}

/**
 * A position before a run also stands after it. What lies before the furthest run reached is dropped: whatever it could
 * still match, the run matches too.
 */
function close(steps: Steps, positions: readonly number[]): readonly number[] {
  const all = new Set(positions)
  for (const position of positions) if (steps[position] === run) all.add(position + 1)
  const furthest = Math.max(-1, ...[...all].filter((position) => steps[position] === run))
  return [...all].filter((position) => position >= furthest).toSorted((a, b) => a - b)
}

function acceptedBy(patterns: readonly Steps[], state: State): string {
  return patterns.flatMap((steps, p) => (state[p]?.includes(steps.length) === true ? [p] : [])).join(',')
}

/** Merges states that no continuation tells apart: blocks start as classes and split until their transitions agree. */
export function minimise(
  next: GlobAutomaton['next'],
  classOf: readonly number[],
): { readonly next: readonly (readonly number[])[]; readonly classOf: readonly number[] } {
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
