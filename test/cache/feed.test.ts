import { afterEach, describe, expect, test } from 'vitest'
import type { ChangeFeed } from '../../runtime/cache/feed/change-feed.ts'
import { readChange, writeChange } from '../../runtime/cache/feed/change-form.ts'
import { followStreams } from '../../runtime/cache/feed/follow-streams.ts'
import type { Streams } from '../../runtime/cache/feed/streams.ts'
import type { SemanticEntry } from '../../runtime/cache/semantic-entry.ts'
import type { CacheChange } from '../../runtime/cache/semantic-cache.ts'
import { createEpochs } from '../../runtime/cache/calibration/epochs.ts'
import { fc } from '../support/fast-check.ts'
import { MemoryStreams } from '../support/memory-streams.ts'

const entry = (id: string, storedAtMs: number, over: Partial<SemanticEntry> = {}): SemanticEntry => ({
  id,
  partition: 'p',
  scope: 's',
  epoch: '0.0',
  text: `question ${id}`,
  storedAtMs,
  expiresAtMs: storedAtMs + 3_600_000,
  by: { key: 'ab12', requestId: `r-${id}` },
  ...over,
})

const feeds: ChangeFeed[] = []
afterEach(async () => {
  for (const feed of feeds.splice(0)) await feed.close()
})

/** A gateway's cache as far as a feed fills it: entries that are neither removed nor purged. */
function replica(streams: Streams, now: () => number = Date.now) {
  const entries = new Map<string, SemanticEntry>()
  const quarantined = new Set<string>()
  const epochs = createEpochs()
  const measured: string[] = []
  const isLive = ({ scope, epoch }: SemanticEntry): boolean => epoch === epochs.of(scope)
  const onChange = (change: CacheChange): void => {
    switch (change.kind) {
      case 'kept':
        if (isLive(change.entry)) entries.set(change.entry.id, change.entry)
        return
      case 'removed':
        return void entries.delete(change.id)
      case 'purged':
        epochs.merge(change.epochs)
        return [...entries.values()].forEach((each) => isLive(each) || entries.delete(each.id))
      case 'quarantined':
        return void quarantined.add(change.pair)
      case 'measured':
        return void measured.push(change.what)
    }
  }
  const listener = { onChange, onReset: () => entries.clear(), epochs: epochs.snapshot }
  const feed = followStreams(streams, listener, { tell: () => undefined, now, restMs: 1, staleMs: 5_000 })
  feeds.push(feed)
  const change = (what: CacheChange): Promise<boolean> => {
    onChange(what)
    return feed.publish(what)
  }
  const keep = (id: string, storedAtMs = 1): Promise<boolean> =>
    change({ kind: 'kept', entry: entry(id, storedAtMs, { epoch: epochs.of('s') }) })
  const purge = (scope?: string): Promise<boolean> => {
    epochs.purge(scope)
    return change({ kind: 'purged', epochs: epochs.snapshot() })
  }
  return { feed, entries, quarantined, measured, change, keep, purge, epochs }
}

const idsOf = ({ entries }: { entries: ReadonlyMap<string, unknown> }): readonly string[] =>
  [...entries.keys()].toSorted()

describe('a change on its way', () => {
  const change = fc.oneof(
    fc.record({
      kind: fc.constant('kept' as const),
      entry: fc
        .record({ id: fc.string(), at: fc.nat(), text: fc.string({ unit: 'binary' }) })
        .map((made) => entry(made.id, made.at, { text: made.text })),
      embedding: fc.option(fc.int8Array({ maxLength: 64 }), { nil: undefined }),
    }),
    fc.record({ kind: fc.constant('removed' as const), id: fc.string() }),
    fc.record({
      kind: fc.constant('purged' as const),
      epochs: fc.record({
        everywhere: fc.nat(),
        scopes: fc.dictionary(fc.string(), fc.nat(), { noNullPrototype: true }),
      }),
    }),
    fc.record({ kind: fc.constant('quarantined' as const), pair: fc.string() }),
    fc.record({
      kind: fc.constant('measured' as const),
      bucket: fc.string(),
      isJudged: fc.boolean(),
      what: fc.constantFrom<'right' | 'wrong' | 'reported'>('right', 'wrong', 'reported'),
    }),
  )

  test('is read as it was written', () => {
    fc.assert(
      fc.property(change, (each) => {
        expect(readChange(writeChange(each))).toEqual(each)
      }),
    )
  })

  test('is none once any byte of it differs', () => {
    fc.assert(
      fc.property(change, fc.nat(), (each, at) => {
        const text = writeChange(each)
        const place = at % text.length
        const other = text[place] === 'A' ? 'B' : 'A'
        expect(readChange(text.slice(0, place) + other + text.slice(place + 1))).toBeUndefined()
        expect(readChange(text.slice(0, place))).toBeUndefined()
      }),
    )
  })
})

