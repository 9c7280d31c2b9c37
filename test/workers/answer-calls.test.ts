import { expect, test } from 'vitest'
import { Turns } from '../../runtime/idempotency/turns.ts'
import { openMemoryStore } from '../../runtime/money/open-memory-store.ts'
import { answerCalls } from '../../runtime/workers/answer-calls.ts'
import type { StoreCall } from '../../runtime/workers/messages.ts'
import { callChannel } from '../../runtime/workers/call-channel.ts'
import { mergeStatuses } from '../../runtime/workers/merge-statuses.ts'
import { remoteTurns } from '../../runtime/workers/remote-turns.ts'
import type { ProviderStatus } from '../../runtime/admin/status.ts'
import { budget, hold, settlement } from '../support/money.ts'

const month = budget()
const reserve = (id: number): StoreCall => ({ id, kind: 'reserve', hold: hold(`attempt ${id}`, [month]) })

test('what a dead worker asked last holds nothing, and what it knew last is taken in', async () => {
  const store = openMemoryStore({ writing: () => undefined, alarm: () => undefined })
  const told: number[] = []
  const worker = answerCalls({ store, turns: new Turns() }, 'worker', (replies) =>
    told.push(...replies.map(({ id }) => id)),
  )
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

test('of a request that comes to two workers with its `idempotency-key`, one answers; what a dead one had begun may be sent again', async () => {
  const store = openMemoryStore({ writing: () => undefined, alarm: () => undefined })
  const shared = { store, turns: new Turns() }
  const worker = () => {
    const answered = answerCalls(shared, 'worker', (replies) => channel.answered(replies))
    const channel = callChannel((calls) => answered.take(calls))
    const turns = remoteTurns(channel)
    return { begin: () => turns.begin('ada', 'a', 'body'), quiet: channel.quiet, end: answered.end }
  }
  const [one, other] = [worker(), worker()]
  expect((await one.begin()).kind).toBe('first')
  expect((await other.begin()).kind).toBe('under-way')
  await one.end()
  const turn = await other.begin()
  expect(turn.kind).toBe('first')
  if (turn.kind === 'first') {
    turn.keep(kept)
    turn.end()
  }
  await other.quiet()
  expect(await worker().begin()).toEqual({ kind: 'answered', answer: kept })
  await store.close()
})

const kept = {
  id: '1',
  status: 200,
  model: 'm',
  provider: 'p',
  body: Buffer.from('{}'),
  usage: undefined,
  storedAtMs: 0,
}

test('of each account and model the worst is told that a worker sees, and all that is under way', () => {
  const told = (state: 'closed' | 'open', underWay: number, refused: boolean): readonly ProviderStatus[] => [
    {
      name: 'p',
      dialect: 'openai',
      baseUrl: 'https://p',
      accounts: [{ account: 0, refused, models: { 'p/m': { state, underWay } } }],
    },
  ]
  expect(mergeStatuses([told('closed', 1, true), told('open', 2, false), []])).toEqual(told('open', 3, true))
})
