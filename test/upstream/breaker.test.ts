import { describe, expect, test } from 'vitest'
import { Breaker } from '../../runtime/upstream/breaker.ts'

/** A breaker after three failures at 0 ms: ejected until 10,000. */
function ejected(): Breaker {
  const breaker = new Breaker()
  for (let i = 0; i < 3; i++) fail(breaker, 0)
  return breaker
}

function fail(breaker: Breaker, atMs: number): void {
  breaker.begin()
  breaker.end('bad', atMs, atMs)
}

function succeed(breaker: Breaker, atMs: number): void {
  breaker.begin()
  breaker.end('good', atMs, atMs)
}

describe('a breaker', () => {
  test('lets two failures in a row pass, and forgets them at a good answer', () => {
    const breaker = new Breaker()
    for (const atMs of [0, 1, 2, 3]) {
      fail(breaker, atMs)
      fail(breaker, atMs)
      succeed(breaker, atMs)
    }
    expect(breaker.allows(4)).toBe(true)
  })

  test('ejects for ten seconds after three', () => {
    const breaker = ejected()
    expect(breaker.allows(9_999)).toBe(false)
    expect(breaker.allows(10_000)).toBe(true)
  })

  test('lets one probe through after that, and no more before it has ended', () => {
    const breaker = ejected()
    breaker.begin()
    expect(breaker.allows(10_001)).toBe(false)
    breaker.end('good', 10_000, 10_500)
    expect(breaker.allows(10_501)).toBe(true)
  })

  test('a probe whose client left is followed by another: no probe is lost for ever', () => {
    const breaker = ejected()
    breaker.begin()
    breaker.end('unknown', 10_000, 10_500)
    expect(breaker.allows(10_501)).toBe(true)
  })

  test('a probe that fails ejects for twice as long, up to a minute', () => {
    const breaker = ejected()
    fail(breaker, 10_000)
    expect([breaker.isOpen(29_999), breaker.isOpen(30_000)]).toEqual([true, false])
    fail(breaker, 30_000)
    fail(breaker, 70_000)
    fail(breaker, 130_000)
    expect([breaker.isOpen(189_999), breaker.isOpen(190_000)]).toEqual([true, false])
  })

  test('three good answers in a row end the suspicion; two do not', () => {
    const breaker = ejected()
    for (const atMs of [10_000, 10_001]) succeed(breaker, atMs)
    fail(breaker, 10_002)
    expect(breaker.allows(10_003)).toBe(false)
    for (const atMs of [40_000, 40_001, 40_002]) succeed(breaker, atMs)
    fail(breaker, 40_003)
    expect(breaker.allows(40_004)).toBe(true)
  })

  test('many requests that fail together are one ejection: what began before it says nothing new', () => {
    const breaker = new Breaker()
    for (let i = 0; i < 20; i++) breaker.begin()
    for (let i = 0; i < 20; i++) breaker.end('bad', 0, 100 + i)
    expect([breaker.isOpen(10_101), breaker.isOpen(10_102)]).toEqual([true, false])
  })
})
