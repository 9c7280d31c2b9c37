import { describe, expect, it } from 'vitest'
import { createEpochs, type Epochs } from '../../../runtime/cache/calibration/epochs.ts'
import { fc } from '../../support/fast-check.ts'

const scopes = ['', 'team a', 'team b', '__proto__', 'constructor'] as const
const scope = fc.constantFrom(...scopes)
const all = (epochs: Epochs): readonly string[] => scopes.map((name) => epochs.of(name))

describe('a purge', () => {
  it('of a scope leaves the others as they are', () => {
    const epochs = createEpochs()
    const before = all(epochs)
    epochs.purge('team a')
    expect(all(epochs).map((epoch, at) => epoch === before[at])).toEqual([true, false, true, true, true])
  })

  it('of an organisation or a team reaches what lies below it, whoever is left out above', () => {
    const team = JSON.stringify(['team', 'acme', 'search'])
    const project = JSON.stringify(['project', 'acme', 'search', 'web'])
    const others = [
      JSON.stringify(['team', 'acme', 'ads']),
      JSON.stringify(['org', 'umbrella']),
      JSON.stringify(['key', 'search']),
    ]
    const reaching = [
      ['org', 'acme'],
      ['team', null, 'search'],
      ['team', 'acme', 'search'],
    ]
    const missing = [
      ['team', 'umbrella', 'search'],
      ['org', 'search'],
      ['developer', null, 'search'],
      ['key', 'acme'],
    ]
    const epochs = createEpochs()
    epochs.purge(JSON.stringify(['key', 'any']))
    for (const scope of [...reaching, ...missing]) {
      const before = [team, project].map(epochs.of)
      epochs.purge(JSON.stringify(scope))
      const isReached = [team, project].map((each, at) => epochs.of(each) !== before[at])
      expect(isReached, JSON.stringify(scope)).toEqual(Array(2).fill(reaching.includes(scope)))
    }
    expect(others.map(epochs.of)).toEqual(['0.1', '0.0', '0.0']) // `ads` is of `acme`, too
    expect(['["team', '["team"]', '{}', 'null', '[1]'].map(epochs.of)).toEqual(Array(5).fill('0.0'))
  })

  it('reaches what another machine kept behind a purge of its own that was not heard of yet', () => {
    let atMs = 1_000
    const [here, there] = [createEpochs(10, () => atMs), createEpochs(10, () => atMs)]
    for (const scope of ['team a', undefined]) {
      there.purge(scope)
      const kept = there.of('team a')
      atMs += 1
      here.purge(scope)
      there.merge(here.snapshot())
      here.merge(there.snapshot())
      expect([here, there].map((epochs) => epochs.of('team a'))).not.toContain(kept)
    }
  })

  it('of everything reaches all scopes', () => {
    const epochs = createEpochs()
    epochs.purge('team a')
    const before = all(epochs)
    epochs.purge()
    expect(all(epochs).some((epoch, at) => epoch === before[at])).toBe(false)
  })

  it('never brings an epoch back, whatever is purged, merged or forgotten', () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('purge' as const), scope: fc.option(scope, { nil: undefined }) }),
      fc.record({ kind: fc.constant('merge' as const), everywhere: fc.nat(6), scope, count: fc.nat(6) }),
    )
    fc.assert(
      fc.property(fc.array(act), fc.integer({ min: 1, max: 4 }), (acts, scopesMax) => {
        const epochs = createEpochs(scopesMax)
        const past = scopes.map(() => new Set<string>())
        for (const act of acts) {
          const before = all(epochs)
          if (act.kind === 'purge') epochs.purge(act.scope)
          else epochs.merge({ everywhere: act.everywhere, scopes: { [act.scope]: act.count } })
          const after = all(epochs)
          after.forEach((epoch, at) => {
            if (epoch !== before[at]) past[at]?.add(before[at] ?? '')
            expect(past[at]?.has(epoch)).toBe(false)
          })
          if (act.kind === 'purge')
            scopes.forEach((name, at) => {
              if (act.scope === undefined || act.scope === name) expect(after[at]).not.toBe(before[at])
            })
        }
      }),
    )
  })
})

describe('two machines that tell each other', () => {
  it('agree on what is purged, in whatever order they hear of it', () => {
    const purges = fc.array(fc.option(scope, { nil: undefined }), { maxLength: 12 })
    fc.assert(
      fc.property(purges, purges, (here, there) => {
        const [a, b] = [createEpochs(), createEpochs()]
        here.forEach((scope) => a.purge(scope))
        there.forEach((scope) => b.purge(scope))
        const [fromA, fromB] = [a.snapshot(), b.snapshot()]
        a.merge(fromB)
        a.merge(fromB)
        b.merge(fromA)
        expect(all(a)).toEqual(all(b))
      }),
    )
  })
})

it('remembers a bounded number of scopes: past it all are purged at once', () => {
  const epochs = createEpochs(2)
  const before = epochs.of('never purged')
  for (const scope of ['a', 'b', 'c']) epochs.purge(scope)
  expect(epochs.of('never purged')).not.toBe(before)
  expect(epochs.snapshot()).toEqual({ everywhere: 1, scopes: {} })
})
