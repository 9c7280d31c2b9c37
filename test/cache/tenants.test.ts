import { afterEach, expect, test } from 'vitest'
import { scopeOf } from '../../runtime/cache/cache-key.ts'
import { keyOf, people, startCacheWorld } from '../support/cache-world.ts'
import type { Answered, CacheWorld } from '../support/cache-world.ts'
import { noteFigure, rounds } from '../support/figures.ts'
import { clientKey } from '../support/gateway-fixture.ts'
import { dresses } from './corpus/by-rule.ts'
import { pairsByHand } from './corpus/pairs.ts'

let opened: CacheWorld | undefined

afterEach(async () => {
  await opened?.close()
  opened = undefined
})

async function world(): Promise<CacheWorld> {
  opened = await startCacheWorld()
  return opened
}

/** Two teams of one organisation. */
const tenants = [
  { team: 'payments', key: clientKey },
  { team: 'search', key: keyOf(2) },
] as const

/** What people ask, each text once: a question, and soon what looks like it, is it, or is a trap. */
const texts = [
  ...new Set(
    [...pairsByHand('development'), ...pairsByHand('held-out')].flatMap(({ kept, asked }) => [kept, asked]),
  ),
]

const textOf = (n: number): string => texts[n % texts.length]!

/** The number of an answer that the provider gave. */
const numberOf = ({ said }: Answered): number => Number(/\d+/.exec(said)?.[0])

test(
  'two tenants who ask the same get no answer of each other, and none from before a purge',
  { timeout: 300_000 },
  async () => {
    const count = rounds(1_000)
    const { ask, fixture, provider } = await world()
    const owners = new Map<number, string>()
    const purgedAt = new Map<string, number>()
    const seen = { crossed: 0, stale: 0, hits: 0 }
    for (let n = 0; n < count; n++)
      for (const { team, key } of tenants) {
        if (n % 50 === 49) {
          await fixture.gateway.caches.purge(
            scopeOf({ ...people[0]!, key: 'any', team, claims: {}, models: undefined }, 'team'),
          )
          purgedAt.set(team, provider.requests.length)
        }
        const answered = await ask({ text: textOf(n), key })
        expect(answered.status).toBe(200)
        const number = numberOf(answered)
        if (answered.cache === 'miss') owners.set(number, team)
        else seen.hits += 1
        if (owners.get(number) !== team) seen.crossed += 1
        if (number <= (purgedAt.get(team) ?? 0)) seen.stale += 1
      }
    noteFigure(
      `${count.toLocaleString('en')} requests of each of two tenants (${seen.hits} hits), purged every 50`,
      `${seen.crossed} answers of another tenant, ${seen.stale} from before a purge`,
    )
    expect(seen).toEqual({ crossed: 0, stale: 0, hits: expect.any(Number) })
    expect(seen.hits).toBeGreaterThan(count / 10)
  },
)

test(
  'the same last words behind another conversation are another question',
  { timeout: 300_000 },
  async () => {
    const count = Math.min(rounds(500), texts.length)
    const { ask } = await world()
    const last = 'How long does a refund usually take?'
    const behind = (n: number, text: string): Parameters<typeof ask>[0] => ({
      more: {
        messages: [
          { role: 'user', content: textOf(n) },
          { role: 'assistant', content: 'Certainly.' },
          { role: 'user', content: text },
        ],
      },
    })
    await ask({ text: last })
    let hits = 0
    for (let n = 0; n < count; n++) {
      const answered = await ask(behind(n, n % 2 === 0 ? last : dresses[n % dresses.length]!(last)))
      if (answered.cache !== 'miss') hits += 1
    }
    noteFigure(`${count} conversations that end in the same words`, `${hits} answers of another conversation`)
    expect(hits).toBe(0)
    expect((await ask(behind(0, `${last} Thanks!`))).cache).toBe('semantic')
  },
)
