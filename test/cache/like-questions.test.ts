import { afterEach, describe, expect, test } from 'vitest'
import { startCacheWorld } from '../support/cache-world.ts'
import type { CacheWorld, WorldOptions } from '../support/cache-world.ts'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function world(options?: WorldOptions): Promise<CacheWorld> {
  const made = await startCacheWorld(options)
  open.push(made.close)
  return made
}

describe('a semantic cache', () => {
  test('answers the same question in other words from what it kept, at no cost, and says so', async () => {
    const { ask, provider, fixture } = await world()
    const first = await ask({ text: 'What is the capital of France?' })
    expect([first.cache, first.said]).toEqual(['miss', 'Answer 1.'])
    const again = await ask({ text: 'Please, what is the capital of France?' })
    expect([again.cache, again.said]).toEqual(['semantic', 'Answer 1.'])
    expect(again.headers.get('x-gwc-cost')).toBe('0')
    expect(again.details).toEqual({ id: expect.stringMatching(/^[0-9a-f]{64}$/), score: '1', age: '0' })
    expect(provider.requests).toHaveLength(1)
    expect(fixture.traces.map((trace) => trace.hit?.layer)).toEqual([undefined, 'canonical'])
    expect(fixture.bugs).toEqual([])
  })
})
