import { describe, expect, test } from 'vitest'
import { artifactChecksum, sealArtifact } from '../../core/artifact-checksum.ts'
import { buildStringClasses } from '../../core/string-classes.ts'
import { loadTable } from '../../runtime/table/load.ts'
import type { Axis, DecisionTable, Table } from '../../schemas/generated/decision-table.ts'
import { containsAxis, cutsAxis, flagAxis, modelAxis, valuesAxis } from '../support/axes.ts'
import { loaded } from '../support/loaded.ts'
import { buildTable, bytesOf, use } from '../support/table-builder.ts'

const mini = 'openai/gpt-4.1-mini'
const big = 'openai/gpt-4.1'

const globs = buildStringClasses(['exact'], ['pay-*'])
if (!globs.ok) throw new Error('two patterns fit')

const projectAxis: Axis = {
  ...valuesAxis('project', []),
  count: globs.classes.length,
  missing: 0,
  classes: { kind: 'globs', dfa: globs.automaton },
}
const payClass = globs.classes.findIndex((each) => each.globs.length === 1)

/** A table with every kind of axis, every table and every kind of stage. */
const good = buildTable({
  axes: [
    valuesAxis('team', ['interns', 'platform']),
    projectAxis,
    modelAxis([mini, big]),
    flagAxis('stream'),
    cutsAxis('input_tokens', [1_000, 8_000]),
    containsAxis('prompt', 'secret'),
  ],
  guard: [
    {
      allow: { team: [0], model: [1] },
      action: { kind: 'deny', message: 'No.', status: 403 },
      rule: 'guard:1',
    },
    { allow: { team: [0] }, action: { kind: 'never-use', models: [big] }, rule: 'guard:2' },
  ],
  route: [
    {
      allow: { 'prompt contains secret': [1] },
      action: {
        kind: 'chain',
        stages: [
          { pick: 'deny', models: [], on: [], message: 'Secret.', status: 403, shown: 'deny "Secret."' },
        ],
      },
      rule: 'secret',
    },
    { allow: { project: [payClass], input_tokens: [2] }, action: use(mini, big), rule: 'pay' },
    {
      allow: { stream: [1] },
      action: {
        kind: 'chain',
        stages: [
          { pick: 'asked', models: [], on: [], shown: 'asked' },
          { pick: 'model', models: [mini], on: ['429'], shown: mini },
        ],
      },
      rule: 'asked',
    },
    { allow: {}, action: use(big), rule: 'rest' },
  ],
  cache: [
    {
      allow: { stream: [1] },
      action: { kind: 'cache', mode: 'off', ttlMs: 0, within: 'key' },
      rule: 'cache:1',
    },
    {
      allow: {},
      action: { kind: 'cache', mode: 'exact', ttlMs: 60_000, within: 'team' },
      rule: 'cache:default',
    },
  ],
  selfTest: [
    { team: 'interns', model: big },
    { team: 'platform', prompt: 'a SECRET' },
    { team: 'platform', project: 'pay-eu', input_tokens: 9_000 },
    { team: 'platform', project: 'exact', stream: true },
    {},
  ],
})

test('a built table loads, and its version is the SHA-256 of its bytes', async () => {
  const bytes = bytesOf(good)
  const result = loadTable(bytes)
  expect(result).toMatchObject({ ok: true })
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  expect(result.ok && result.table.version).toBe(Buffer.from(digest).toString('hex'))
})

test('white space between its values changes the version, not the checksum', () => {
  expect(loadTable(Buffer.from(JSON.stringify(good, undefined, 2))).ok).toBe(true)
})

test('a table without a checksum is held to its self-test alone', () => {
  const { checksum: _, ...rest } = good
  expect(loadTable(bytesOf(rest)).ok).toBe(true)
})

/** A mutant whose checksum fits, so that the check under test is what refuses it. */
function altered(change: (table: DecisionTable) => void): Buffer {
  const copy = structuredClone(good)
  change(copy)
  return bytesOf(sealArtifact(copy))
}

/** The same with a form that the types forbid. */
function misshapen(path: readonly (string | number)[], value: unknown): Buffer {
  return altered((table) => {
    let place: Record<string | number, unknown> = table as never
    for (const step of path.slice(0, -1)) place = place[step] as Record<string | number, unknown>
    place[path.at(-1) ?? ''] = value
  })
}

const changeTable = (name: keyof DecisionTable['tables'], change: Partial<Table>): Buffer =>
  altered((table) => Object.assign(table.tables[name] ?? {}, change))
const changeAxis = (index: number, change: Partial<Axis>): Buffer =>
  altered((table) => Object.assign(table.axes[index] ?? {}, change))

const bits = (name: keyof DecisionTable['tables'], change: (words: Buffer) => Buffer): Buffer => {
  const words = Buffer.from(good.tables[name]?.bits ?? '', 'base64')
  return changeTable(name, { bits: change(words).toString('base64') })
}

