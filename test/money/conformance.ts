import { afterEach, describe, expect, test } from 'vitest'
import type { MoneyStore } from '../../runtime/money/store.ts'
import { budget, hold, limit, settlement, setWorld, toldReports } from '../support/money.ts'
import type { SetWorld, ToldReports } from '../support/money.ts'

/** Opens a store of a kind in a world. */
export type OpenForTest = (world: SetWorld, reports: ToldReports) => Promise<MoneyStore>

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** What each kind of store does alike. */
export function conforms(kind: string, open: OpenForTest): void {
  const opened: MoneyStore[] = []

  async function fresh(startMs?: number) {
    const world = setWorld(startMs)
    const reports = toldReports()
    const store = await open(world, reports)
    opened.push(store)
    return { world, reports, store }
  }

  afterEach(async () => {
    for (const store of opened.splice(0)) {
      expect(await store.verify()).toEqual([])
      await store.close()
    }
  })

  describe(`${kind}: holds`, () => {
    test('a hold counts at once, and its cost in its place once it is settled', async () => {
      const { store } = await fresh()
      const month = budget()
      expect(await store.reserve(hold('a', [month]))).toMatchObject({
        kind: 'held',
        readings: [{ spent: 10, limit: 100, resetsAtMs: Date.UTC(2026, 11) }],
      })
      expect(store.spentOf(month)).toBe(10)
      await store.settle(settlement('a', 3))
      expect(store.spentOf(month)).toBe(3)
      expect(store.figures()).toMatchObject({ holds: 0, writable: true })
    })

    test('of 1,000 at once on room for ten, exactly ten are held', async () => {
      const { store } = await fresh()
      const replies = await Promise.all(
        Array.from({ length: 1_000 }, (_, n) => store.reserve(hold(`a${n}`, [budget()]))),
      )
      expect(replies.filter(({ kind }) => kind === 'held')).toHaveLength(10)
      expect(replies.filter(({ kind }) => kind === 'denied')).toHaveLength(990)
      expect(store.spentOf(budget())).toBe(100)
    })

    test('of nested budgets all take a hold or none, and the first without room is named', async () => {
      const { store } = await fresh()
      const [key, team, org] = [
        budget({ name: 'key', of: 'key=ab12' }),
        budget({ name: 'team', of: 'team=payments', limit: 15 }),
        budget({ name: 'org', limit: 12 }),
      ]
      await store.reserve(hold('a', [key, team, org]))
      expect(await store.reserve(hold('b', [key, team, org]))).toMatchObject({
        kind: 'denied',
        charge: { name: 'team' },
        reading: { spent: 10, limit: 15 },
      })
      expect([key, team, org].map((charge) => store.spentOf(charge))).toEqual([10, 10, 10])
    })

    test('the same hold again is told how things stand and takes nothing more', async () => {
      const { store } = await fresh()
      const replies = await Promise.all([0, 1, 2].map(() => store.reserve(hold('a', [budget()]))))
      expect(replies.map(({ kind }) => kind)).toEqual(['held', 'held', 'held'])
      expect(store.spentOf(budget())).toBe(10)
    })

    test('an attempt that has ended takes no hold again', async () => {
      const { store } = await fresh()
      await store.reserve(hold('a', [budget()]))
      await store.settle(settlement('a', 1))
      await expect(store.reserve(hold('a', [budget()]))).rejects.toThrow('attempt a has ended')
    })

    test('settling again changes nothing, whatever it says', async () => {
      const { store } = await fresh()
      await store.reserve(hold('a', [budget()]))
      await Promise.all([store.settle(settlement('a', 4)), store.settle(settlement('a', 4))])
      await store.settle(settlement('a', 9))
      expect(store.spentOf(budget())).toBe(4)
    })

    test('a cost of zero is zero', async () => {
      const { store } = await fresh()
      await store.reserve(hold('a', [budget()]))
      await store.settle(settlement('a', 0, { tokens: {} }))
      expect(store.spentOf(budget())).toBe(0)
    })

    test('what may have been billed stays charged: the rest of the hold, or as much as is said', async () => {
      const { store } = await fresh()
      await store.reserve(hold('a', [budget()]))
      await store.settle(settlement('a', 2, { uncertainNanos: 'rest', outcome: 'aborted' }))
      expect(store.spentOf(budget())).toBe(10)
      await store.reserve(hold('b', [budget()]))
      await store.settle(settlement('b', 2, { uncertainNanos: 3, outcome: 'aborted' }))
      expect(store.spentOf(budget())).toBe(15)
    })

    test('an attempt that was never sent gives all back, once', async () => {
      const { store } = await fresh()
      await store.reserve(hold('a', [budget()]))
      await store.release('a', 1)
      await store.release('a', 1)
      expect(store.spentOf(budget())).toBe(0)
      await expect(store.settle(settlement('a', 3))).rejects.toThrow('released as never sent')
    })

    test('what is settled cannot be released', async () => {
      const { store } = await fresh()
      await store.reserve(hold('a', [budget()]))
      await store.settle(settlement('a', 3))
      await expect(store.release('a', 1)).rejects.toThrow('attempt a is settled')
      expect(store.spentOf(budget())).toBe(3)
    })

    test('an attempt that nobody held cannot be settled or released', async () => {
      const { store } = await fresh()
      await expect(store.settle(settlement('never', 3))).rejects.toThrow('attempt never was never held')
      await expect(store.release('never', 3)).rejects.toThrow('attempt never was never held')
      expect(store.spentOf(budget())).toBe(0)
    })

    test('an amount that is no whole number of nano-dollars is refused', async () => {
      const { store } = await fresh()
      for (const boundNanos of [0.5, -1, Number.NaN, 2 ** 53])
        await expect(store.reserve(hold('a', [budget()], { boundNanos }))).rejects.toThrow(RangeError)
      await store.reserve(hold('a', [budget()]))
      await expect(store.settle(settlement('a', 1.5))).rejects.toThrow(RangeError)
    })
  })

  describe(`${kind}: soft budgets`, () => {
    test('a soft budget holds the estimate and denies nothing', async () => {
      const { store } = await fresh()
      const soft = budget({ soft: true, limit: 7 })
      await store.reserve(hold('a', [soft]))
      expect(store.spentOf(soft)).toBe(5)
      expect(await store.reserve(hold('b', [soft]))).toMatchObject({ kind: 'held' })
      await store.settle(settlement('b', 50))
      expect(store.spentOf(soft)).toBe(55)
      expect(store.figures()).toMatchObject({ softOvershootNanos: 45, boundViolations: 0 })
    })
  })

  describe(`${kind}: sweeping`, () => {
    test('a hold past its deadline becomes uncertain, and not before', async () => {
      const { store, world } = await fresh()
      await store.reserve(hold('a', [budget()], { ttlMs: 5_000 }))
      world.pass(4_000)
      expect(store.figures().holds).toBe(1)
      world.pass(2_000)
      expect(store.figures().holds).toBe(0)
      expect(store.spentOf(budget())).toBe(10)
    })

    test('settling behind the sweep moves what was uncertain to what it cost, once', async () => {
      const { store, world } = await fresh()
      await store.reserve(hold('a', [budget()], { ttlMs: 500 }))
      world.pass(1_000)
      await store.settle(settlement('a', 4))
      await store.settle(settlement('a', 9))
      expect(store.spentOf(budget())).toBe(4)
    })

    test('an operator says what an uncertain attempt cost', async () => {
      const { store, world } = await fresh()
      await store.reserve(hold('a', [budget()], { ttlMs: 500 }))
      await expect(store.correct({ attemptId: 'a', certainNanos: 4, source: 'operator' })).rejects.toThrow(
        'under way',
      )
      world.pass(1_000)
      const above = { attemptId: 'a', certainNanos: 11, source: 'operator' } as const
      await expect(store.correct(above)).rejects.toThrow('was held at $0.00000001 at the most')
      expect(store.spentOf(budget())).toBe(10)
      await store.correct({ attemptId: 'a', certainNanos: 4, source: 'operator' })
      expect(store.spentOf(budget())).toBe(4)
      await store.correct({ attemptId: 'a', certainNanos: 6, source: 'reconciliation' })
      expect(store.spentOf(budget())).toBe(6)
    })
  })

  describe(`${kind}: windows`, () => {
    test('a new window begins at zero, and a hold settles into the window it was taken in', async () => {
      const { store, world } = await fresh(Date.UTC(2026, 10, 30, 23, 59))
      await store.reserve(hold('a', [budget()]))
      world.set(Date.UTC(2026, 11, 1))
      expect(store.spentOf(budget())).toBe(0)
      await store.settle(settlement('a', 7))
      expect(store.spentOf(budget())).toBe(0)
      world.set(Date.UTC(2026, 10, 30, 23, 59))
      expect(store.spentOf(budget())).toBe(7)
    })

    test('a clock that is put back an hour across the end of a window finds what was spent', async () => {
      const { store, world } = await fresh(Date.UTC(2026, 11, 1, 0, 10))
      await store.reserve(hold('a', [budget()]))
      world.set(Date.UTC(2026, 10, 30, 23, 10))
      await store.reserve(hold('b', [budget()], { boundNanos: 90 }))
      world.set(Date.UTC(2026, 11, 1, 0, 20))
      expect(await store.reserve(hold('c', [budget()], { boundNanos: 91 }))).toMatchObject({ kind: 'denied' })
      expect(store.spentOf(budget())).toBe(10)
    })

    test('a limit that is changed counts against what is spent, and resets nothing', async () => {
      const { store } = await fresh()
      await store.reserve(hold('a', [budget()], { boundNanos: 80 }))
      expect(await store.reserve(hold('b', [budget({ limit: 50 })]))).toMatchObject({
        kind: 'denied',
        reading: { spent: 80, limit: 50 },
      })
      expect(await store.reserve(hold('c', [budget({ limit: 90 })]))).toMatchObject({ kind: 'held' })
    })

    test('usage goes on under a new name, and under the old one after a rollback', async () => {
      const { store } = await fresh()
      await store.reserve(hold('a', [budget()]))
      await store.rename('month', 'monthly')
      expect(store.spentOf(budget({ name: 'monthly' }))).toBe(10)
      await store.reserve(hold('b', [budget({ name: 'monthly' })]))
      await store.settle(settlement('a', 1))
      expect(store.spentOf(budget())).toBe(11)
    })

    test('what a new name had counted before it was said to be the old one is added', async () => {
      const { store } = await fresh()
      await store.reserve(hold('a', [budget()]))
      await store.reserve(hold('b', [budget({ name: 'monthly' })]))
      await store.rename('month', 'monthly')
      expect(store.spentOf(budget({ name: 'monthly' }))).toBe(20)
      await store.settle(settlement('b', 3))
      expect(store.spentOf(budget())).toBe(13)
    })
  })

  describe(`${kind}: thresholds`, () => {
    test('each is told once a window, and again in the next', async () => {
      const { store, world } = await fresh()
      const charge = budget({ warnAt: [1_000, 5_000, 9_000] })
      const warned = async (id: string, boundNanos: number) => {
        const reply = await store.reserve(hold(id, [charge], { boundNanos }))
        return reply.kind === 'held' ? reply.warnings.map(({ basisPoints }) => basisPoints) : reply.kind
      }
      expect(await warned('a', 9)).toEqual([])
      expect(await warned('b', 45)).toEqual([1_000, 5_000])
      expect(await warned('c', 1)).toEqual([])
      await store.settle(settlement('b', 0))
      expect(await warned('d', 45)).toEqual([])
      world.set(Date.UTC(2026, 11, 2))
      expect(await warned('e', 50)).toEqual([1_000, 5_000])
    })
  })

  describe(`${kind}: bounds that were none`, () => {
    test('a cost above the bound is recorded as it is, told, and freezes model and key for hard budgets', async () => {
      const { store, reports } = await fresh()
      await store.reserve(hold('a', [budget()]))
      await store.settle(settlement('a', 25))
      expect(store.spentOf(budget())).toBe(25)
      expect(store.figures()).toMatchObject({ boundViolations: 1, frozen: 1 })
      expect(reports.alarms).toEqual([expect.stringContaining('attempt a cost more than its bound')])
      expect(await store.reserve(hold('b', [budget()]))).toEqual({ kind: 'frozen', attemptId: 'a' })
      expect(await store.reserve(hold('c', [budget({ name: 's', soft: true })]))).toMatchObject({
        kind: 'held',
      })
      await store.thaw('openai/gpt-4.1', 'ab12')
      expect(await store.reserve(hold('b', [budget()]))).toMatchObject({ kind: 'held' })
      await expect(store.thaw('openai/gpt-4.1', 'ab12')).rejects.toThrow('is not frozen')
    })
  })

  describe(`${kind}: limits`, () => {
    test('requests are counted exactly in a window that slides', async () => {
      const { store, world } = await fresh()
      const rpm = limit({ limit: 2 })
      await store.reserve(hold('a', [rpm]))
      world.pass(20_000)
      await store.reserve(hold('b', [rpm]))
      await store.settle(settlement('a', 1))
      expect(await store.reserve(hold('c', [rpm]))).toMatchObject({
        kind: 'denied',
        reading: { spent: 2, limit: 2, resetsAtMs: world.now() + 40_000 },
      })
      world.pass(39_999)
      expect(await store.reserve(hold('d', [rpm]))).toMatchObject({ kind: 'denied' })
      world.pass(1)
      expect(await store.reserve(hold('e', [rpm]))).toMatchObject({ kind: 'held' })
    })

    test('tokens are charged by the estimate until the attempt tells', async () => {
      const { store } = await fresh()
      const tpm = limit({ name: 'tpm', counts: 'tokens', limit: 150 })
      await store.reserve(hold('a', [tpm]))
      expect(await store.reserve(hold('b', [tpm]))).toMatchObject({ kind: 'denied', charge: { name: 'tpm' } })
      await store.settle(
        settlement('a', 1, {
          tokens: { input: 20, inputAudio: 10, cacheRead: 10, output: 5, reasoning: 4, webSearch: 3 },
        }),
      )
      expect(store.spentOf(tpm)).toBe(49)
      expect(await store.reserve(hold('c', [tpm]))).toMatchObject({ kind: 'held' })
      await store.release('c', 1)
      expect(store.spentOf(tpm)).toBe(49)
    })

    test('places are held until the attempt ends, however it ends', async () => {
      const { store, world } = await fresh()
      const parallel = limit({ name: 'parallel', counts: 'concurrent', windowMs: 0, limit: 3 })
      for (const id of ['a', 'b', 'c']) await store.reserve(hold(id, [parallel], { ttlMs: 1_000 }))
      expect(await store.reserve(hold('d', [parallel]))).toMatchObject({
        kind: 'denied',
        reading: { spent: 3, limit: 3, resetsAtMs: undefined },
      })
      await store.settle(settlement('a', 1))
      await store.release('b', 1)
      expect(store.spentOf(parallel)).toBe(1)
      world.pass(2_000)
      expect(store.spentOf(parallel)).toBe(0)
      await store.settle(settlement('c', 1))
      expect(store.spentOf(parallel)).toBe(0)
    })

    test('a clock that is put back keeps no limit shut for longer than its window', async () => {
      const { store, world } = await fresh()
      const rpm = limit({ limit: 1 })
      await store.reserve(hold('a', [rpm]))
      world.set(world.now() - hourMs)
      expect(await store.reserve(hold('b', [rpm]))).toMatchObject({ kind: 'denied' })
      world.pass(minuteMs)
      expect(await store.reserve(hold('c', [rpm]))).toMatchObject({ kind: 'held' })
    })
  })

  test(`${kind}: after it is closed it holds nothing, and what ends then is refused`, async () => {
    const { store } = await fresh()
    await store.reserve(hold('late', [budget()]))
    await store.close()
    opened.length = 0
    await expect(store.settle(settlement('late', 1))).rejects.toThrow('the store is closed')
    expect(await store.reserve(hold('a', [budget()]))).toEqual({ kind: 'unavailable' })
  })
}
