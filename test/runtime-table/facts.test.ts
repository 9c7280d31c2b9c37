import { describe, expect, test } from 'vitest'
import { parseNetwork } from '../../core/address.ts'
import { builtinFacts } from '../../core/facts.ts'
import type { FactType, FactValue } from '../../core/types.ts'
import { decide } from '../../runtime/table/decide.ts'
import type { RefusedValue } from '../../runtime/table/facts.ts'
import { builtinReaders } from '../../runtime/table/facts.ts'
import { readWireValue } from '../../runtime/table/wire-value.ts'
import { valuesAxis } from '../support/axes.ts'
import { loaded } from '../support/loaded.ts'
import type { ViewSpec } from '../support/request-view.ts'
import { requestView, someState } from '../support/request-view.ts'
import { use } from '../support/table-builder.ts'

const read = (fact: string, spec: ViewSpec = {}): FactValue | RefusedValue | undefined =>
  builtinReaders.get(fact)?.(requestView(spec), someState())

test('every built-in fact has a reader, and there is no other', () => {
  expect([...builtinReaders.keys()].toSorted()).toEqual(builtinFacts.map((row) => row.name).toSorted())
})

test('a request gives each built-in fact a value of its type, or none where it may lack it', () => {
  const types: Record<string, string> = {
    bool: 'boolean',
    number: 'number',
    enum: 'string',
    string: 'string',
    text: 'string',
    model: 'string',
  }
  for (const row of builtinFacts) {
    const value = read(row.name)
    if (value === undefined) expect(row.optional || row.default !== undefined, row.name).toBe(true)
    else expect(typeof value, row.name).toBe(types[row.type.kind])
  }
})

