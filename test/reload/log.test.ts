import { expect, test } from 'vitest'
import { openLog } from '../../runtime/log.ts'
import { decide } from '../../runtime/table/decide.ts'
import { beginTrace, traceEntry } from '../../runtime/trace.ts'
import { validate } from '../../schemas/generated/traffic-log.validate.js'
import { containsAxis, valuesAxis } from '../support/axes.ts'
import { loaded } from '../support/loaded.ts'
import { requestView, someState } from '../support/request-view.ts'
import { use } from '../support/table-builder.ts'

function someTrace(team: string): ReturnType<typeof beginTrace> {
  const axes = [valuesAxis('key', []), valuesAxis('team', [team]), containsAxis('prompt', 'password')]
  const table = loaded({
    axes,
    guard: [{ allow: { team: [0] }, action: { kind: 'never-use', models: ['openai/b'] }, rule: 'guard:1' }],
    route: [
      { allow: { key: [0], 'prompt contains password': [1] }, action: use('openai/a'), rule: 'secret' },
      { allow: {}, action: use('openai/a'), rule: 'rest' },
    ],
  })
  const trace = beginTrace('r1', Date.parse('2026-11-22T12:00:00Z'), table.version)
  trace.decision = decide(
    table,
    requestView({ identity: { key: 'laptop', team }, conversation: { text: 'the password is canary' } }),
    someState(),
  )
  trace.attempts.push(
    { provider: 'openai', model: 'openai/a', stage: 0, outcome: '429', status: 429, ms: 12.5 },
    { provider: 'openai', model: 'openai/a', stage: 0, outcome: 'ok', status: 200, ms: 80 },
  )
  return Object.assign(trace, {
    cache: 'miss',
    provider: 'openai',
    model: 'openai/a',
    status: 200,
    latencyMs: 93.1,
    firstTokenMs: 40,
    usage: { input: 10, output: 3 },
    cost: 1_234,
  })
}

function lines(
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent',
  write: (log: ReturnType<typeof openLog>) => void,
): readonly Record<string, unknown>[] {
  const chunks: string[] = []
  write(openLog(level, { write: (chunk) => void chunks.push(chunk) }))
  return chunks
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('a request is one line that the traffic log takes: facts, rule, attempts, cost', () => {
  const [line, ...more] = lines('info', (log) => log.request(someTrace('search')))
  expect(more).toEqual([])
  expect(validate(line), JSON.stringify(validate.errors)).toBe(true)
  expect(line).toMatchObject({
    level: 'info',
    at: '2026-11-22T12:00:00.000Z',
    requestId: 'r1',
    rule: 'main.route#secret',
    guard: ['main.route#guard:1'],
    facts: { key: 'laptop', team: 'search', prompt: ['password'] },
    cache: 'miss',
    attempts: [{ outcome: '429' }, { outcome: 'ok' }],
    usage: { input: 10, output: 3 },
    cost: 1_234,
  })
})

test('no word of a prompt reaches it', () => {
  expect(JSON.stringify(lines('debug', (log) => log.request(someTrace('search'))))).not.toContain('canary')
})

test('a request that was never decided is a line too', () => {
  const entry = traceEntry(Object.assign(beginTrace('r2', 0, 'v'), { status: 401, error: 'unknown_key' }))
  expect(validate(entry)).toBe(true)
  expect(entry).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    requestId: 'r2',
    policy: 'v',
    facts: {},
    rule: 'gwc#undecided',
    cache: 'off',
    status: 401,
    error: 'unknown_key',
  })
})

test('what a client sends cannot forge a line', () => {
  const forged = 'x"}\n{"level":"info","rule":"fake"}\u001b[2J\r'
  const written = lines('info', (log) => log.request(someTrace(forged)))
  expect(written).toHaveLength(1)
  expect(written[0]).toMatchObject({ facts: { team: forged } })
})

test('levels', () => {
  const write = (log: ReturnType<typeof openLog>): void => {
    log.request(someTrace('a'))
    log.info('started', { port: 1 })
    log.warn('careful')
    log.error('broken', { diagnostics: 'line 1\nline 2' })
  }
  expect(lines('info', write).map((line) => line['level'])).toEqual(['info', 'info', 'warn', 'error'])
  expect(lines('error', write)).toMatchObject([
    {
      level: 'error',
      message: 'broken',
      diagnostics: 'line 1\nline 2',
      at: expect.stringMatching(/Z$/) as string,
    },
  ])
  expect(lines('silent', write)).toEqual([])
})

test('what may hold a secret is left out, whoever passes it', () => {
  expect(
    lines('info', (log) =>
      log.info('x', { authorization: 'Bearer canary', password: 'canary', body: 'canary', port: 1 }),
    )[0],
  ).toEqual({ level: 'info', at: expect.any(String) as string, port: 1, message: 'x' })
})
