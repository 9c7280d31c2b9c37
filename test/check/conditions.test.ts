import { describe, expect, test } from 'vitest'
import type { Cond } from '../../compiler/typed.ts'
import { showCond } from '../../compiler/show.ts'
import { marksFound, marksIn, typed } from '../support/marks.ts'

const facts = JSON.stringify({
  type: 'object',
  properties: {
    spent: { type: 'number', 'x-gwc': { from: 'header:x-spent', default: 0, unit: 'money' } },
    used: { type: 'number', 'x-gwc': { from: 'header:x-used', default: 0, unit: 'percent' } },
    wait: { type: 'integer', 'x-gwc': { from: 'header:x-wait', default: 0, unit: 'duration' } },
    size: { type: 'integer', 'x-gwc': { from: 'header:x-size', default: 0, unit: 'bytes' } },
    risk: { type: 'number', 'x-gwc': { from: 'header:x-risk', default: 0, unit: 'score' } },
    at: { type: 'integer', 'x-gwc': { from: 'header:x-at', default: 0, unit: 'time' } },
    level: { type: 'integer', minimum: 1, maximum: 5, 'x-gwc': { from: 'key:level', default: 1 } },
    tags: { type: 'array', items: { type: 'string' }, 'x-gwc': { from: 'metadata:tags', default: [] } },
    tier: { enum: ['gold', 'silver'], 'x-gwc': { from: 'key:tier', default: 'silver' } },
    origin: { type: 'string', format: 'ip', 'x-gwc': { from: 'header:x-origin' } },
    old: { type: 'string', deprecated: true, 'x-gwc': { from: 'header:x-old', default: '', use: 'tier' } },
  },
})

const wrap = (lines: string): string => `facts "f.json"\n${lines}\n`
const agree = (lines: string): void =>
  expect(marksFound(wrap(lines), { 'f.json': facts })).toEqual(marksIn(wrap(lines)))

/** The condition as it is understood, in the language's own words. */
function understood(condition: string): string {
  const policy = typed(wrap(`guard { deny "no" when ${condition} }`), { 'f.json': facts })
  return showCond(policy.guard[0]?.condition as Cond)
}

describe('conditions that are understood', () => {
  test.each([
    ['team == "a"', 'team == "a"'],
    ['team != "a"', 'team != "a"'],
    ['team not in {"a", "b"}', 'team not in {"a", "b"}'],
    ['input_tokens > 1.5M', 'input_tokens > 1.5M'],
    ['spent >= $0.02', 'spent >= $0.02'],
    ['used < 12.5%', 'used < 12.5%'],
    ['wait > 1h', 'wait > 1h'],
    ['size > 64kB', 'size > 64kB'],
    ['risk >= 0.875', 'risk >= 0.875'],
    ['at >= 09:30', 'at >= 09:30'],
    ['hour in {22, 23}', 'hour == 22 or hour == 23'],
    ['temperature > 0.3', 'temperature > 0.3'],
    ['tags contains "x"', 'tags contains "x"'],
    ['prompt contains "password"', 'prompt contains "password"'],
    ['tier == gold', 'tier == "gold"'],
    ['tier in {gold, "silver"}', 'tier in {"gold", "silver"}'],
    [
      'task == other',
      'task not in {"chat", "code", "architecture", "review", "debug", "test", "docs", "summarize", "extract", "classify", "translate", "math", "agent"}',
    ],
    ['model == openai/gpt-4.1-2025-04-14', 'model == openai/gpt-4.1'],
    ['model like "openai/*"', 'model like "openai/*"'],
    ['not (stream or tools) and images', 'not (stream or tools) and images'],
  ])('%s', (condition, shown) => expect(understood(condition)).toBe(shown))
})

