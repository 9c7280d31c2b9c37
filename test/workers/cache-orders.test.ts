import { expect, test } from 'vitest'
import type { CacheOrder } from '../../runtime/cache/cache-control.ts'
import { CacheOrders } from '../../runtime/workers/cache-orders.ts'

test('what one worker learns by a report is told to the others, and to them alone', async () => {
  const orders = new CacheOrders()
  const sent: (readonly [number, CacheOrder])[] = []
  const learnt = [{ kind: 'quarantined', pair: 'p' }] as const
  const reply = await orders.ask({ kind: 'report', requestId: 'r' }, [0, 1, 2], (worker, id, order) => {
    sent.push([worker, order])
    const isIts = order.kind === 'report' && worker === 1
    const isDone = isIts || order.kind === 'learn'
    queueMicrotask(() => orders.told(worker, id, { kind: 'done', isDone, ...(isIts ? { learnt } : {}) }))
  })
  expect(reply).toMatchObject({ kind: 'done', isDone: true })
  expect(sent.slice(3)).toEqual([0, 2].map((worker) => [worker, { kind: 'learn', changes: learnt }]))
})
