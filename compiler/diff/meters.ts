import { byTable } from '../../core/tables.ts'
import { areEqual, classes as classSet, difference, hasClass, isNoClass } from '../class-set.ts'
import type { Space } from '../classes.ts'
import { areApart, type Cube, meet, restrict, restrictionOn } from '../cube.ts'
import { simplify } from '../cubes.ts'
import { outside } from './region.ts'
import type { Row, Side } from './side.ts'

/** What a budget or limit counts, as an axis: nothing of the requests to which it does not apply. */
export interface Meter {
  readonly axis: number
  /** The class of nothing counted. */
  readonly zero: number
  /** The requests to which it applies; it may depend on meters that stand before it in the list. */
  readonly cubes: readonly Cube[]
}

/** Two sides whose rows see a meter at zero where it does not apply. */
export interface Settled {
  readonly sides: readonly [before: Side, after: Side]
  /** The space without what no request can be. */
  readonly space: Space
  /** Meters that apply to the same requests on both sides. */
  readonly meters: readonly Meter[]
}

/**
 * Where a budget or limit applies to the same requests on both sides, what it cannot count is impossible. Where it does not,
 * each side's rows are divided: inside of its condition they look at the count, outside they see nothing counted.
 */
export function settle(space: Space, before: Side, after: Side): Settled {
  const numbers = space.axes.flatMap(({ fact }, number) => (fact.origin.kind === 'meter' ? [number] : []))
  const [old, now] = [before, after].map(
    (side) => new Map(numbers.map((axis) => [axis, meterOn(space, side, axis)])),
  )
  const shared = sharedMeters(numbers, old ?? new Map(), now ?? new Map())
  const others = (meters: ReadonlyMap<number, Meter | undefined> = new Map()): readonly Meter[] =>
    [...meters.values()]
      .filter((each) => each !== undefined)
      .filter(({ axis }) => !shared.some((one) => one.axis === axis))
  return {
    sides: [divided(before, others(old), space), divided(after, others(now), space)],
    space: {
      ...space,
      impossible: [...space.impossible, ...shared.flatMap((meter) => impossibleFor(space, meter))],
    },
    meters: shared,
  }
}

/** `undefined` where the side does not look at the axis. A meter without rows applies to no request. */
function meterOn(space: Space, side: Side, axis: number): Meter | undefined {
  const found = space.axes[axis]
  if (found?.fact.origin.kind !== 'meter') return undefined
  const { name } = found.fact.origin
  if (!side.table.axes.some(({ origin }) => origin.kind === 'meter' && origin.name === name)) return undefined
  const rows = [...side.rows.budget, ...side.rows.limit]
  const own = rows.filter(({ action }) => 'name' in action && action.name === name)
  return { axis, zero: found.classOf(0), cubes: own.map(({ cube }) => cube) }
}

/** Those that one side alone has, or both alike; and so the meters that they depend on. Each stands after those. */
function sharedMeters(
  numbers: readonly number[],
  before: ReadonlyMap<number, Meter | undefined>,
  after: ReadonlyMap<number, Meter | undefined>,
): readonly Meter[] {
  const shared: Meter[] = []
  const isKnown = (axis: number): boolean => shared.some((meter) => meter.axis === axis)
  for (let grows = true; grows;) {
    grows = false
    for (const axis of numbers.filter((each) => !isKnown(each))) {
      const [old, now] = [before.get(axis), after.get(axis)]
      const meter = now ?? old
      if (meter === undefined || (old !== undefined && now !== undefined && !areSame(old.cubes, now.cubes)))
        continue
      if (!dependsOn(meter, numbers).every(isKnown)) continue
      shared.push(meter)
      grows = true
    }
  }
  return shared
}

const dependsOn = ({ cubes }: Meter, numbers: readonly number[]): readonly number[] =>
  numbers.filter((axis) => cubes.some((cube) => restrictionOn(cube, axis) !== undefined))

const areSame = (a: readonly Cube[], b: readonly Cube[]): boolean =>
  a.length === b.length && a.every((cube, place) => isSameCube(cube, b[place] as Cube))

const isSameCube = (a: Cube, b: Cube): boolean =>
  a.length === b.length &&
  a.every(({ axis, set }, place) => {
    const other = b[place]
    return other?.axis === axis && areEqual(set, other.set)
  })

/** What lies in none of the cubes. */
function beside(space: Space, cubes: readonly Cube[]): readonly Cube[] {
  return cubes.reduce<readonly Cube[]>(
    (left, cube) =>
      simplify(
        left.flatMap((each) =>
          outside(space, cube)
            .map((part) => meet(each, part))
            .filter((both) => both !== undefined),
        ),
        space,
      ),
    [[]],
  )
}

function impossibleFor(space: Space, { axis, zero, cubes }: Meter): readonly Cube[] {
  const { count, full } = space.axes[axis] as Space['axes'][number]
  const counted = difference(full, classSet(count, [zero]))
  if (isNoClass(counted)) return []
  const something: Cube = [{ axis, set: counted }]
  return beside(space, cubes)
    .map((cube) => meet(cube, something))
    .filter((cube) => cube !== undefined)
}

function divided(side: Side, meters: readonly Meter[], space: Space): Side {
  if (meters.length === 0) return side
  const rows = byTable((table) => side.rows[table].flatMap((row) => divideRow(row, meters, space)))
  return { ...side, rows }
}

/** By one meter after the other; one on which another depends comes after that one. */
function divideRow(row: Row, meters: readonly Meter[], space: Space): readonly Row[] {
  const numbers = meters.map(({ axis }) => axis)
  const next = meters.find(
    ({ axis }) => !meters.some((other) => other.axis !== axis && dependsOn(other, numbers).includes(axis)),
  )
  if (next === undefined) return [row]
  const rest = meters.filter((meter) => meter !== next)
  return partsOf(row, next, space).flatMap((part) => divideRow(part, rest, space))
}

function partsOf(row: Row, { axis, zero, cubes }: Meter, space: Space): readonly Row[] {
  const set = restrictionOn(row.cube, axis)
  if (set === undefined) return [row]
  const inside = cubes.map((cube) => meet(row.cube, cube))
  const free = row.cube.filter((each) => each.axis !== axis)
  const out = hasClass(set, zero) ? beside(space, cubes).map((cube) => meet(free, cube)) : []
  return [...inside, ...out].filter((cube) => cube !== undefined).map((cube) => ({ ...row, cube }))
}

/** A request as both policies see it: nothing counted where a meter does not apply. */
export function settlePoint(space: Space, point: Cube, meters: readonly Meter[]): Cube {
  return meters.reduce((settled, { axis, zero, cubes }) => {
    if (cubes.some((cube) => !areApart(cube, settled))) return settled
    return restrict(settled, axis, classSet((space.axes[axis] as Space['axes'][number]).count, [zero]))
  }, point)
}
