import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { digestOf, makeKey } from '../../runtime/identity/key-format.ts'
import { keyIndex } from '../../runtime/identity/keys.ts'
import type { FindKey } from '../../runtime/identity/keys.ts'
import { fc } from '../support/fast-check.ts'
import { noteFigure, rounds } from '../support/figures.ts'

const secret = makeKey()
const index = keyIndex([{ digest: digestOf(secret), name: 'tester' }])
const identify = (key: string, managed?: FindKey) =>
  index.identify(['authorization', `Bearer ${key}`], 0, undefined, managed)

/** A key that differs in one character. */
const nearKey = fc
  .tuple(fc.nat(secret.length - 1), fc.constantFrom('a', 'b', 'X', 'Y', '0', '9', '-', '_'))
  .map(([at, letter]) => secret.slice(0, at) + letter + secret.slice(at + 1))
  .filter((near) => near !== secret)

test('S02 a key is looked up by the digest of all of it: one that differs in a character is no nearer than any other', () => {
  fc.assert(
    fc.property(nearKey, (near) => {
      const asked: string[] = []
      const find = (digest: string): undefined => void asked.push(digest)
      expect(identify(near, { find, isCurrent: true })).toMatchObject({ ok: false, reason: 'unknown' })
      expect(asked).toEqual([hash('sha256', near, 'hex')])
    }),
  )
  expect(identify(secret)).toMatchObject({ ok: true })
})

test('S02 an entry under a digest that is not its own lets nobody in', () => {
  const other = makeKey()
  const digest = Buffer.from(digestOf(secret).slice('sha256:'.length), 'hex')
  const identity = { key: 'other', claims: {}, models: undefined }
  const entry = { digest, expiresMs: Infinity, identity, sources: undefined }
  const answered = identify(other, { find: () => entry, isCurrent: true })
  expect(answered).toMatchObject({ ok: false, reason: 'unknown' })
})

/** Told and not asserted: a machine with other work has its own opinion of a microsecond. */
test('S02 what the lookup takes of near keys and of random ones is told', () => {
  const samples = rounds(20_000)
  const last = secret.endsWith('A') ? 'B' : 'A'
  const near = secret.slice(0, -1) + last
  const times: readonly [number[], number[]] = [[], []]
  for (let at = 0; at < samples * 2; at++) {
    const key = at % 2 === 0 ? near : secret.slice(0, 4) + makeKey().slice(4, -1) + last
    const from = process.hrtime.bigint()
    identify(key)
    times[at % 2 === 0 ? 0 : 1].push(Number(process.hrtime.bigint() - from))
  }
  expect(times.map(({ length }) => length)).toEqual([samples, samples])
  noteFigure(
    `S02 ${samples} lookups of a key that is right but for its last character, beside ${samples} random ones`,
    `Welch's t of the faster nine tenths of each: ${welch(faster(times[0]), faster(times[1])).toFixed(2)} (2.58 is p = 0.01)`,
  )
})

/** Without the tail: pauses of the collector and of the machine fall on either side by chance. */
function faster(times: readonly number[]): readonly number[] {
  return times.toSorted((a, b) => a - b).slice(0, Math.floor(times.length * 0.9))
}

/** How many standard errors two means lie apart. */
function welch(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [momentsOf(one), momentsOf(other)]
  return (a.mean - b.mean) / Math.sqrt(a.error + b.error)
}

/** A mean, and the variance of it. */
function momentsOf(all: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = all.reduce((sum, each) => sum + each, 0) / all.length
  const spread = all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (all.length - 1)
  return { mean, error: spread / all.length }
}