test('client_address: the connection’s end, or what trusted proxies say of it', () => {
  const spec = { remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': '192.0.2.7' } }
  const trustedProxies = [parseNetwork('10.0.0.0/8')!]
  expect(read('client_address', spec)).toBe('10.0.0.1')
  expect(builtinReaders.get('client_address')?.(requestView(spec), someState({ trustedProxies }))).toBe(
    '192.0.2.7',
  )
})

describe('client: by headers that only it sends', () => {
  test.each<[string, Record<string, string>, string | undefined]>([
    [
      'Claude Code',
      { 'x-claude-code-session-id': 's', 'x-stainless-lang': 'js', 'anthropic-version': '2023-06-01' },
      'claude_code',
    ],
    [
      'Qwen Code, which says it is claude-cli',
      {
        'user-agent': 'claude-cli/0.24.4 (external, cli)',
        'x-app': 'cli',
        'x-stainless-lang': 'js',
        'anthropic-version': '2023-06-01',
      },
      'anthropic_sdk',
    ],
    ['Codex', { originator: 'codex_exec', 'session-id': 's' }, 'codex'],
    ['opencode', { 'x-session-affinity': 'ses_1' }, 'opencode'],
    ['Copilot', { 'x-initiator': 'agent', 'x-interaction-type': 'conversation' }, 'copilot'],
    [
      'Gemini CLI',
      { 'user-agent': 'GeminiCLI-tui/0.61.0', 'x-goog-api-client': 'google-genai-sdk/1.30.0' },
      'gemini_cli',
    ],
    ['a User-Agent alone', { 'user-agent': 'GeminiCLI-tui/0.61.0' }, undefined],
    ['the openai SDK', { 'x-stainless-lang': 'js' }, 'openai_sdk'],
    ['curl', { 'user-agent': 'curl/8' }, undefined],
  ])('%s', (_, headers, client) => {
    expect(read('client', { headers })).toBe(client)
  })
})

describe('session', () => {
  test.each<[string, ViewSpec, string | undefined]>([
    ['Claude Code', { headers: { 'x-claude-code-session-id': 'abc' } }, 'abc'],
    ['Codex', { headers: { 'session-id': 'thread-1' } }, 'thread-1'],
    [
      'metadata.user_id as JSON',
      { body: { metadata: { user_id: '{"device_id":"d","session_id":"s9"}' } } },
      's9',
    ],
    ['metadata.user_id as a plain name', { body: { metadata: { user_id: 'user-7' } } }, undefined],
    [
      'metadata.user_id that is broken JSON',
      { body: { metadata: { user_id: '{"session_id":' } } },
      undefined,
    ],
    ['an endless header', { headers: { 'x-session-id': 'x'.repeat(10_000) } }, undefined],
  ])('%s', (_, spec, session) => {
    expect(read('session', spec)).toBe(session)
  })
})

describe('model_allowed', () => {
  test.each<[readonly string[] | undefined, string | undefined, boolean]>([
    [undefined, 'anything', true],
    [['openai/*'], 'gpt-4.1', true],
    [['openai/*'], 'openai/gpt-4.1', true],
    [['openai/gpt-4.1'], 'gpt-4.1', true],
    [['openai/*'], 'claude-opus-4.8', false],
    [['openai/*'], 'auto', false],
    [['auto', 'openai/*'], 'auto', true],
    [['openai/*'], undefined, false],
    [[], 'gpt-4.1', false],
  ])('a key with %j asks for %s: %s', (models, model, allowed) => {
    expect(read('model_allowed', { identity: { models }, body: { model } })).toBe(allowed)
  })
})

describe('what the wire says of a declared fact', () => {
  test.each<[FactType, string, FactValue]>([
    [{ kind: 'bool' }, 'true', true],
    [{ kind: 'enum', values: ['low', 'high'], open: false }, 'low', 'low'],
    [{ kind: 'enum', values: ['low', 'high'], open: true }, 'odd', 'odd'],
    [{ kind: 'string' }, 'as it is', 'as it is'],
    [{ kind: 'strings' }, 'a, b,,c', ['a', 'b', 'c']],
    [{ kind: 'number', unit: 'integer' }, '-3', -3],
    [{ kind: 'number', unit: 'tokens' }, '4096', 4096],
    [{ kind: 'number', unit: 'decimal' }, '0.12345', 0.12345],
    [{ kind: 'number', unit: 'money' }, '0.02', 20_000_000],
    [{ kind: 'number', unit: 'percent' }, '12.5', 1_250],
    [{ kind: 'number', unit: 'duration' }, '1500', 1_500],
    [{ kind: 'number', unit: 'score' }, '0.8', 800],
    [{ kind: 'number', unit: 'time' }, '09:30', 570],
  ])('%j takes %s', (type, text, value) => {
    expect(readWireValue(type, text)).toEqual({ ok: true, value })
  })

  test.each<[FactType, string, string]>([
    [{ kind: 'bool' }, 'yes', 'true or false'],
    [{ kind: 'enum', values: ['low', 'high'], open: false }, 'Low', 'one of low, high'],
    [{ kind: 'number', unit: 'integer' }, '1.5', 'a whole number'],
    [{ kind: 'number', unit: 'integer' }, '1e3', 'a whole number'],
    [{ kind: 'number', unit: 'integer' }, '9007199254740993', 'a whole number'],
    [{ kind: 'number', unit: 'decimal' }, 'NaN', 'a number such as 0.25'],
    [{ kind: 'number', unit: 'money' }, '$1', 'dollars such as 0.02'],
    [{ kind: 'number', unit: 'money' }, '-1', 'dollars such as 0.02'],
    [{ kind: 'number', unit: 'score' }, '1.2', 'a score between 0 and 1 with at most three decimals'],
    [{ kind: 'number', unit: 'integer', min: 1, max: 5 }, '6', 'at most 5'],
    [{ kind: 'number', unit: 'integer', min: 1, max: 5 }, '0', 'at least 1'],
    [{ kind: 'number', unit: 'integer' }, '9'.repeat(100_000), 'a whole number'],
  ])('%j refuses %.20s', (type, text, wants) => {
    expect(readWireValue(type, text)).toEqual({ ok: false, wants })
  })
})

describe('a declared fact', () => {
  const risk = valuesAxis('risk', ['low', 'high'], {
    type: { kind: 'enum', values: ['low', 'high'], open: false },
    origin: { kind: 'header', name: 'X-Risk' },
  })
  const route = [
    { allow: { risk: [1] }, action: use('openai/b'), rule: 'high' },
    { allow: {}, action: use('openai/a'), rule: 'rest' },
  ]

  test('comes from its header, whose name has no case', () => {
    const decision = decide(
      loaded({ axes: [risk], route }),
      requestView({ headers: { 'x-risk': 'high' } }),
      someState(),
    )
    expect(decision).toMatchObject({ rule: 'main.route#high', facts: { risk: 'high' } })
  })

  test('refuses a value outside its closed list, whatever the rules would say', () => {
    const first = [{ allow: {}, action: use('openai/a'), rule: 'all' }]
    const table = loaded({ axes: [risk], route: [...first, ...route] })
    const { outcome } = decide(table, requestView({ headers: { 'x-risk': 'hihg' } }), someState())
    expect(outcome).toMatchObject({ kind: 'refused', fact: 'risk' })
    expect(outcome.kind === 'refused' && outcome.message).toBe(
      'The fact `risk` comes from header `X-Risk` and takes one of low, high, not "hihg".',
    )
  })

  test('reads metadata and claims, and nothing that they inherit', () => {
    const center = valuesAxis('center', ['c1'], { origin: { kind: 'key', name: 'constructor' } })
    const kind = valuesAxis('kind', ['k1'], { origin: { kind: 'metadata', name: 'kind' } })
    const rows = [
      { allow: { center: [0], kind: [0] }, action: use('openai/b'), rule: 'both' },
      { allow: { center: [2] }, action: use('openai/a'), rule: 'absent' },
    ]
    const table = loaded({ axes: [center, kind], route: rows })
    expect(decide(table, requestView({}), someState()).rule).toBe('main.route#absent')
    const view = requestView({
      identity: { claims: { constructor: 'c1' } },
      body: { metadata: { kind: 'k1' } },
    })
    expect(decide(table, view, someState()).rule).toBe('main.route#both')
  })
})
