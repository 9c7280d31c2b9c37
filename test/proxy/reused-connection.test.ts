import { expect, test } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { Script } from '../support/fake-provider.ts'
import { noteFigure, rounds } from '../support/figures.ts'
import { defaultOn, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import { say } from '../support/provider/say.ts'
import { runSeed } from '../support/seed.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { askIn, tongues } from '../support/tongues.ts'

const requests = rounds(5_000)
const CLIENTS = 10

test(`U02 ${requests} requests on connections that the provider closes while they are idle: each is answered, none asked more than twice`, async () => {
  const random = seededRandom(runSeed())
  const good = say()
  /** Answers, and leaves within 20 ms: by FIN or RST, often just as the next request is on its way. */
  const closes: Script = async (exchange) => {
    await good(exchange)
    const leave = random() < 0.5 ? exchange.fin : exchange.rst
    setTimeout(leave, random() * 20)
  }
  const first = await startFakeProvider(closes)
  const second = await startFakeProvider(good)
  await using fixture = await startFixture(
    routeAll([stage('first/large'), stage('second/large', defaultOn)], { ambiguous: 'once' }),
    { providers: { first: { baseUrl: first.baseUrl }, second: { baseUrl: second.baseUrl } } },
  )
  const client = async (number: number): Promise<void> => {
    for (let at = number; at < requests; at += CLIENTS) {
      const told = await askIn(fixture, tongues[0]!, false, { 'x-stainless-request': `r${at}` })
      expect(told.status).toBe(200)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)))
  await expect.poll(() => fixture.traces.length).toBe(requests)
  const sent = [...first.requests, ...second.requests]
  const times = Object.values(Object.groupBy(sent, ({ headers }) => `${headers['x-stainless-request']}`))
  expect(times).toHaveLength(requests)
  expect(Math.max(...times.map((each) => each!.length))).toBeLessThanOrEqual(2)
  expect(fixture.bugs).toEqual([])
  const connections = new Set(sent.map(({ connection }) => connection)).size
  noteFigure(
    `U02 ${requests} requests on connections that are closed while idle`,
    `${requests} answered; ${sent.length - requests} asked twice, 0 more often; ${connections} connections`,
  )
  await Promise.all([first.close(), second.close()])
}, 300_000)
