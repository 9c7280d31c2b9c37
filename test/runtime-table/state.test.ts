import { expect, test } from 'vitest'
import { zoneClock } from '../../runtime/table/state.ts'

test.each([
  ['UTC', '2026-11-22T23:59:59Z', { hour: 23, weekday: 'sun' }],
  ['Europe/Berlin', '2026-11-22T23:30:00Z', { hour: 0, weekday: 'mon' }],
  ['Europe/Berlin', '2026-10-25T00:30:00Z', { hour: 2, weekday: 'sun' }], // summer time, the first 2:30
  ['Europe/Berlin', '2026-10-25T01:30:00Z', { hour: 2, weekday: 'sun' }], // and an hour later again
  ['Asia/Kolkata', '2026-11-20T18:30:00Z', { hour: 0, weekday: 'sat' }],
])('in %s at %s', (zone, instant, local) => {
  expect(zoneClock(zone)(Date.parse(instant))).toEqual(local)
})

test('the minute that follows is told anew', () => {
  const clock = zoneClock('UTC')
  expect(clock(Date.parse('2026-11-22T11:59:59.999Z')).hour).toBe(11)
  expect(clock(Date.parse('2026-11-22T12:00:00.000Z')).hour).toBe(12)
})
