import { describe, expect, test } from 'vitest'
import { digestOf, keyShape, makeKey } from '../../runtime/identity/key-format.ts'
import { anonymous, keyIndex } from '../../runtime/identity/keys.ts'

const key = makeKey()
const other = makeKey()
const now = Date.parse('2026-11-22T12:00:00Z')
const index = keyIndex([
  {
    digest: digestOf(key),
    name: 'laptop',
    org: 'acme',
    team: 'search',
    cost_center: 'c7',
    models: ['openai/*'],
  },
  { digest: digestOf('an old key of another system') },
  { digest: digestOf(other), expires: '2026-11-22T12:00:01Z' },
])

describe('the form of a key', () => {
  test('is gwc_, 43 characters of 256 bits and 6 of checksum', () => {
    expect(key).toMatch(/^gwc_[A-Za-z0-9_-]{49}$/)
    expect(keyShape(key)).toBe('key')
    expect(makeKey(() => new Uint8Array(32))).toBe(makeKey(() => new Uint8Array(32)))
    expect(key).not.toBe(other)
  })

  test('shows a typing mistake at any place', () => {
    for (let at = 4; at < key.length; at++) {
      const wrong = `${key.slice(0, at)}${key[at] === 'x' ? 'y' : 'x'}${key.slice(at + 1)}`
      expect(keyShape(wrong)).toBe('typo')
    }
    expect(keyShape(key.slice(0, -1))).toBe('typo')
    expect(keyShape('sk-123')).toBe('foreign')
  })
})

describe('identify', () => {
  test.each([
    ['a bearer token', ['Host', 'x', 'Authorization', `Bearer ${key}`]],
    ['in any case of the words', ['AUTHORIZATION', `bearer  ${key}`]],
    ['x-api-key', ['X-Api-Key', key]],
    ['x-goog-api-key', ['x-goog-api-key', key]],
    ['the same key twice', ['x-api-key', key, 'Authorization', `Bearer ${key}`]],
  ])('%s', (_, headers) => {
    expect(index.identify(headers, now)).toEqual({
      ok: true,
      identity: {
        key: 'laptop',
        org: 'acme',
        team: 'search',
        claims: { cost_center: 'c7' },
        models: ['openai/*'],
      },
    })
  })

  test('the query of a Gemini client', () => {
    expect(index.identify([], now, key).ok).toBe(true)
    expect(index.identify(['x-api-key', other], now, key)).toMatchObject({ reason: 'conflicting' })
  })

  test('any string may be a key; without a name it is called by its digest', () => {
    const digest = digestOf('an old key of another system')
    expect(index.identify(['x-api-key', 'an old key of another system'], now)).toMatchObject({
      ok: true,
      identity: { key: digest.slice(7, 15) },
    })
  })

  test('until it expires', () => {
    expect(index.identify(['x-api-key', other], now).ok).toBe(true)
    expect(index.identify(['x-api-key', other], now + 1_000)).toMatchObject({ ok: false, reason: 'expired' })
  })

  test.each([
    ['missing', [] as string[]],
    ['unknown', ['authorization', 'Bearer sk-123']],
    ['unknown', ['x-api-key', `${key.slice(0, -1)}!`]],
    ['unknown', ['x-api-key', digestOf(key)]],
    ['malformed', ['authorization', 'Basic dTpw']],
    ['malformed', ['authorization', 'Bearer']],
    ['malformed', ['x-api-key', '']],
    ['malformed', ['x-api-key', 'a'.repeat(16_000)]],
    ['conflicting', ['authorization', `Bearer ${key}`, 'authorization', `Bearer ${other}`]],
    ['conflicting', ['authorization', `Bearer ${key}`, 'x-api-key', other]],
  ])('%s: %j', (reason, headers) => {
    const result = index.identify(headers, now)
    expect(result).toMatchObject({ ok: false, reason })
    expect(result.ok || result.message).not.toContain(key)
  })

  test('a mistyped key is told so', () => {
    expect(index.identify(['x-api-key', key.slice(0, -1)], now)).toMatchObject({
      message: expect.stringContaining('mistyped') as string,
    })
    expect(index.identify(['x-api-key', 'sk-123'], now)).toMatchObject({
      message: expect.not.stringContaining('mistyped') as string,
    })
  })

  test('an open gateway lets anyone in as anonymous, whatever key is sent', () => {
    const open = keyIndex('open')
    for (const headers of [[], ['authorization', 'Bearer sk-1'], ['x-api-key', '']])
      expect(open.identify(headers, now)).toEqual({ ok: true, identity: anonymous })
  })

  test('the index holds digests, never a key', () => {
    const { heapSnapshotted, ...rest } = { heapSnapshotted: JSON.stringify([key]), ...index }
    expect(heapSnapshotted).toContain(key)
    expect(JSON.stringify(rest)).not.toContain(key)
  })
})

test('whoever sends no key is told the header of each dialect', () => {
  const found = keyIndex([]).identify([], 0)
  const headers = ['Authorization: Bearer KEY', 'x-api-key', 'x-goog-api-key']
  for (const header of headers) expect(found.ok ? '' : found.message).toContain(header)
})
