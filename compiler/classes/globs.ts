import { buildStringClasses, classOfString, type StringClasses } from '../../core/string-classes.ts'
import { passes } from '../holds.ts'
import { withAbsence } from './absence.ts'
import type { Asked, Axis } from './axis.ts'

/**
 * Classes of a string that is tested by globs: the accept-sets of one automaton over all its literals and globs, those
 * merged that the same tests pass. `overfull` when there are more than the cap: the axis then stands for none of it,
 * and the finding names the globs.
 */
export function globAxis(
  asked: Asked,
  served: readonly string[],
): { readonly axis: Axis; readonly overfull: boolean } {
  const literals = asked.tests.flatMap((test) => (test.kind === 'member' ? test.values : []))
  const globs = globsOf(asked)
  const built = buildStringClasses(literals, globs)
  if (!built.ok) return { axis: axisOver(asked, emptyAutomaton, ['']), overfull: true }
  const candidates = [...literals, ...readable(asked, globs, served)]
  const samples = samplesOf(
    built.automaton,
    built.classes.map((each) => each.witness),
    candidates,
  )
  return { axis: axisOver(asked, built.automaton, samples), overfull: false }
}

const globsOf = ({ tests }: Asked): string[] =>
  tests.flatMap((test) => (test.kind === 'glob' ? [test.pattern] : []))

const emptyAutomaton: StringClasses = { literals: [], alphabet: [], next: [[0]], classOf: [0] }

/** Strings that a person would write, to stand for a class in place of its shortest member. */
function readable({ fact }: Asked, globs: readonly string[], served: readonly string[]): readonly string[] {
  const names = fact.type.kind === 'model' ? served : fact.type.kind === 'enum' ? fact.type.values : []
  const usual = typeof fact.default === 'string' ? [fact.default] : []
  return [...usual, ...names, `other-${fact.name}`, ...globs.map((glob) => glob.replaceAll(/[*?]/g, 'x'))]
}

/** Per class the first candidate that falls into it, else its shortest string. */
function samplesOf(
  automaton: StringClasses,
  witnesses: readonly string[],
  candidates: readonly string[],
): readonly string[] {
  const found = new Map<number, string>()
  for (const candidate of candidates) {
    const at = classOfString(automaton, candidate)
    if (!found.has(at)) found.set(at, candidate)
  }
  return witnesses.map((witness, index) => found.get(index) ?? witness)
}

function axisOver(asked: Asked, automaton: StringClasses, samples: readonly string[]): Axis {
  const signatures = samples.map((sample) =>
    asked.tests.map((test) => passes(test, asked.fact, sample)).join(),
  )
  const distinct = [...new Set(signatures)]
  const merge = (each: number): number => distinct.indexOf(signatures[each] ?? '')
  const merged = {
    ...automaton,
    literals: automaton.literals.map(([literal, each]): [string, number] => [literal, merge(each)]),
    classOf: automaton.classOf.map(merge),
  }
  return withAbsence(asked, {
    classes: { kind: 'globs', dfa: merged, globs: globsOf(asked) },
    samples: distinct.map((signature) => samples[signatures.indexOf(signature)] ?? ''),
    classOf: (value) => classOfString(merged, String(value)),
  })
}
