import { describe, expect, test } from 'vitest'
import { classes, everyClass, hasClass, isNoClass } from '../../compiler/class-set.ts'
import type { Axis, Space } from '../../compiler/classes.ts'
import { indexCubes } from '../../compiler/cover-index.ts'
import { uncovered } from '../../compiler/cover.ts'
import { contains, type Cube, everything, meet } from '../../compiler/cube.ts'
import { simplify } from '../../compiler/cubes.ts'
import { fc } from '../support/fast-check.ts'
import { factRow } from '../support/typed-policy.ts'

const counts = [2, 3, 40, 2]

const axisOf = (count: number): Axis => ({
  fact: factRow('team'),
  tests: [],
  classes: { kind: 'values', values: [], other: 0 },
  count,
  missing: undefined,
  unsaid: 0,
  samples: Array.from({ length: count }, String),
  classOf: Number,
  full: everyClass(count),
  passing: () => everyClass(count),
})

const space: Space = {
  axes: counts.map(axisOf),
  impossible: [],
  placeOf: () => ({ axis: 0, set: everyClass(2) }),
}

/** Points are near the first classes, so that small sets meet. */
const used = counts.map((count) => Math.min(count, 4))

const points = used.reduce<readonly (readonly number[])[]>(
  (list, count) => list.flatMap((point) => Array.from({ length: count }, (_, each) => [...point, each])),
  [[]],
)

const isIn = (point: readonly number[], cube: Cube): boolean =>
  cube.every(({ axis, set }) => hasClass(set, point[axis] ?? 0))

const aCube: fc.Arbitrary<Cube> = fc
  .tuple(
    ...counts.map((count, axis) =>
      fc.option(
        fc
          .subarray(
            Array.from({ length: used[axis] ?? 0 }, (_, each) => each),
            { minLength: 1 },
          )
          .map((list) => classes(count, list)),
        { freq: 2 },
      ),
    ),
  )
  .map((sets) =>
    sets.flatMap((set, axis) =>
      set === null || set.every((word, i) => word === everyClass(counts[axis] ?? 0)[i])
        ? []
        : [{ axis, set }],
    ),
  )

const someCubes = fc.array(aCube, { maxLength: 8 })

describe('the cover check agrees with trying every point', () => {
  test('a witness lies in the target and in no earlier cube; covered means that no point does', () => {
    const property = fc.property(aCube, someCubes, (target, earlier) => {
      const found = uncovered(space, target, earlier, { left: 1_000_000 })
      const left = points.filter((point) => isIn(point, target) && !earlier.some((cube) => isIn(point, cube)))
      if (found.kind === 'covered') expect(left).toEqual([])
      if (found.kind !== 'witness') return
      expect(contains(target, found.cube)).toBe(true)
      for (const cube of earlier) expect(meet(cube, found.cube)).toBeUndefined()
    })
    fc.assert(property, { numRuns: 2_000 })
  })

  test('simplifying changes no point', () => {
    const property = fc.property(someCubes, (list) => {
      const simple = simplify(list, space)
      expect(simple.length).toBeLessThanOrEqual(list.length)
      for (const point of points)
        expect(simple.some((cube) => isIn(point, cube))).toBe(list.some((cube) => isIn(point, cube)))
      for (const { set } of simple.flat()) expect(isNoClass(set)).toBe(false)
    })
    fc.assert(property, { numRuns: 500 })
  })

  test('an index leaves out no cube that meets the target', () => {
    const property = fc.property(aCube, someCubes, fc.nat(8), (target, list, before) => {
      const near = indexCubes(space, list).near(target, before)
      const meeting = list.slice(0, before).filter((cube) => meet(cube, target) !== undefined)
      expect(meeting.every((cube) => near.includes(cube))).toBe(true)
    })
    fc.assert(property, { numRuns: 500 })
  })
})

test('the cap on steps gives an answer of its own, the same each time', () => {
  const one = (axis: number, each: number): Cube => [{ axis, set: classes(counts[axis] ?? 0, [each]) }]
  const earlier = [one(0, 0), one(1, 1), one(3, 1)]
  expect(uncovered(space, everything, earlier, { left: 2 })).toEqual({ kind: 'unproven' })
  expect(uncovered(space, everything, earlier, { left: 1_000 }).kind).toBe('witness')
})
