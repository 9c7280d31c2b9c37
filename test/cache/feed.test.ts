import { afterEach, describe, expect, test } from 'vitest'
import type { Change, ChangeFeed } from '../../runtime/cache/feed/change-feed.ts'
import { readChange, writeChange } from '../../runtime/cache/feed/change-form.ts'
import { followStreams } from '../../runtime/cache/feed/follow-streams.ts'
import type { Streams } from '../../runtime/cache/feed/streams.ts'
import type { SemanticEntry } from '../../runtime/cache/semantic-entry.ts'
import { fc } from '../support/fast-check.ts'
import { MemoryStreams } from '../support/memory-streams.ts'

const entry = (id: string, storedAtMs: number, over: Partial<SemanticEntry> = {}): SemanticEntry => ({
  id,
  partition: 'p',
  scope: 's',
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
  let purgedUpTo = -Infinity
  let measured = 0
  const onChange = (change: Change): void => {
    switch (change.kind) {
      case 'kept':
        if (change.entry.storedAtMs > purgedUpTo) entries.set(change.entry.id, change.entry)
        return
      case 'removed':
        return void entries.delete(change.id)
      case 'purged':
        purgedUpTo = Math.max(purgedUpTo, change.atMs)
        return entries.clear() // as an epoch does: whatever is there, is gone
      case 'quarantined':
        return void quarantined.add(change.pair)
      case 'measured':
        measured += 1
    }
  }
  const listener = { onChange, onReset: () => entries.clear() }
  const feed = followStreams(streams, listener, { tell: () => undefined, now, restMs: 1, staleMs: 5_000 })
  feeds.push(feed)
  const change = (what: Change): Promise<boolean> => {
    onChange(what)
    return feed.publish(what)
  }
  return { feed, entries, quarantined, change, measured: () => measured }
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
      scope: fc.option(fc.string(), { nil: undefined }),
      atMs: fc.nat(),
    }),
    fc.record({ kind: fc.constant('quarantined' as const), pair: fc.string() }),
    fc.record({
      kind: fc.constant('measured' as const),
      bucket: fc.string(),
      isJudged: fc.boolean(),
      isWrong: fc.boolean(),
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
    await one.change({ kind: 'kept', entry: entry('a', 10) })
    await one.change({ kind: 'kept', entry: entry('b', 11) })
    await two.change({ kind: 'removed', id: 'a' })
    await one.change({ kind: 'quarantined', pair: 'x' })
    await one.change({ kind: 'measured', bucket: 'accept/0/0.9', isJudged: false, isWrong: true })
    await store.settled()
    expect([idsOf(one), idsOf(two), [...two.quarantined], two.measured(), one.measured()]).toEqual([
      ['b'],
      ['b'],
      ['x'],
      1,
      1,
    ])
    await two.change({ kind: 'purged', scope: 's', atMs: 20 })
    await one.change({ kind: 'kept', entry: entry('late', 19) }) // it was asked for before the purge
    await one.change({ kind: 'kept', entry: entry('c', 21) })
    await store.settled()
    expect([idsOf(one), idsOf(two)]).toEqual([['c'], ['c']])
  })

  test('a new one gets what there is, purges before entries', async () => {
    const store = new MemoryStreams()
    const one = replica(store.connect())
    await one.change({ kind: 'kept', entry: entry('old', 10) })
    await one.change({ kind: 'purged', scope: undefined, atMs: 15 })
    await one.change({ kind: 'kept', entry: entry('new', 20) })
    const late = replica(store.connect())
    await store.settled()
    expect(idsOf(late)).toEqual(['new'])
  })

  test('one whose store rests tells what must not be lost when it is back', async () => {
    const store = new MemoryStreams()
    const [one, two] = [replica(store.connect()), replica(store.connect())]
    await one.change({ kind: 'kept', entry: entry('a', 10) })
    await store.settled()
    store.down = true
    expect(await one.change({ kind: 'removed', id: 'a' })).toBe(false)
    store.down = false
    await store.settled()
    expect(idsOf(two)).toEqual([])
  })

  test('one that was away too long forgets what it cannot know, and gets it anew', async () => {
    const store = new MemoryStreams({ entriesMax: 4 })
    const one = replica(store.connect())
    const away = store.connect()
    const two = replica(away)
    await one.change({ kind: 'kept', entry: entry('a', 10) })
    await store.settled()
    away.isCut = true
    await one.change({ kind: 'removed', id: 'a' })
    for (const id of ['b', 'c', 'd', 'e', 'f']) await one.change({ kind: 'kept', entry: entry(id, 20) })
    expect(idsOf(two)).toEqual(['a'])
    away.isCut = false
    await store.settled()
    expect(idsOf(two)).toEqual(['c', 'd', 'e', 'f'])
  })

  test('where old purges are forgotten, all from before them is', async () => {
    const store = new MemoryStreams({ ordersMax: 2, nowMs: () => 1_000 })
    const one = replica(store.connect())
    await one.change({ kind: 'kept', entry: entry('a', 500) })
    await one.change({ kind: 'kept', entry: entry('b', 1_500) })
    for (const pair of ['x', 'y', 'z']) await one.change({ kind: 'quarantined', pair })
    const late = replica(store.connect())
    await store.settled()
    expect(idsOf(late)).toEqual(['b'])
  })

  test('a store that lost all is filled anew, and nobody goes by what it was', async () => {
    const store = new MemoryStreams()
    const [one, two] = [replica(store.connect()), replica(store.connect())]
    await one.change({ kind: 'kept', entry: entry('a', 10) })
    await store.settled()
    store.lose()
    await one.change({ kind: 'kept', entry: entry('b', 11) })
    await store.settled()
    expect([idsOf(one), idsOf(two)]).toEqual([['b'], ['b']])
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
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('keep' as const), by: fc.nat(2), id: fc.nat(5) }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('remove' as const), by: fc.nat(2), id: fc.nat(5) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('purge' as const), by: fc.nat(2) }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('cut' as const), by: fc.nat(2), isCut: fc.boolean() }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose' as const) }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      let nowMs = 1
      const store = new MemoryStreams({ entriesMax: 6, ordersMax: 3, nowMs: () => nowMs })
      const links = [store.connect(), store.connect(), store.connect()]
      const replicas = links.map((link) => replica(link, () => nowMs))
      await store.settled()
      const removed = new Map<string, number>()
      let purgedUpTo = 0
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
          case 'purge':
            purgedUpTo = nowMs
            void replicas[each.by]!.change({ kind: 'purged', scope: undefined, atMs: nowMs })
            break
          case 'remove':
            removed.set(String(each.id), nowMs)
            void replicas[each.by]!.change({ kind: 'removed', id: String(each.id) })
            break
          case 'keep':
            void replicas[each.by]!.change({ kind: 'kept', entry: entry(String(each.id), nowMs) })
        }
        await store.written()
      }
      for (const link of links) link.isCut = false
      await store.settled()
      const late = replica(store.connect(), () => nowMs)
      await store.settled()
      for (const { entries, feed } of [...replicas, late]) {
        expect(feed.isCurrent()).toBe(true)
        for (const { id, storedAtMs } of entries.values())
          expect(storedAtMs).toBeGreaterThan(Math.max(purgedUpTo, removed.get(id) ?? 0))
      }
      for (const each of feeds.splice(0)) await each.close()
    }),
    { numRuns: 60 },
  )
})
