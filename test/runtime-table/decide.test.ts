import { describe, expect, test } from 'vitest'
import { decide, decideFacts } from '../../runtime/table/decide.ts'
import type { Action } from '../../schemas/generated/decision-table.ts'
import { containsAxis, cutsAxis, modelAxis, valuesAxis } from '../support/axes.ts'
import { loaded } from '../support/loaded.ts'
import { requestView, someState } from '../support/request-view.ts'
import { use } from '../support/table-builder.ts'

const mini = 'openai/gpt-4.1-mini'
const big = 'openai/gpt-4.1'
const opus = 'anthropic/claude-opus-4.8'
const deny = (message: string, status = 403): Action => ({ kind: 'deny', message, status })
const neverUse = (...models: string[]): Action => ({ kind: 'never-use', models })
const team = valuesAxis('team', ['interns', 'platform'])
const interns = { team: [0] }

describe('facts are read only when a rule depends on them', () => {
  const axes = [team, cutsAxis('input_tokens', [8_000])]
  const route = [
    { allow: interns, action: use(mini), rule: 'interns' },
    { allow: { input_tokens: [1] }, action: use(opus), rule: 'long' },
    { allow: {}, action: use(big), rule: 'rest' },
  ]

  test('a rule that stands before every dear fact decides without it', () => {
    let scans = 0
    const view = requestView({ identity: { team: 'interns' }, onConversation: () => scans++ })
    const decision = decide(loaded({ axes, route }), view, someState())
    expect(decision.rule).toBe('main.route#interns')
    expect(scans).toBe(0)
    expect(decision.facts).toEqual({ team: 'interns' })
  })

  test('a rule that reads the messages makes them be read', () => {
    let scans = 0
    const view = requestView({
      identity: { team: 'platform' },
      conversation: { inputTokens: 9_000 },
      onConversation: () => scans++,
    })
    const decision = decide(loaded({ axes, route }), view, someState())
    expect(decision.rule).toBe('main.route#long')
    expect(scans).toBe(1)
    expect(decision.facts).toEqual({ team: 'platform', input_tokens: 9_000 })
  })

  test('a guard deny ends before facts of the route', () => {
    let scans = 0
    const guard = [{ allow: interns, action: deny('No interns.'), rule: 'guard:1' }]
    const view = requestView({ identity: { team: 'interns' }, onConversation: () => scans++ })
    const decision = decide(loaded({ axes, guard, route: route.slice(1) }), view, someState())
    expect(decision).toMatchObject({
      rule: 'main.route#guard:1',
      outcome: { kind: 'deny', message: 'No interns.', status: 403 },
    })
    expect(decision.cache.mode).toBe('off')
    expect(scans).toBe(0)
  })
})

describe('guard', () => {
  const axes = [team]
  const route = [{ allow: {}, action: use(big), rule: 'rest' }]

  test('the first deny in source order picks message and status, the trace lists every row', () => {
    const guard = [
      { allow: { team: [1] }, action: deny('Other.'), rule: 'guard:1' },
      { allow: interns, action: neverUse(opus), rule: 'guard:2' },
      { allow: interns, action: deny('First.', 451), rule: 'guard:3' },
      { allow: interns, action: deny('Second.', 400), rule: 'guard:4' },
      { allow: {}, action: deny('First.', 451), rule: 'guard:3' },
    ]
    const decision = decideFacts(loaded({ axes, guard, route }), { team: 'interns' })
    expect(decision.outcome).toEqual({ kind: 'deny', message: 'First.', status: 451 })
    expect(decision.rule).toBe('main.route#guard:3')
    expect(decision.guard).toEqual(['main.route#guard:2', 'main.route#guard:3', 'main.route#guard:4'])
  })

  test('no matching row: the request passes', () => {
    const guard = [{ allow: interns, action: deny('No.') }]
    const decision = decideFacts(loaded({ axes, guard, route }), { team: 'platform' })
    expect(decision).toMatchObject({ rule: 'main.route#rest', outcome: { kind: 'route' } })
    expect(decision.guard).toEqual([])
  })
})

