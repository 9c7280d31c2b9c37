import { expect, test } from 'vitest'
import { keepRecent } from '../../runtime/recent-requests.ts'
import { beginTrace } from '../../runtime/trace.ts'
import type { Trace } from '../../runtime/trace.ts'

/** A finished request whose decision counts how often it is asked. */
function ended(id: string, asked: () => void = () => undefined): Trace {
  const decision = {
    rule: 'main.route#r',
    guard: [],
    absent: [],
    get facts() {
      asked()
      return { team: 'a' }
    },
  } as unknown as NonNullable<Trace['decision']>
  return { ...beginTrace(id, 0, 'p'), endpoint: 'chat', decision }
}

const idsOf = (recent: ReturnType<typeof keepRecent>, count = 100): readonly string[] =>
  recent.newest(count, () => true).map(({ requestId }) => requestId)

test('the newest come first, and the oldest make room', () => {
  const recent = keepRecent(3)
  expect(idsOf(recent)).toEqual([])
  for (const id of ['a', 'b']) recent.add(ended(id))
  expect(idsOf(recent)).toEqual(['b', 'a'])
  for (const id of ['c', 'd', 'e']) recent.add(ended(id))
  expect(idsOf(recent)).toEqual(['e', 'd', 'c'])
  expect(idsOf(recent, 2)).toEqual(['e', 'd'])
  expect(recent.find('a')).toBeUndefined()
  expect(recent.find('d')).toMatchObject({ requestId: 'd', rule: 'main.route#r' })
})

test('nothing is spelled out until somebody asks; once settled, a decision is never asked again and may go', () => {
  let times = 0
  const recent = keepRecent()
  recent.add(ended('a', () => times++))
  expect(times).toBe(0)
  recent.settle()
  recent.settle()
  expect(recent.find('a')).toMatchObject({ requestId: 'a', facts: { endpoint: 'chat', team: 'a' } })
  expect(times).toBe(1)
})
