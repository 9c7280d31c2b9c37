import { expect, test } from 'vitest'
import { openMemoryStore } from '../../runtime/money/open-memory-store.ts'
import { noteFigure, rounds } from '../support/figures.ts'
import { budget, hold, settlement, setWorld, toldReports } from '../support/money.ts'
import { moneyProperties } from '../support/money-properties.ts'
import { runSeed } from '../support/seed.ts'
import { seededRandom } from '../support/seeded-random.ts'

const LONG_MS = 600_000
const runs = rounds(2_000)

test.each(moneyProperties)(
  `M05 M08–M10 M14 $name (${runs} times)`,
  async ({ name, hold: holds }) => {
    await holds({ seed: runSeed(), numRuns: runs })
    noteFigure(`${name}: ${runs} runs`, '0 violations')
  },
  LONG_MS,
)

const charges = rounds(1_000_000)

test(
  `M18 ${charges} random charges add up to the nano-dollar, in the counter and by the rows`,
  async () => {
    const store = openMemoryStore(toldReports(), setWorld())
    const random = seededRandom(runSeed())
    const charge = budget({ limit: 2 ** 53 - 1 })
    let sum = 0n
    for (let done = 0; done < charges; done += 1_000) {
      const ids = Array.from({ length: 1_000 }, (_, n) => `a${done + n}`)
      await Promise.all(ids.map((id) => store.reserve(hold(id, [charge], { boundNanos: 9_000_000_000 }))))
      await Promise.all(
        ids.map((id) => {
          const nanos = Math.floor(random() * 9_000_000_000)
          sum += BigInt(nanos)
          return store.settle(settlement(id, nanos))
        }),
      )
    }
    expect(BigInt(store.spentOf(charge))).toBe(sum)
    expect(await store.verify()).toEqual([])
    await store.close()
    noteFigure(`${charges} random charges`, 'sum of rows = counter, to the nano-dollar')
  },
  LONG_MS,
)