describe('replicas over one store', () => {
  test('hear what others keep, remove, purge, quarantine and measure', async () => {
    const store = new MemoryStreams()
    const [one, two] = [replica(store.connect()), replica(store.connect())]
    await one.keep('a')
    await one.keep('b')
    await two.change({ kind: 'removed', id: 'a' })
    await one.change({ kind: 'quarantined', pair: 'x' })
    await one.change({ kind: 'measured', bucket: 'accept/0/0.9', isJudged: false, what: 'wrong' })
    await store.settled()
    expect([idsOf(one), idsOf(two), [...two.quarantined]]).toEqual([['b'], ['b'], ['x']])
    expect([one.measured, two.measured]).toEqual([['wrong'], ['wrong']])
    await two.purge('s')
    await one.keep('late') // before it heard
    await store.settled()
    await one.keep('c')
    await store.settled()
    expect([idsOf(one), idsOf(two)]).toEqual([['c'], ['c']])
  })

  test('a purge beside another change is told, and known to be', async () => {
    const store = new MemoryStreams()
    const one = replica(store.connect())
    const measured = { kind: 'measured', bucket: 'accept/0/0.9', isJudged: false, what: 'wrong' } as const
    expect(await Promise.all([one.change(measured), one.purge('s')])).toEqual([true, true])
  })

  test('a new one gets what there is, however long ago it was purged', async () => {
    const store = new MemoryStreams({ marksMax: 2 })
    const one = replica(store.connect())
    await one.keep('old')
    await one.purge()
    await one.purge('s')
    await one.keep('new')
    for (const pair of ['x', 'y', 'z']) await one.change({ kind: 'quarantined', pair })
    const late = replica(store.connect())
    await store.settled()
    expect(idsOf(late)).toEqual(['new'])
    expect(late.epochs.of('s')).toBe('1.2')
  })

  test('one whose store rests tells what must not be lost when it is back', async () => {
    const store = new MemoryStreams()
    const [one, two] = [replica(store.connect()), replica(store.connect())]
    await one.keep('a')
    await store.settled()
    store.down = true
    expect(await one.change({ kind: 'removed', id: 'a' })).toBe(false)
    store.down = false
    await store.settled()
    expect(idsOf(two)).toEqual([])
  })

  test('what a store could not take in is not kept: the others could not remove it', async () => {
    const store = new MemoryStreams()
    const one = replica(store.connect())
    await store.settled()
    store.down = true
    expect(await one.keep('a')).toBe(false)
    expect(idsOf(one)).toEqual([])
  })

  test('one that was away too long forgets what it cannot know, and gets it anew', async () => {
    const store = new MemoryStreams({ entriesMax: 4 })
    const one = replica(store.connect())
    const link = store.connect()
    const two = replica(link)
    await one.keep('a')
    await store.settled()
    link.isCut = true
    await one.change({ kind: 'removed', id: 'a' })
    for (const id of ['b', 'c', 'd', 'e', 'f']) await one.keep(id)
    expect(idsOf(two)).toEqual(['a'])
    link.isCut = false
    await store.settled()
    expect(idsOf(two)).toEqual(['c', 'd', 'e', 'f'])
  })

  test('a store that lost all is told again what is purged; what it had is gone everywhere', async () => {
    const store = new MemoryStreams()
    const [one, two] = [replica(store.connect()), replica(store.connect())]
    await one.purge('s')
    await one.keep('a')
    await store.settled()
    store.lose()
    await store.settled()
    await one.keep('b')
    const late = replica(store.connect())
    await store.settled()
    expect([one, two, late].map((each) => [idsOf(each), each.epochs.of('s')])).toEqual(
      Array.from({ length: 3 }, () => [['b'], '0.1']),
    )
  })
})

test('a feed is current while it hears', async () => {
  let nowMs = 0
  const store = new MemoryStreams()
  const { feed } = replica(store.connect(), () => nowMs)
  expect(feed.isCurrent()).toBe(false)
  await store.settled()
  expect(feed.isCurrent()).toBe(true)
  store.down = true
  await store.settled()
  nowMs = 5_001
  expect(feed.isCurrent()).toBe(false)
  store.down = false
  await store.settled()
  expect(feed.isCurrent()).toBe(true)
})

test('in any order of changes, cuts and losses, no replica ends with anything that was removed or purged', async () => {
  const by = fc.nat(2)
  const id = fc.nat(5).map(String)
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('keep' as const), by, id }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), by, id }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('purge' as const), by }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), by, isCut: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose' as const) }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      let nowMs = 1
      const store = new MemoryStreams({ entriesMax: 6, marksMax: 3, nowMs: () => nowMs })
      const links = [store.connect(), store.connect(), store.connect()]
      const replicas = links.map((link) => replica(link, () => nowMs))
      await store.settled()
      const removed = new Map<string, number>()
      let purgedAtMs = 0
      for (const each of steps) {
        nowMs += 1
        switch (each.kind) {
          case 'settle':
            await store.settled()
            break
          case 'lose':
            store.lose()
            break
          case 'cut':
            links[each.by]!.isCut = each.isCut
            break
          case 'purge': // refused by a gateway that does not hear the others
            if (links.some(({ isCut }) => isCut)) break
            await store.settled()
            purgedAtMs = nowMs
            await replicas[each.by]!.purge()
            await store.settled()
            break
          case 'remove':
            removed.set(each.id, nowMs)
            void replicas[each.by]!.change({ kind: 'removed', id: each.id })
            break
          case 'keep':
            void replicas[each.by]!.keep(each.id, nowMs)
        }
        await store.written()
      }
      for (const link of links) link.isCut = false
      await store.settled()
      const late = replica(store.connect(), () => nowMs)
      await store.settled()
      for (const { entries, feed } of [...replicas, late]) {
        expect(feed.isCurrent()).toBe(true)
        for (const { id: kept, storedAtMs } of entries.values())
          expect(storedAtMs).toBeGreaterThan(Math.max(purgedAtMs, removed.get(kept) ?? 0))
      }
      for (const each of feeds.splice(0)) await each.close()
    }),
    { numRuns: 50 },
  )
})
