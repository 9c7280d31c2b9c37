import { describe, expect, it } from 'vitest'
import { WHOLE_MAX } from '../../../runtime/cache/vectors/search-partition.ts'
import { createVectorIndex, type VectorIndex } from '../../../runtime/cache/vectors/vector-index.ts'
import { fc } from '../../support/fast-check.ts'
import { runSeed } from '../../support/seed.ts'
import { seededRandom } from '../../support/seeded-random.ts'

/** A vector that is zero but at one place, so that two of them are equal or at right angles. */
const axis = (at: number, length = 127): Int8Array => {
  const vector = new Int8Array(32)
  vector[at] = length
  return vector
}

const index = (
  bytesMax = 1e6,
  more: { evicted?: (slot: number) => void; searchBytesMax?: number } = {},
): VectorIndex => createVectorIndex({ dimensions: 32, bytesMax, ...more })

describe('a search', () => {
  it('finds the nearest by cosine, best first, whatever their lengths', () => {
    const vectors = index()
    const near = new Int8Array(32).fill(0)
    near.set([100, 20])
    const [x, mixed] = [vectors.add('p', axis(0, 30)), vectors.add('p', near)]
    vectors.add('p', axis(5))
    const found = vectors.search('p', axis(0), 2)
    expect(found.map(({ slot }) => slot)).toEqual([x, mixed])
    expect(found[0]?.score).toBe(1)
    expect(found[1]?.score).toBeCloseTo(100 / Math.hypot(100, 20), 12)
  })

  it('names the lower slot first among equals', () => {
    const vectors = index()
    const slots = [vectors.add('p', axis(1)), vectors.add('p', axis(1)), vectors.add('p', axis(1))]
    expect(vectors.search('p', axis(1), 2).map(({ slot }) => slot)).toEqual(slots.slice(0, 2))
  })

  it('sees its own partition alone', () => {
    const vectors = index()
    vectors.add('a', axis(0))
    const b = vectors.add('b', axis(1))
    expect(vectors.search('b', axis(0), 8)).toEqual([{ slot: b, score: 0 }])
    expect(vectors.search('c', axis(0), 8)).toEqual([])
  })

  it('finds nothing for a count of none, and scores the zero vector zero', () => {
    const vectors = index()
    const slot = vectors.add('p', new Int8Array(32))
    expect(vectors.search('p', axis(0), 0)).toEqual([])
    expect(vectors.search('p', axis(0), 1)).toEqual([{ slot, score: 0 }])
  })
})

describe('memory', () => {
  it('is given back by what is removed, once', () => {
    const vectors = index()
    const slot = vectors.add('p', axis(0))
    vectors.remove(slot)
    vectors.remove(slot)
    expect([vectors.size, vectors.bytes]).toEqual([0, 0])
    expect(vectors.add('q', axis(1))).toBe(slot)
    expect(vectors.add('q', axis(1))).not.toBe(slot)
  })

  it('stays within its bound: what was not used for longest gives way, and is named', () => {
    const evicted: number[] = []
    const vectors = index(256 + 3 * 96, { evicted: (slot) => evicted.push(slot) })
    const [first, second] = [vectors.add('p', axis(0)), vectors.add('p', axis(1))]
    vectors.add('p', axis(2))
    vectors.touch(first)
    expect(vectors.add('p', axis(3))).toBe(second)
    expect(evicted).toEqual([second])
    expect(vectors.bytes).toBe(256 + 3 * 96)
  })

  it('holds one vector however small the bound', () => {
    const vectors = index(1)
    vectors.add('p', axis(0))
    const slot = vectors.add('q', axis(1))
    expect(vectors.search('q', axis(1), 1)).toEqual([{ slot, score: 1 }])
    expect(vectors.size).toBe(1)
  })

  it('of a partition is bounded by what one search may read', () => {
    const vectors = index(1e6, { searchBytesMax: 4 * 16 })
    const other = vectors.add('other', axis(0))
    for (let at = 0; at < 10; at++) vectors.add('p', axis(at))
    expect(vectors.search('p', axis(9), 100)).toHaveLength(4)
    expect(vectors.search('other', axis(0), 1)).toEqual([{ slot: other, score: 1 }])
  })

  it('of many small partitions is a few hundred bytes each', () => {
    const vectors = index()
    for (let at = 0; at < 1_000; at++) vectors.add(`p${at}`, axis(at % 16))
    expect(vectors.bytes / 1_000).toBeLessThan(400)
  })
})

it('refuses vectors of other dimensions, and dimensions beyond 8192', () => {
  expect(() => index().add('p', new Int8Array(17))).toThrow('this index has 32 dimensions, the vector 17')
  expect(() => index().search('p', new Int8Array(15), 1)).toThrow('15')
  expect(() => createVectorIndex({ dimensions: 8_193, bytesMax: 1 })).toThrow('32 to 8192 dimensions')
})

// ------------------------------------------------------------------------------------------------ both engines agree

type Step =
  | { readonly kind: 'add'; readonly partition: number; readonly seed: number }
  | { readonly kind: 'remove'; readonly slot: number }
  | { readonly kind: 'touch'; readonly slot: number }
  | { readonly kind: 'search'; readonly partition: number; readonly seed: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('add' as const), partition: fc.nat(3), seed: fc.nat() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), slot: fc.nat(90) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('touch' as const), slot: fc.nat(90) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('search' as const), partition: fc.nat(4), seed: fc.nat() }),
  },
)

