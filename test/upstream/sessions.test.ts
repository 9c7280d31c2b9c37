import { describe, expect, test } from 'vitest'
import { promptPrefix, sharedBytes } from '../../runtime/upstream/prompt-prefix.ts'
import { PromptSession } from '../../runtime/upstream/prompt-session.ts'
import { memorySessions, remember } from '../../runtime/upstream/sessions.ts'
import type { Sessions } from '../../runtime/upstream/sessions.ts'
import { fc } from '../support/fast-check.ts'

const said = (text: string): readonly Buffer[] => [Buffer.from(text)]

describe('what two prompts share', () => {
  test('is never more than they do, and at most a third of it and 16 bytes less', () =>
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40_000, size: 'max' }),
        fc.integer({ min: 0, max: 40_000 }),
        (bytes, at) => {
          const same = Math.min(at, bytes.length)
          const other = Buffer.concat([bytes.subarray(0, same), Buffer.from([bytes[same] === 0 ? 1 : 0])])
          const shared = sharedBytes(promptPrefix([Buffer.from(bytes)]), promptPrefix([other]))
          expect(shared).toBeLessThanOrEqual(same)
          expect(shared).toBeGreaterThanOrEqual(Math.floor((same * 2) / 3) - 16)
        },
      ),
    ))

  test('does not hang on the pieces that a prompt stands in', () =>
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 3_000 }), { maxLength: 6 }), (parts) => {
        const whole = promptPrefix([Buffer.concat(parts)])
        expect(promptPrefix(parts.map((part) => Buffer.from(part)))).toEqual(whole)
      }),
    ))

  test('a prompt of any size has few marks', () => {
    expect(promptPrefix(said('x'.repeat(8_000_000))).marks.length).toBeLessThan(200)
  })
})

describe('a session', () => {
  const base = 'You are kind. '.repeat(40)

  function at(
    sessions: Sessions,
    nowMs: number,
    text: string,
    more: { readonly holds?: boolean; readonly isNamed?: boolean } = {},
  ): PromptSession {
    const input = {
      sessions,
      id: 'key session',
      rule: 'main.route#all',
      holds: true,
      now: () => nowMs,
      ...more,
    }
    return new PromptSession({ ...input, parts: said(text) })
  }

  test('holds the model that answered, for five minutes after its last answer', () => {
    const sessions = memorySessions()
    at(sessions, 0, base).answered(0, 'acme/large')
    expect(at(sessions, 299_999, `${base}And then?`).held(0)).toBe('acme/large')
    expect(at(sessions, 300_000, `${base}And then?`).held(0)).toBeUndefined()
    at(sessions, 200_000, `${base}And then?`).answered(0, 'acme/large')
    expect(at(sessions, 400_000, `${base}And then? And then?`).held(0)).toBe('acme/large')
  })

  test('asks for an hour once it has paused for 4 to 60 minutes, and goes on to', () => {
    const sessions = memorySessions()
    const [minute, hour] = [60_000, 3_600_000]
    expect(at(sessions, 0, base).ttl).toBe('5m')
    at(sessions, 0, base).answered(0, 'acme/large')
    expect(at(sessions, 4 * minute - 1, base).ttl).toBe('5m')
    expect(at(sessions, 4 * minute, base).ttl).toBe('1h')
    expect(at(sessions, hour, base).ttl).toBe('1h')
    expect(at(sessions, hour + 1, base).ttl).toBe('5m')
    at(sessions, hour, base).answered(0, 'acme/large', '1h')
    expect(at(sessions, hour + 1, base).ttl).toBe('1h')
    expect(at(sessions, 2 * hour - 1, base).held(0)).toBe('acme/large')
  })

  test('is named to providers by a digest, where the client itself names it', () => {
    const named = at(memorySessions(), 0, base, { isNamed: true }).cacheKey
    expect(named).toMatch(/^[\w-]{43}$/)
    expect(at(memorySessions(), 9, 'Else.', { isNamed: true }).cacheKey).toBe(named)
    expect(at(memorySessions(), 0, base).cacheKey).toBeUndefined()
  })

  test('for an hour where the request asks its provider for one', () => {
    const sessions = memorySessions()
    const marked = `${base}{"cache_control":{"type":"ephemeral","ttl":"1h"}}`
    at(sessions, 0, marked).answered(0, 'acme/large')
    expect(at(sessions, 3_599_999, marked).held(0)).toBe('acme/large')
    expect(at(sessions, 3_600_000, marked).held(0)).toBeUndefined()
  })

  test('takes anew when less than a fifth of the prompt is what the model has had', () => {
    const sessions = memorySessions()
    at(sessions, 0, base).answered(0, 'acme/large')
    expect(at(sessions, 1, base + 'y'.repeat(3 * base.length)).held(0)).toBe('acme/large')
    expect(at(sessions, 1, base + 'y'.repeat(5 * base.length)).held(0)).toBeUndefined()
    expect(at(sessions, 1, `z${base}`).held(0)).toBeUndefined()
  })

  test('each stage has a pick of its own; without `affinity session` none is held, but what is warm is known', () => {
    const sessions = memorySessions()
    at(sessions, 0, base).answered(0, 'acme/large')
    at(sessions, 0, base).answered(1, 'acme/small')
    expect([0, 1, 2].map((stage) => at(sessions, 1, base).held(stage))).toEqual([
      'acme/large',
      'acme/small',
      undefined,
    ])
    expect(at(sessions, 1, base, { holds: false }).held(0)).toBeUndefined()
    expect(at(sessions, 1, base, { holds: false }).warmBytes('acme/large')).toBeGreaterThan(0.8 * base.length)
  })

  test('a helper with a prompt of its own does not make the session forget', () => {
    const sessions = memorySessions()
    at(sessions, 0, base).answered(0, 'acme/large')
    for (let turn = 1; turn < 20; turn++)
      at(sessions, turn, `${turn}: give this a title. `.repeat(4)).answered(1, 'acme/small')
    expect(at(sessions, 20, `${base}Go on.`).held(0)).toBe('acme/large')
  })

  test('sessions are bounded: the one that was unused for longest is forgotten', () => {
    const sessions = memorySessions(2)
    const served = { model: 'acme/large', prefix: promptPrefix([]), atMs: 0, ttlMs: 1 }
    for (const id of ['a', 'b', 'a', 'c']) sessions.keep(id, remember(sessions.recall(id), '0', served))
    expect(['a', 'b', 'c'].map((id) => sessions.recall(id) !== undefined)).toEqual([true, false, true])
  })
})
