import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openContentStore } from '../../runtime/content/content-store.ts'
import { isContentKept, isLogged } from '../../runtime/logged.ts'
import { beginTrace } from '../../runtime/trace.ts'
import type { Trace } from '../../runtime/trace.ts'
import type { LogAction } from '../../schemas/generated/decision-table.ts'

const root = mkdtempSync(join(tmpdir(), 'gwc-content-'))
afterAll(() => rmSync(root, { recursive: true }))

const bounds = { fileBytesMax: 100, folderBytesMax: 10_000, waitingBytesMax: 1_000, daysMax: 7 }
const noon = (day: string) => () => Date.parse(`${day}T12:00:00Z`)
const silent = (): void => undefined

test('a full file is followed by another, a day by its own', async () => {
  const folder = join(root, 'files')
  for (const day of ['2026-11-20', '2026-11-21']) {
    for (const line of ['x'.repeat(120), 'second']) {
      const store = openContentStore(folder, silent, bounds, noon(day))
      store.add(line)
      await store.close()
    }
  }
  expect(readdirSync(folder).toSorted()).toEqual([
    '2026-11-20.0.jsonl',
    '2026-11-20.1.jsonl',
    '2026-11-21.0.jsonl',
    '2026-11-21.1.jsonl',
  ])
  expect(readFileSync(join(folder, '2026-11-20.1.jsonl'), 'utf8')).toBe('second\n')
})

test('what is older than 7 days is deleted, and the oldest of what is too much; other files stay', async () => {
  const folder = join(root, 'old')
  const first = openContentStore(folder, silent, bounds, noon('2026-11-01'))
  first.add('old')
  await first.close()
  writeFileSync(join(folder, '2026-11-14.0.jsonl'), 'seven days old')
  writeFileSync(join(folder, '2026-11-15.0.jsonl'), 'x'.repeat(9_990))
  writeFileSync(join(folder, '2026-11-16.0.jsonl'), 'new')
  writeFileSync(join(folder, 'notes.txt'), 'not ours')
  const store = openContentStore(folder, silent, bounds, noon('2026-11-21'))
  await expect
    .poll(() => readdirSync(folder).toSorted())
    .toEqual(['2026-11-15.0.jsonl', '2026-11-16.0.jsonl', 'notes.txt'])
  await store.close()
})

test('what a slow disk cannot take is dropped and counted, and so is what cannot be written', async () => {
  const folder = join(root, 'blocked')
  writeFileSync(folder, 'a file where the folder should be')
  const said: string[] = []
  const store = openContentStore(folder, (message) => said.push(message), bounds)
  for (let count = 0; count < 20; count++) store.add('x'.repeat(99))
  expect(store.dropped).toBe(10)
  await store.close()
  expect(store.dropped).toBe(20)
  expect(said[0]).toContain('cannot be written')
})

/** How many of as many requests pass. */
function share(passes: (trace: Trace) => boolean, log: Omit<LogAction, 'kind'>, requests = 4_000): number {
  const decision = { log: { kind: 'log', ...log } } as NonNullable<Trace['decision']>
  const traces = Array.from({ length: requests }, (_, id) => ({
    ...beginTrace(`id-${id}`, 0, 'p'),
    decision,
  }))
  return traces.filter(passes).length / requests
}

test('the sample is a share of the requests, and the same ones each time', () => {
  expect(share(isContentKept, { level: 'content', sample: 500 })).toBeCloseTo(0.05, 1)
  expect(share(isContentKept, { level: 'content', sample: 10_000 })).toBe(1)
  expect(share(isContentKept, { level: 'content', sample: 0 })).toBe(0)
  expect(share(isContentKept, { level: 'metadata', sample: 10_000 })).toBe(0)
  expect(share(isLogged, { level: 'content', sample: 500 })).toBe(1)
  expect(share(isLogged, { level: 'off', sample: 10_000 })).toBe(0)
  const trace = (): Trace => ({
    ...beginTrace('the same id', 0, 'p'),
    decision: { log: { kind: 'log', level: 'content', sample: 5_000 } } as NonNullable<Trace['decision']>,
  })
  expect(isContentKept(trace())).toBe(isContentKept(trace()))
})
