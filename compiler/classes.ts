import { atomsOf } from './atoms.ts'
import type { FactRow } from '../core/types.ts'
import { addressAxis } from './classes/addresses.ts'
import type { Asked, Axis } from './classes/axis.ts'
import { flagAxis } from './classes/flags.ts'
import { globAxis } from './classes/globs.ts'
import { impossibleCubes } from './classes/impossible.ts'
import { literalAxis } from './classes/literals.ts'
import { meterAxioms } from './classes/meter-axioms.ts'
import { nameAxis } from './classes/names.ts'
import { numberAxis } from './classes/numbers.ts'
import type { Restriction } from './cube.ts'
import { asciiLower } from './holds.ts'
import { routeTables } from '../core/tables.ts'
import { rulesOf } from './rules.ts'
import type { Space } from './space.ts'
import { trafficTests } from './traffic.ts'
import type { Atom, BudgetRule, Cond, LimitRule, Policy, Test } from './typed.ts'

export { atomsOf } from './atoms.ts'
export type { Axis } from './classes/axis.ts'
export { shareOf, type Space } from './space.ts'

/** Too many globs on one fact: their automaton has more accept-sets than the cap. */
export interface TooManyGlobs {
  readonly fact: FactRow
  readonly atoms: readonly Atom[]
}

/**
 * Divides each fact's values into the classes that the policy can tell apart (step 1 of the checker). The order of axes
 * is by cost, then as the catalogue of facts has them. Conditions `beside` the policy's rules are told apart too.
 */
export function classesOf(policy: Policy, beside: readonly Cond[] = []): Divided {
  const conditions = [...rulesOf(policy).map(({ condition }) => condition), ...beside]
  const written = conditions.flatMap(atomsOf)
  return divide([...written, ...trafficTests(policy, written)], policy, splitFacts(policy))
}

/** A space, and the facts whose globs would have made it too large. */
export interface Divided {
  readonly space: Space
  readonly tooManyGlobs: readonly TooManyGlobs[]
}

/**
 * What the classes of a fact depend on beside the tests: the order of facts, the models that a request may name, and the
 * budgets and limits that count nothing of a request to which they do not apply.
 */
export type Surroundings = Pick<Policy, 'facts' | 'served' | 'servedEmbeddings'> &
  Partial<Pick<Policy, 'budget' | 'limit'>>

/** The space in which each of these atoms is a set of classes, and no more is told apart. `read`: facts that have an axis in any case. */
export function divide(own: readonly Atom[], around: Surroundings, read: readonly FactRow[] = []): Divided {
  const counted = metersAsked(own, around)
  const atoms = [...own, ...counted.flatMap(({ condition }) => atomsOf(condition))]
  const asked = [...askedOf(atoms, read)].toSorted(byLookup(around))
  const built = asked.map(([, each]) => axisOf(each, around))
  const axes = built.map((each) => each.axis)
  const numbers = new Map(asked.map(([key], index) => [key, index]))
  const overfull = new Set(built.filter((each) => each.overfull).map((each) => each.axis.fact))
  const space = { axes, impossible: impossibleCubes(axes), placeOf: placesOn(axes, numbers) }
  return {
    space: { ...space, impossible: [...space.impossible, ...meterAxioms(space, counted)] },
    tooManyGlobs: [...overfull].map((fact) => ({ fact, atoms: globsOn(fact, atoms) })),
  }
}

/** The budgets and limits whose facts are asked about, by these atoms or by the conditions of one another. */
function metersAsked(
  atoms: readonly Atom[],
  { budget = [], limit = [] }: Surroundings,
): readonly (BudgetRule | LimitRule)[] {
  const asked = new Set<string>()
  const follow = (some: readonly Atom[]): void => {
    for (const { fact } of some) {
      if (fact.origin.kind !== 'meter' || asked.has(fact.origin.name)) continue
      const { name } = fact.origin
      asked.add(name)
      for (const rule of rules) if (rule.name === name) follow(atomsOf(rule.condition))
    }
  }
  const rules = [...budget, ...limit]
  follow(atoms)
  return rules.filter(({ name }) => asked.has(name))
}