function flip(words: Buffer, at: number, mask: number): Buffer {
  words[at] = (words[at] ?? 0) ^ mask
  return words
}

const whole = bytesOf(good)
const otherZone: DecisionTable = { ...good, zone: 'CET' }

const damaged: readonly (readonly [string, Buffer, RegExp])[] = [
  ['nothing', Buffer.alloc(0), /is not JSON/],
  ['half of it', whole.subarray(0, whole.length >> 1), /is not JSON/],
  ['all but its last byte', whole.subarray(0, -1), /is not JSON/],
  ['twice in one file', Buffer.concat([whole, whole]), /is not JSON/],
  ['a page of HTML', Buffer.from('<!doctype html>'), /is not JSON/],
  ['bytes that are not UTF-8', Buffer.concat([whole, Buffer.from([0xff])]), /is not JSON/],
  ['zeros, as a disk leaves after a crash', Buffer.alloc(4_096), /is not JSON/],
  ['another JSON', Buffer.from('{"hello":1}'), /not a decision table/],
  ['a JSON array', Buffer.from('[]'), /not a decision table/],
  ['null', Buffer.from('null'), /not a decision table/],
  ['a million brackets', Buffer.from('['.repeat(1_000_000)), /nests deeper than 64/],
  ['more than 64 MiB', Buffer.alloc(64 * 1024 * 1024 + 1, 0x20), /the limit is/],
  ['another format', misshapen(['format'], 'gwc.catalogue'), /not a decision table/],
  ['a later form', misshapen(['version'], 2), /form version 2; this version of gwc reads 1/],
  ['a form that is no number', misshapen(['version'], '1'), /form version "1"/],
  ['a feature this gwc lacks', misshapen(['requires'], ['compact']), /requires `compact`/],
  ['an unknown property', misshapen(['extra'], 1), /additional properties/],
  ['no tables', misshapen(['tables'], {}), /\/tables/],
  ['no self-test', misshapen(['selfTest'], undefined), /selfTest/],
  ['rows that are no number', misshapen(['tables', 'route', 'rows'], '4'), /\/tables\/route\/rows/],
  ['an unknown action', misshapen(['actions', 0, 'kind'], 'allow'), /\/actions\/0/],
  ['an unknown failure class', misshapen(['actions', 4, 'stages', 1, 'on'], ['402']), /\/actions\/4/],
  ['a zone of nowhere', misshapen(['zone'], 'Mars/Olympus'), /time zone/],
  ['a checksum of another file', bytesOf({ ...good, checksum: artifactChecksum(otherZone) }), /is damaged/],
  ['one changed character', Buffer.from(whole.toString().replace('Secret.', 'Sacret.')), /is damaged/],
  [
    'one flipped bit of base64',
    bytesOf({
      ...good,
      tables: {
        ...good.tables,
        guard: { ...good.tables.guard, bits: good.tables.guard.bits.replace('A', 'B') },
      },
    }),
    /is damaged/,
  ],
  ['an axis twice', altered((table) => table.axes.push(table.axes[0] as Axis)), /the axis of `team` twice/],
  ['a fact named constructor', changeAxis(0, { fact: 'constructor' }), /cannot be one/],
  [
    'a built-in fact of another version',
    changeAxis(0, { fact: 'mood' }),
    /this version of gwc does not have/,
  ],
  [
    'a number divided by values',
    changeAxis(4, { classes: { kind: 'values', values: [], other: 0 } }),
    /divides a number by values/,
  ],
  ['a class of absence out of range', changeAxis(0, { missing: 4 }), /class of absence/],
  [
    'a value of a class out of range',
    changeAxis(0, { classes: { kind: 'values', values: [['interns', 9]], other: 0 } }),
    /class is out of range/,
  ],
  [
    'a value of a negative class',
    changeAxis(0, { classes: { kind: 'values', values: [['interns', -1]], other: 0 } }),
    /class is out of range/,
  ],
  [
    'other values out of range',
    changeAxis(0, { classes: { kind: 'values', values: [], other: 7 } }),
    /class of other values/,
  ],
  [
    'a value twice',
    changeAxis(0, {
      classes: {
        kind: 'values',
        values: [
          ['a', 0],
          ['a', 1],
        ],
        other: 2,
      },
    }),
    /a value twice/,
  ],
  [
    'cuts out of order',
    changeAxis(4, { classes: { kind: 'cuts', at: [8_000, 1_000], after: [true, true] } }),
    /out of order/,
  ],
  [
    'cuts without sides',
    changeAxis(4, { classes: { kind: 'cuts', at: [1, 2], after: [true] } }),
    /without a side/,
  ],
  [
    'more cuts than classes',
    changeAxis(4, { classes: { kind: 'cuts', at: [1, 2, 3], after: [true, true, true] } }),
    /more cut points/,
  ],
  ['a flag of one class', changeAxis(3, { count: 1 }), /one class where two/],
  ['a default of another type', changeAxis(3, { default: 'yes' }), /default that its type/],
  [
    'an automaton with a step to nowhere',
    changeAxis(1, {
      classes: {
        kind: 'globs',
        dfa: { ...globs.automaton, next: globs.automaton.next.map((row) => row.map(() => 99)) },
      },
    }),
    /step to nowhere/,
  ],
  [
    'a literal before an automaton whose class is none',
    changeAxis(1, { classes: { kind: 'globs', dfa: { ...globs.automaton, literals: [['pay', 99]] } } }),
    /literal whose class is out of range/,
  ],
  ['an automaton of too few classes', changeAxis(1, { count: 1 }), /classes are out of range/],
  [
    'an automaton that is none',
    changeAxis(1, { classes: { kind: 'globs', dfa: {} } }),
    /without an alphabet/,
  ],
  ['bits cut short', bits('route', (words) => words.subarray(4)), /bytes of bits where/],
  ['bits too many', bits('route', (words) => Buffer.concat([words, words])), /bytes of bits where/],
  [
    'bits that are not base64',
    changeTable('route', { bits: good.tables.route.bits.replace('A', '*') }),
    /not base64/,
  ],
  ['an axis index out of range', changeTable('route', { axes: [0, 99] }), /out of order or out of range/],
  [
    'axes out of order',
    changeTable('route', { axes: [...good.tables.route.axes].toReversed() }),
    /out of order or out of range/,
  ],
  ['more rows than rules', changeTable('route', { rows: 5 }), /another number of rows/],
  [
    'no rows in a table that decides',
    changeTable('cache', { rows: 0, rule: [], action: [], axes: [], bits: '' }),
    /has no rows/,
  ],
  ['a rule index out of range', changeTable('route', { rule: [0, 1, 2, 99] }), /rule is not one of its own/],
  ['a rule of another table', changeTable('route', { rule: [0, 0, 0, 0] }), /rule is not one of its own/],
  ["gwc's own row in guard", changeTable('guard', { rule: [-1, 1] }), /rule is not one of its own/],
  ['an action index out of range', changeTable('route', { action: [2, 3, 4, 99] }), /action is not one/],
  ['an action of another table', changeTable('route', { action: [0, 0, 0, 0] }), /action is not one/],
  [
    'a chain of a model that is not pinned',
    altered((table) => table.models.pop()),
    /without its row in `models`/,
  ],
  [
    'a model pinned twice',
    altered((table) => table.models.push(table.models[0] ?? {})),
    /pins one model twice/,
  ],
  [
    'a model row without prices',
    misshapen(['models', 0, 'prices'], undefined),
    /pins a model whose row is not one/,
  ],
  ['a stage of no model', misshapen(['actions', 5, 'stages', 0, 'models'], []), /names another number/],
  [
    'a deny without a message',
    misshapen(['actions', 2, 'stages', 0, 'message'], undefined),
    /`deny` without a message/,
  ],
  [
    'a cache that ends without a row for all',
    bits('cache', (words) => flip(words, 0, 0b10)),
    /last row in `cache`/,
  ],
  [
    'a bit that gives another answer',
    bits('guard', (words) => flip(words, 0, 0b01)),
    /self-test otherwise .*`guard`/,
  ],
  [
    'a witness of another rule',
    misshapen(['selfTest', 4, 'expect', 'route'], 2),
    /self-test otherwise .*witness 4, table `route`/,
  ],
  [
    'a witness whose facts have another type',
    misshapen(['selfTest', 4, 'facts'], { stream: 'many' }),
    /self-test otherwise .*its facts/,
  ],
]

describe(`${damaged.length} damaged tables are refused, each for its own reason`, () => {
  test.each(damaged)('%s', (_, bytes, reason) => {
    const result = loadTable(bytes)
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(reason) as string })
    expect(result.ok || result.message).toMatch(/^The table .*\. [A-Z].*\.$/s) // what is wrong, then what to do
  })
})

test('every single byte lost or changed is refused or decides the same', () => {
  const [first] = [loadTable(whole)]
  expect(first.ok).toBe(true)
  for (let at = 0; at < whole.length; at += 3) {
    const copy = Buffer.from(whole)
    copy[at] = (copy[at] ?? 0) ^ (1 << (at % 7))
    const result = loadTable(copy)
    const cut = loadTable(Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)]))
    expect([result.ok, cut.ok], `byte ${at}`).toEqual([false, false])
  }
})

test('a table of one row without axes', () => {
  const table = loaded({ axes: [], route: [{ allow: {}, action: use(big) }] })
  expect(table.route.rows).toBe(1)
})
