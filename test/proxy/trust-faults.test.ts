import { expect, test } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import { noteFigure, rounds } from '../support/figures.ts'
import { defaultOn, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import { halfSaid } from '../support/provider/break-off.ts'
import { say } from '../support/provider/say.ts'
import { failingShare } from '../support/provider/scripts-by-name.ts'
import type { ScriptName } from '../support/provider/scripts-by-name.ts'
import { runSeed } from '../support/seed.ts'
import { askIn, dataOf, tongues } from '../support/tongues.ts'

const requests = rounds(10_000)
const CLIENTS = 50
/** A 429 without a time holds one of them for 5 s: a provider of one account would answer nobody for most of the run. */
const accounts = Array.from({ length: 20 }, (_, number) => `upstream-secret-${number}`)
const text = 'One two three four five.'
const faults: readonly ScriptName[] = [
  ...(['429', '500', '503', '529', 'reset-before-head', 'end-before-head', 'empty-stream'] as const),
  ...(['cut-by-end', 'cut-by-reset', 'no-terminal', 'error-event', 'malformed-chunk'] as const),
]

/** What a chat stream said, in order. */
function saidIn(stream: string): string {
  return dataOf(stream)
    .filter((data) => data !== '[DONE]')
    .flatMap((data) => (JSON.parse(data) as { choices?: { delta: { content?: string } }[] }).choices ?? [])
    .map(({ delta }) => delta.content ?? '')
    .join('')
}

test(`G6 ${requests} streams at 30% faults: nothing said twice, nothing cut that looks complete, none hangs`, async () => {
  const seed = runSeed()
  const first = await startFakeProvider(failingShare(seed, 0.3, faults, say({ text })))
  const second = await startFakeProvider(failingShare(seed + 1, 0.3, faults, say({ text })))
  await using fixture = await startFixture(
    routeAll([stage('first/large'), stage('second/large', defaultOn)], {
      ambiguous: 'once',
      retries: 1,
      backoffMinMs: 1,
      backoffMaxMs: 5,
      totalMs: 5_000,
    }),
    {
      providers: {
        first: { baseUrl: first.baseUrl, accounts },
        second: { baseUrl: second.baseUrl, accounts },
      },
    },
  )
  let complete = 0
  const askOne = async (number: number): Promise<void> => {
    const told = await askIn(fixture, tongues[0]!, true, { 'x-stainless-request': `r${number}` })
    if (told.status !== 200) return
    const isDone = told.text.includes('data: [DONE]')
    const said = saidIn(told.text)
    if (isDone) expect(said).toBe(text)
    else
      expect(
        [text, halfSaid.text, 'Hello there.'].some((whole) => whole.startsWith(said)),
        said,
      ).toBe(true)
    complete += isDone ? 1 : 0
  }
  const client = async (number: number): Promise<void> => {
    for (let at = number; at < requests; at += CLIENTS) await askOne(at)
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)))
  expect(complete).toBeGreaterThan(requests / 2)
  expect(fixture.traces).toHaveLength(requests)
  expect(fixture.traces.every(({ latencyMs = 0 }) => latencyMs < 6_000)).toBe(true)
  expect(fixture.bugs).toEqual([])
  await Promise.all([first.close(), second.close()])
  noteFigure(
    `${requests} streams at 30% faults`,
    `${complete} complete; 0 said twice, 0 cut that look complete, 0 hangs`,
  )
}, 600_000)
