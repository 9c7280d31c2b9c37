import { expect, test } from 'vitest'
import { openMemoryStore } from '../../runtime/money/open-memory-store.ts'
import { answerCalls } from '../../runtime/workers/answer-calls.ts'
import type { StoreCall } from '../../runtime/workers/messages.ts'
import { budget, hold, settlement } from '../support/money.ts'

const month = budget()
const reserve = (id: number): StoreCall => ({ id, kind: 'reserve', hold: hold(`attempt ${id}`, [month]) })

test('what a dead worker asked last holds nothing, and what it knew last is taken in', async () => {
  const store = openMemoryStore({ writing: () => undefined, alarm: () => undefined })
  const told: number[] = []
  const worker = answerCalls(store, 'worker', (replies) => told.push(...replies.map(({ id }) => id)))
  worker.take([reserve(1)])
  await expect.poll(() => told).toEqual([1])
  await worker.end()
  expect(store.spentOf(month)).toBe(10)
  // Its end is known before the last of what it wrote is read.
  worker.take([{ id: 2, kind: 'settle', settlement: settlement('attempt 1', 3) }, reserve(3)])
  await expect.poll(() => store.spentOf(month)).toBe(3)
  expect(store.figures().holds).toBe(0)
  await store.close()
})