describe('never use', () => {
  const chain: Action = {
    kind: 'chain',
    stages: [
      { pick: 'cheapest', models: [opus, mini], on: [], shown: 'cheapest of {…}' },
      { pick: 'model', models: [opus], on: ['429'], shown: opus },
      { pick: 'model', models: [big], on: ['timeout'], shown: big },
    ],
  }
  const guard = [{ allow: interns, action: neverUse(opus), rule: 'no_opus' }]
  const axes = [team, modelAxis([mini, big, opus])]

  test('takes its models out of every stage, and a stage that is empty is gone', () => {
    const { outcome } = decideFacts(loaded({ axes, guard, route: [{ allow: {}, action: chain }] }), {
      team: 'interns',
    })
    expect(outcome).toEqual({
      kind: 'route',
      stages: [
        { kind: 'models', pick: 'cheapest', models: [mini], on: [] },
        { kind: 'models', pick: 'model', models: [big], on: ['timeout'] },
      ],
    })
  })

  test('leaves other requests their chain', () => {
    const { outcome } = decideFacts(loaded({ axes, guard, route: [{ allow: {}, action: chain }] }), {
      team: 'platform',
    })
    expect(outcome).toMatchObject({
      stages: [{ models: [opus, mini] }, { models: [opus] }, { models: [big] }],
    })
  })

  test('an empty chain denies and names the guard rule', () => {
    const table = loaded({ axes, guard, route: [{ allow: {}, action: use(opus), rule: 'only' }] })
    const decision = decideFacts(table, { team: 'interns' })
    expect(decision.rule).toBe('main.route#no_opus')
    expect(decision.outcome).toMatchObject({ kind: 'deny', status: 403 })
    expect(decision.outcome.kind === 'deny' && decision.outcome.message).toContain('main.route#no_opus')
  })

  test('what is left may be the deny at the end of the chain', () => {
    const last: Action = {
      kind: 'chain',
      stages: [
        { pick: 'model', models: [opus], on: [], shown: opus },
        { pick: 'deny', models: [], on: ['429'], message: 'No capacity.', status: 503, shown: 'deny' },
      ],
    }
    const table = loaded({ axes, guard, route: [{ allow: {}, action: last, rule: 'eu' }] })
    expect(decideFacts(table, { team: 'interns' })).toMatchObject({
      rule: 'main.route#eu',
      outcome: { kind: 'deny', message: 'No capacity.', status: 503 },
    })
    expect(decideFacts(table, { team: 'platform' }).outcome).toMatchObject({
      kind: 'route',
      stages: [{ models: [opus] }, { kind: 'deny' }],
    })
  })

  test('reaches the model that was asked for', () => {
    const asked: Action = { kind: 'chain', stages: [{ pick: 'asked', models: [], on: [], shown: 'asked' }] }
    const table = loaded({ axes, guard, route: [{ allow: {}, action: asked, rule: 'asked' }] })
    expect(decideFacts(table, { team: 'interns', model: opus }).outcome).toMatchObject({
      kind: 'deny',
      status: 403,
    })
    expect(decideFacts(table, { team: 'interns', model: mini }).outcome).toMatchObject({
      kind: 'route',
      stages: [{ model: mini }],
    })
  })
})

describe('asked', () => {
  const asked: Action = { kind: 'chain', stages: [{ pick: 'asked', models: [], on: [], shown: 'asked' }] }
  const table = loaded({ axes: [modelAxis([big])], route: [{ allow: {}, action: asked, rule: 'asked' }] })

  test.each([
    ['openai/gpt-4.1', big],
    ['gpt-4.1', big],
    ['auto', undefined],
    ['gpt‑4.1', undefined],
    ['no-such-model', undefined],
    [undefined, undefined],
  ])('%s is %s', (model, id) => {
    const { outcome } = decide(table, requestView({ body: { model } }), someState())
    expect(outcome).toEqual({ kind: 'route', stages: [{ kind: 'asked', model: id, on: [] }] })
  })
})

test('a route that matches nothing denies', () => {
  const table = loaded({ axes: [team], route: [{ allow: interns, action: use(mini) }] })
  expect(decideFacts(table, {})).toMatchObject({
    rule: 'gwc#no-route',
    outcome: { kind: 'deny', status: 403 },
  })
})

test('of a prompt the decision tells which literals were found, never a word of it', () => {
  const axes = [containsAxis('prompt', 'Password'), containsAxis('prompt', 'ssh-rsa')]
  const route = [
    { allow: { 'prompt contains ssh-rsa': [1] }, action: use(mini), rule: 'keys' },
    { allow: { 'prompt contains Password': [1] }, action: use(mini), rule: 'secret' },
    { allow: {}, action: use(big), rule: 'rest' },
  ]
  const view = requestView({ conversation: { text: 'my PASSWORD is hunter2' } })
  const decision = decide(loaded({ axes, route }), view, someState())
  expect(decision.rule).toBe('main.route#secret')
  expect(decision.facts).toEqual({ prompt: ['Password'] })
  expect(JSON.stringify(decision)).not.toContain('hunter2')
})

test('a letter beyond ASCII is another letter: the Kelvin sign is no k', () => {
  const axes = [containsAxis('prompt', 'key')]
  const table = loaded({
    axes,
    route: [
      { allow: { 'prompt contains key': [1] }, action: use(mini), rule: 'key' },
      { allow: {}, action: use(big), rule: 'rest' },
    ],
  })
  const ruleOf = (text: string): string =>
    decide(table, requestView({ conversation: { text } }), someState()).rule
  expect(ruleOf('a KEY')).toBe('main.route#key')
  expect(ruleOf('a \u212Aey')).toBe('main.route#rest')
})

test('a decision keeps its facts when the next one is made', () => {
  const table = loaded({
    axes: [team],
    route: [
      { allow: interns, action: use(mini) },
      { allow: {}, action: use(big) },
    ],
  })
  const first = decide(table, requestView({ identity: { team: 'interns' } }), someState())
  decide(table, requestView({ identity: { team: 'platform' } }), someState())
  expect(first.facts).toEqual({ team: 'interns' })
})
