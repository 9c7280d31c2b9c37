import { builtinFacts } from '../../core/facts.ts'
import type { FactRow } from '../../core/types.ts'
import type { Axis as AxisRow } from '../../schemas/generated/decision-table.ts'
import type { Axis } from '../classes/axis.ts'
import { divide, type Space, type TooManyGlobs } from '../classes.ts'
import type { Atom, Test } from '../typed.ts'
import { factOf, testsOf } from './axis-tests.ts'
import { ownClass } from './own-class.ts'

/**
 * Where one axis of a table lies in the joint space: which axis it is there (-1: it tells nothing apart), and the own
 * class of each joint class.
 */
export interface Lift {
  readonly axis: number
  readonly own: Int32Array
}

/** One space in which every table given is a union of cubes. */
export interface JointSpace {
  readonly space: Space
  /** Per table and axis of its own. */
  readonly lifts: readonly (readonly Lift[])[]
  readonly tooManyGlobs: readonly TooManyGlobs[]
}

/**
 * Refines the classes of several tables until each class of each of them is a union of joint classes: the cuts of both,
 * the names of both, one automaton over the globs of both. `atoms` are told apart too.
 */
export function joinSpaces(
  tables: readonly (readonly AxisRow[])[],
  atoms: readonly Atom[],
  served: readonly string[],
): JointSpace {
  const facts = jointFacts(tables, atoms)
  const asked = [...tables.flatMap((axes) => axes.flatMap((axis) => atomsOf(axis, facts))), ...atoms]
  const own = asked.map((atom) => ({ ...atom, fact: facts.get(atom.fact.name) ?? atom.fact }))
  const { space, tooManyGlobs } = divide(own, { facts, served, servedEmbeddings: [] }, readBy(tables, facts))
  const shown = { ...space, axes: space.axes.map(withoutCutTests) }
  return {
    space: shown,
    lifts: tables.map((axes) => axes.map((row) => liftOf(row, space, facts))),
    tooManyGlobs,
  }
}

/** Facts that a table reads though nothing is told apart by them: a witness is to say them all the same. */
function readBy(
  tables: readonly (readonly AxisRow[])[],
  facts: ReadonlyMap<string, FactRow>,
): readonly FactRow[] {
  return tables.flat().flatMap((axis) => {
    const fact = facts.get(nameOf(axis, facts))
    return fact === undefined || axis.classes.kind === 'contains' ? [] : [fact]
  })
}

/** Cuts are shown as intervals, whichever tests they came from. */
function withoutCutTests(axis: Axis): Axis {
  return axis.classes.kind === 'cuts' ? { ...axis, tests: axis.tests.filter(isPresence) } : axis
}

const isPresence = ({ kind }: Test): boolean => kind === 'present'

const nowhere = { file: '', start: 0, end: 0 }

function atomsOf(axis: AxisRow, facts: ReadonlyMap<string, FactRow>): readonly Atom[] {
  const fact = facts.get(nameOf(axis, facts)) ?? factOf(axis)
  const isAlone = fact.optional && fact.default === undefined && axis.classes.kind !== 'contains'
  const tests: readonly Test[] = isAlone ? [...testsOf(axis), { kind: 'present' }] : testsOf(axis)
  return tests.map((test) => ({ kind: 'atom', fact, test, span: nowhere }))
}

/**
 * The facts that any table looks at, in the order of the catalogue. The last table has the say; where defaults differ, a
 * request without the fact is a class of its own, since each table takes it for something else.
 */
function jointFacts(
  tables: readonly (readonly AxisRow[])[],
  atoms: readonly Atom[],
): ReadonlyMap<string, FactRow> {
  const joint = new Map(atoms.map(({ fact }) => [fact.name, fact]))
  for (const axes of tables.toReversed()) {
    for (const row of axes.map(factOf)) {
      const name = nameOf({ fact: row.name, type: row.type }, joint)
      joint.set(name, merged({ ...row, name }, joint.get(name)))
    }
  }
  const builtin = builtinFacts.filter(({ name }) => joint.has(name)).map(({ name }) => name)
  return new Map(
    [...new Set([...builtin, ...joint.keys()])].map((name) => [name, joint.get(name) as FactRow]),
  )
}

function merged(row: FactRow, known: FactRow | undefined): FactRow {
  if (known === undefined) return row
  const optional = known.optional || row.optional
  if (JSON.stringify(known.default) === JSON.stringify(row.default)) return { ...known, optional }
  const { default: _, ...rest } = known
  return { ...rest, optional: true }
}

/** A fact that has changed its type is another fact: no value is of both. */
function nameOf(
  axis: { readonly fact: string; readonly type: FactRow['type'] },
  facts: ReadonlyMap<string, FactRow>,
): string {
  const known = facts.get(axis.fact)
  return known === undefined || kindOf(known.type) === kindOf(axis.type) ? axis.fact : `${axis.fact} (before)`
}

const kindOf = (type: FactRow['type']): string => (type.kind === 'number' ? type.unit : type.kind)

function liftOf(row: AxisRow, space: Space, facts: ReadonlyMap<string, FactRow>): Lift {
  const name = nameOf(row, facts)
  const literal = row.classes.kind === 'contains' ? row.classes.literal : undefined
  const number = space.axes.findIndex(
    ({ fact, classes }) =>
      fact.name === name && (classes.kind === 'contains' ? classes.literal : undefined) === literal,
  )
  const axis = space.axes[number]
  if (axis === undefined) return { axis: -1, own: Int32Array.of(0) }
  const own = Int32Array.from(axis.samples, (sample) => ownClass(row, sample))
  return { axis: number, own }
}