/** Equal tests are evaluated once. */
function placesOn(axes: readonly Axis[], numbers: ReadonlyMap<string, number>): Space['placeOf'] {
  const known = new Map<string, Restriction>()
  return (atom) => {
    const key = `${axisKey(atom)}\0${JSON.stringify(atom.test)}`
    const place = known.get(key) ?? placeOn(axes, numbers.get(axisKey(atom)), atom)
    known.set(key, place)
    return place
  }
}

function placeOn(axes: readonly Axis[], number: number | undefined, atom: Atom): Restriction {
  const axis = number === undefined ? undefined : axes[number]
  if (number === undefined || axis === undefined)
    throw new Error(`the space has no axis for ${atom.fact.name}`)
  return { axis: number, set: axis.passing(atom.test) }
}

interface AskedLiteral extends Asked {
  /** On an axis of its own: the literal; `''` for `has` of a text or a set of strings. */
  readonly literal: string | undefined
}

/** Facts that say a split's arm are read as those of conditions are, even where none asks for them. */
function splitFacts(policy: Policy): readonly FactRow[] {
  const stages = routeTables.flatMap((table) => policy[table].flatMap((rule) => rule.stages))
  return stages.flatMap(({ split }) => (split === undefined ? [] : [split.fact]))
}

function askedOf(atoms: readonly Atom[], read: readonly FactRow[]): ReadonlyMap<string, AskedLiteral> {
  const asked = new Map<string, { fact: FactRow; tests: Map<string, Test>; literal: string | undefined }>()
  for (const fact of read) asked.set(fact.name, { fact, tests: new Map(), literal: undefined })
  for (const atom of atoms) {
    const key = axisKey(atom)
    const entry = asked.get(key) ?? {
      fact: atom.fact,
      tests: new Map<string, Test>(),
      literal: literalOf(atom),
    }
    entry.tests.set(JSON.stringify(atom.test), atom.test)
    asked.set(key, entry)
  }
  return new Map([...asked].map(([key, entry]) => [key, { ...entry, tests: [...entry.tests.values()] }]))
}

function axisKey(atom: Atom): string {
  const literal = literalOf(atom)
  return literal === undefined ? atom.fact.name : `${atom.fact.name}\0${literal}`
}

function literalOf({ fact, test }: Atom): string | undefined {
  if (fact.type.kind !== 'text' && fact.type.kind !== 'strings') return undefined
  if (test.kind !== 'contains') return ''
  return fact.type.kind === 'text' ? asciiLower(test.literal) : test.literal
}

const costs = ['free', 'parsed', 'scanned'] as const

function byLookup({ facts }: Surroundings): (a: [string, AskedLiteral], b: [string, AskedLiteral]) => number {
  const place = new Map([...facts.keys()].map((name, index) => [name, index]))
  const placeOf = ({ fact }: AskedLiteral): number => place.get(fact.name) ?? place.size
  return ([, a], [, b]) =>
    costs.indexOf(a.fact.cost) - costs.indexOf(b.fact.cost) ||
    placeOf(a) - placeOf(b) ||
    compareText(a.literal ?? '', b.literal ?? '')
}

/** By code unit: no locale decides the order of an artifact. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function axisOf(
  asked: AskedLiteral,
  { served }: Surroundings,
): { readonly axis: Axis; readonly overfull: boolean } {
  const { type } = asked.fact
  if (asked.literal !== undefined) return exact(literalAxis(asked, asked.literal))
  if (type.kind === 'address') return exact(addressAxis(asked))
  if (type.kind === 'bool') return exact(flagAxis(asked))
  if (type.kind === 'number') return exact(numberAxis(asked, type))
  const isClosed = type.kind === 'enum' && !type.open
  if (isClosed || !asked.tests.some((test) => test.kind === 'glob')) return exact(nameAxis(asked))
  return globAxis(asked, served)
}

const exact = (axis: Axis): { readonly axis: Axis; readonly overfull: boolean } => ({ axis, overfull: false })

function globsOn(fact: FactRow, atoms: readonly Atom[]): readonly Atom[] {
  return atoms.filter((atom) => atom.fact === fact && atom.test.kind === 'glob')
}
