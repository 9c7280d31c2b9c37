import type { FactRow, FactValue } from '../core/types.ts'
import type { Witness } from '../lang/diagnostic.ts'
import { classList, hasClass } from './class-set.ts'
import type { Axis, Space } from './classes.ts'
import { type Cube, restrictionOn } from './cube.ts'
import { asciiLower } from './holds.ts'

/**
 * One request of a cube, as facts. What the request need not say is left out; the interpreter, given these facts, finds
 * itself in the cube.
 */
export function witnessOf(space: Space, cube: Cube): Witness {
  const choices = space.axes.map((axis, number) => chooseOn(axis, restrictionOn(cube, number)))
  const byFact = Map.groupBy(choices, ({ axis }) => axis.fact)
  const facts = [...byFact].map(([fact, chosen]) => [fact.name, valueOf(fact, chosen)] as const)
  return Object.fromEntries(facts.filter((pair): pair is [string, FactValue] => pair[1] !== undefined))
}

/** The class that a witness has on one axis. */
interface Choice {
  readonly axis: Axis
  readonly class: number
  /** Whether the class is that of a request which does not say the fact. */
  readonly isUnsaid: boolean
}

function chooseOn(axis: Axis, set = axis.full): Choice {
  const { unsaid } = axis
  if (unsaid !== undefined && hasClass(set, unsaid)) return { axis, class: unsaid, isUnsaid: true }
  const said = classList(set).find((each) => axis.samples[each] !== undefined)
  return { axis, class: said ?? axis.missing ?? 0, isUnsaid: false }
}

function valueOf(fact: FactRow, chosen: readonly Choice[]): FactValue | undefined {
  if (chosen.every(({ isUnsaid }) => isUnsaid)) return undefined
  const [first] = chosen
  if (first === undefined || first.axis.classes.kind !== 'contains') return first?.axis.samples[first.class]
  const literals = (found: boolean): readonly string[] =>
    chosen.filter((each) => each.axis.samples[each.class] === found).flatMap(({ axis }) => literalOf(axis))
  return fact.type.kind === 'text' ? textWith(literals(true), literals(false)) : literals(true)
}

function literalOf({ classes }: Axis): readonly string[] {
  return classes.kind === 'contains' && classes.literal !== '' ? [classes.literal] : []
}

/** A text that contains the first literals and none of the others; U+0000 separates parts that must not touch. */
function textWith(found: readonly string[], absent: readonly string[]): string {
  const texts = [' ', '\n', '\0'].map((separator) => found.join(separator))
  const isClean = (text: string): boolean => !absent.some((literal) => asciiLower(text).includes(literal))
  return texts.find(isClean) ?? texts.at(-1) ?? ''
}