/** Any bytes; one seed in three repeats another's vector, one in five has −128 and 127 alone. */
function vectorOf(dimensions: number, seed: number): Int8Array {
  let state = seed % 3 === 0 ? seed % 9 : seed
  return Int8Array.from({ length: dimensions }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return seed % 5 === 0 ? (state >> 31 === 0 ? 127 : -128) : state >> 24
  })
}

/** What the index is to find, said as plainly as possible. */
function expectFound(
  vectors: readonly (readonly [number, Int8Array])[],
  query: Int8Array,
  count: number,
): unknown {
  const dot = (a: Int8Array, b: Int8Array): number =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
  const inverse = (vector: Int8Array): number =>
    dot(vector, vector) === 0 ? 0 : 1 / Math.sqrt(dot(vector, vector))
  return vectors
    .map(([slot, vector]) => ({ slot, score: dot(vector, query) * inverse(vector) }))
    .toSorted((a, b) => b.score - a.score || a.slot - b.slot)
    .slice(0, count)
    .map(({ slot, score }) => ({ slot, score: Math.max(-1, Math.min(1, score * inverse(query))) }))
}

describe('WebAssembly and plain JavaScript', () => {
  it.each([32, 47, 100, 256, 512, 1536])(
    'give the same slots and the same scores, to the bit: %i dimensions',
    (dimensions) => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 200 }), fc.integer({ min: 20, max: 200 }), (steps, room) => {
          const held = new Map<number, readonly [string, Int8Array]>()
          const options = {
            dimensions,
            bytesMax: room * (1.25 * dimensions + 48),
            searchBytesMax: 8 * dimensions,
          }
          const evicted: number[] = []
          const [wasm, js] = (['wasm', 'js'] as const).map((engine) =>
            createVectorIndex({
              ...options,
              engine,
              evicted: (slot) => void (held.delete(slot), evicted.push(slot)),
            }),
          ) as [VectorIndex, VectorIndex]
          for (const step of steps) {
            const before = evicted.length
            take(step, wasm, js, held, dimensions)
            const told = evicted.slice(before)
            expect(told.slice(told.length / 2)).toEqual(told.slice(0, told.length / 2))
            expect([wasm.size, wasm.bytes]).toEqual([held.size, js.bytes])
            expect(wasm.bytes).toBeLessThanOrEqual(options.bytesMax)
          }
        }),
        { numRuns: 12 },
      )
    },
  )

  function take(
    step: Step,
    wasm: VectorIndex,
    js: VectorIndex,
    held: Map<number, readonly [string, Int8Array]>,
    dimensions: number,
  ): void {
    switch (step.kind) {
      case 'add': {
        const vector = vectorOf(dimensions, step.seed)
        const slot = wasm.add(`p${step.partition}`, vector)
        expect(js.add(`p${step.partition}`, vector)).toBe(slot)
        held.set(slot, [`p${step.partition}`, vector])
        return
      }
      case 'remove':
      case 'touch':
        for (const index of [wasm, js]) index[step.kind](step.slot)
        if (step.kind === 'remove') held.delete(step.slot)
        return
      case 'search': {
        const query = vectorOf(dimensions, step.seed)
        const found = wasm.search(`p${step.partition}`, query, 8)
        expect(found).toEqual(js.search(`p${step.partition}`, query, 8))
        const within = [...held].filter(([, [partition]]) => partition === `p${step.partition}`)
        expect(found).toEqual(
          expectFound(
            within.map(([slot, [, vector]]) => [slot, vector] as const),
            query,
            8,
          ),
        )
        return
      }
    }
  }

  it('agree beyond what is searched whole, through many growths', () => {
    const [wasm, js] = (['wasm', 'js'] as const).map((engine) =>
      createVectorIndex({ dimensions: 32, bytesMax: 1e8, engine }),
    ) as [VectorIndex, VectorIndex]
    for (let seed = 1; seed <= 10_001; seed++)
      for (const index of [wasm, js]) index.add('p', vectorOf(32, Math.imul(seed, 2_654_435_761) >>> 1))
    for (let seed = 1; seed <= 10; seed++)
      expect(wasm.search('p', vectorOf(32, seed), 20)).toEqual(js.search('p', vectorOf(32, seed), 20))
  })
})

describe('in a partition too large to be searched whole', () => {
  const random = seededRandom(runSeed())

  /** As a short question is encoded: forty of 512 places, the heavier ones words. */
  function sparse(): Int8Array {
    const vector = new Int8Array(512)
    for (let feature = 0; feature < 40; feature++)
      vector[Math.floor(random() * 512)] = (feature < 8 ? 38 : 13) * (random() < 0.5 ? 1 : -1)
    return vector
  }

  /** The same with a few features changed. */
  function near(vector: Int8Array): Int8Array {
    const other = sparse()
    return vector.map((value, at) => (at % 5 === 0 ? (other[at] ?? 0) : value))
  }

  it('a near vector is found among all others, with its exact score', () => {
    const vectors = createVectorIndex({ dimensions: 512, bytesMax: 1e8 })
    const kept = Array.from({ length: WHOLE_MAX + 1_000 }, sparse)
    const slots = kept.map((vector) => vectors.add('p', vector))
    for (let at = 0; at < kept.length; at += 92) {
      const query = near(kept[at] ?? sparse())
      const [found] = vectors.search('p', query, 8)
      expect(found?.slot).toBe(slots[at])
      expect([found]).toEqual(expectFound([[slots[at] ?? 0, kept[at] ?? query]], query, 1))
    }
  })
})