describe('types and units', () => {
  test('a constant of another unit is told by its words, at the constant', () =>
    agree(`
guard {
  deny "a" when used > $50
  //                   ^^^ GWC1203
  deny "b" when wait > 200
  //                   ^^^ GWC1203
  deny "c" when input_tokens > 5m
  //                           ^^ GWC1203
  deny "d" when risk > 80%
  //                   ^^^ GWC1203
  deny "e" when team == 5
  //                    ^ GWC1203
  deny "f" when model == "gpt-4.1"
  //                     ^^^^^^^^^ GWC1203
  deny "g" when team in {5}
  //                     ^ GWC1203
  deny "h" when team in {openai/gpt-4.1}
  //                    ^^^^^^^^^^^^^^^^ GWC1203
}`))

  test('an element of a named set is told at the name', () =>
    agree(`
const mixed = {"a", 5}
guard { deny "a" when team in mixed }
//                            ^^^^^ GWC1203
`))

  test('operators have their types', () =>
    agree(`
guard {
  deny "a" when team < "b"
  //            ^^^^^^^^^^ GWC1201
  deny "b" when stream in {true}
  //            ^^^^^^^^^^^^^^^^ GWC1201
  deny "c" when tier like "g*"
  //            ^^^^^^^^^^^^^^ GWC1201
  deny "d" when tags == "x"
  //            ^^^^^^^^^^^ GWC1201
  deny "e" when prompt == "x"
  //            ^^^^^^^^^^^^^ GWC1201
  deny "f" when input_tokens contains "x"
  //            ^^^^^^^^^^^^^^^^^^^^^^^^^ GWC1201
  deny "g" when stream > true
  //            ^^^^^^^^^^^^^ GWC1201
}`))

  test('a value that is no condition by itself', () =>
    agree(`
const a = "x"
guard {
  deny "a" when team
  //            ^^^^ GWC1202
  deny "b" when a
  //            ^ GWC1202
}`))

  test('values outside a range or a list', () =>
    agree(`
guard {
  deny "a" when hour == 24
  //                    ^^ GWC1205
  deny "b" when level > 5.5
  //                    ^^^ GWC1204
  deny "c" when level > 6
  //                    ^ GWC1205
  deny "d" when risk > 1.001
  //                   ^^^^^ GWC1205
  deny "e" when tier == bronze
  //                    ^^^^^^ GWC1206
  deny "f" when tier in {gold, other}
  //                           ^^^^^ GWC1206
  deny "g" when temperature > 0.1234
  //                          ^^^^^^ GWC1204
  deny "h" when at >= 09:30 and at < 24:00
  //                                 ^^^^^ GWC0106
}`))

  test('flags against true and false warn, and are understood', () => {
    agree(`
guard { deny "a" when stream == true }
//                    ^^^^^^^^^^^^^^ GWC1207
`)
    expect(understood('stream != true or tools == false')).toBe('not stream or not tools')
  })

  test('facts against facts, and names of no kind', () =>
    agree(`
guard {
  deny "a" when team == project
  //                    ^^^^^^^ GWC1213
  deny "b" when team == payments
  //                    ^^^^^^^^ GWC1001
  deny "c" when up(opneai) or up(openai)
  //               ^^^^^^ GWC1408
  deny "e" when old == "x"
  //            ^^^ GWC1005
}`))

  test('addresses', () =>
    agree(`
guard {
  deny "d" when has origin and origin in {"10.0.0.0/8", "2001:db8::/32"} and origin != "10.0.0.1"
  deny "d" when has origin and origin == "10.0.0.0/8"
  //                                     ^^^^^^^^^^^^ GWC1206
  deny "d" when has origin and origin in {"10.0.0.300"}
  //                                      ^^^^^^^^^^^^ GWC1206
  deny "d" when has origin and origin in {"10.1.2.3/8"}
  //                                      ^^^^^^^^^^^^ GWC1409
  deny "d" when has origin and origin like "10.*"
  //                           ^^^^^^^^^^^^^^^^^^ GWC1201
  deny "d" when has origin and origin < "10.0.0.1"
  //                           ^^^^^^^^^^^^^^^^^^^ GWC1201
  deny "d" when has origin and origin == 10
  //                                     ^^ GWC1203
  deny "d" when origin
  //            ^^^^^^ GWC1202
}`))

  test('sets: empty, of different things, one element twice', () =>
    agree(`
const none = {}
//           ^^ GWC1209
const both = {openai/gpt-4.1, 5}
//                            ^ GWC1210
const twice = {"a", "b", "a"}
//                       ^^^ GWC1221
const gone = {"a"} - {"a"}
//           ^^^^^^^^^^^^^ GWC1209
guard { deny "a" when team in none + both }
`))

  test('one condition may have several mistakes, each told once', () =>
    agree(`
guard { deny "a" when tema == "x" and hour == 25 and (stram or team < "a") }
//                    ^^^^ GWC1001
//                                            ^^ GWC1205
//                                                    ^^^^^ GWC1001
//                                                             ^^^^^^^^^^ GWC1201
`))

  test('predicates that double with each line are refused, not expanded', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `pred p${i + 1} = p${i} and not p${i}`)
    const found = marksFound(['pred p0 = stream', ...lines].join('\n'))
    expect(found).toEqual(['14:12+15 GWC1223'])
  })
})
