import { describe, expect, test } from 'vitest'
import { readFacts } from '../../compiler/facts-schema.ts'
import { parseJson } from '../../compiler/json-tree.ts'

const read = (properties: object) =>
  readFacts({ file: 'f.json', text: JSON.stringify({ type: 'object', properties }) })
const from = 'header:X-Thing'

/** The code, and the words of the file that it points at. */
function pointed(text: string): readonly [string, string, string][] {
  return readFacts({ file: 'f.json', text }).diagnostics.map(({ code, message, primary: { span } }) => [
    code,
    text.slice(span.start, span.end),
    message,
  ])
}
const pointedIn = (name: string, fact: object) =>
  pointed(JSON.stringify({ type: 'object', properties: { [name]: fact } }))

describe('facts that a team declares', () => {
  test('types, units, sources, defaults in base units', () => {
    const { facts, diagnostics } = read({
      a: { type: 'boolean', 'x-gwc': { from } },
      b: { type: 'string', 'x-gwc': { from: 'metadata:B' } },
      c: { enum: ['x', 'y'], 'x-gwc': { from: 'key:c', default: 'x' } },
      d: { type: 'string', enum: ['x'], 'x-gwc': { from, open: true, default: 'z' } },
      e: { type: 'number', minimum: 0, maximum: 10, 'x-gwc': { from, unit: 'money', default: 0.02 } },
      f: { type: 'number', 'x-gwc': { from, unit: 'percent', default: 12.5 } },
      g: { type: 'number', 'x-gwc': { from, unit: 'score', default: 0.29 } },
      h: { type: 'integer', 'x-gwc': { from, unit: 'duration' } },
      i: { type: 'array', items: { type: 'string' }, 'x-gwc': { from, default: ['p'] } },
      j: { type: 'string', format: 'ip', 'x-gwc': { from } },
      k: { type: 'number', deprecated: true, description: 'Old.', 'x-gwc': { from, use: 'e' } },
    })
    expect(diagnostics).toEqual([])
    expect(
      facts.map(({ name, type, source, cost, origin, default: byDefault }) => ({
        name,
        type,
        source,
        cost,
        origin,
        byDefault,
      })),
    ).toMatchObject([
      {
        name: 'a',
        type: { kind: 'bool' },
        source: 'request',
        cost: 'free',
        origin: { kind: 'header', name: 'x-thing' },
      },
      {
        name: 'b',
        type: { kind: 'string' },
        source: 'request',
        cost: 'parsed',
        origin: { kind: 'metadata', name: 'B' },
      },
      {
        name: 'c',
        type: { kind: 'enum', values: ['x', 'y'], open: false },
        source: 'identity',
        cost: 'free',
        byDefault: 'x',
      },
      { name: 'd', type: { kind: 'enum', values: ['x'], open: true }, byDefault: 'z' },
      {
        name: 'e',
        type: { kind: 'number', unit: 'money', min: 0, max: 10_000_000_000 },
        byDefault: 20_000_000,
      },
      { name: 'f', type: { kind: 'number', unit: 'percent' }, byDefault: 1_250 },
      { name: 'g', type: { kind: 'number', unit: 'score', max: 1_000 }, byDefault: 290 },
      { name: 'h', type: { kind: 'number', unit: 'duration' } },
      { name: 'i', type: { kind: 'strings' }, byDefault: ['p'] },
      { name: 'j', type: { kind: 'address' } },
      { name: 'k', type: { kind: 'number', unit: 'decimal' } },
    ])
    expect(facts.every(({ optional }) => optional)).toBe(true)
    expect(facts.at(-1)).toMatchObject({ deprecated: 'use `e`', doc: 'Old.' })
  })

  test.each([
    ['team', { type: 'string', 'x-gwc': { from } }, 'GWC1111', '"team"'],
    ['default', { type: 'string', 'x-gwc': { from } }, 'GWC1111', '"default"'],
    ['a', { 'x-gwc': { from } }, 'GWC1112', '{"x-gwc":{"from":"header:X-Thing"}}'],
    ['a', { type: 'integer', enum: ['x'], 'x-gwc': { from } }, 'GWC1112', '"integer"'],
    ['a', { type: 'string', 'x-gwc': { from, open: true } }, 'GWC1112', 'true'],
    ['a', { type: 'string', 'x-gwc': { from, unit: 'money' } }, 'GWC1112', '"money"'],
    ['a', { type: 'string', minimum: 3, 'x-gwc': { from } }, 'GWC1112', '3'],
    ['a', { type: 'integer', minimum: 3, maximum: 1, 'x-gwc': { from } }, 'GWC1112', '1'],
    ['a', { type: 'integer', 'x-gwc': { from, default: 'x' } }, 'GWC1112', '"x"'],
    ['a', { type: 'integer', 'x-gwc': { from, default: 1.5 } }, 'GWC1112', '1.5'],
    ['a', { type: 'integer', maximum: 5, 'x-gwc': { from, default: 6 } }, 'GWC1112', '6'],
    ['a', { enum: ['x'], 'x-gwc': { from, default: 'z' } }, 'GWC1112', '"z"'],
    ['a', { type: 'number', 'x-gwc': { from, unit: 'percent', default: 0.001 } }, 'GWC1112', '0.001'],
    ['a', { type: 'string' }, 'GWC1110', '{'],
    ['a', { type: 'string', 'x-gwc': { from: 'cookie:x' } }, 'GWC1110', '"cookie:x"'],
    ['a', { type: 'text', 'x-gwc': { from } }, 'GWC1110', '"text"'],
    ['a', { type: 'string', defualt: 1, 'x-gwc': { from } }, 'GWC1110', '"defualt"'],
    ['a-b', { type: 'string', 'x-gwc': { from } }, 'GWC1110', '"a-b"'],
  ])('%s: %j', (name, fact, code, at) => {
    const found = pointedIn(name, fact)
    expect(found.map(([each, place]) => [each, place])).toEqual([[code, at]])
    expect(found[0]?.[2]).not.toMatch(/undefined|\[object/)
  })

  test.each([
    ['', '', 'it ends too early'],
    ['{"a": 1,}', '}', 'a key in double quotes is missing'],
    ['{"a": tru}', 'tru', '`tru` is no JSON value'],
    ['{"a": 1} x', 'x', 'text after its end'],
    ['{"a": 1, "a": 2}', '"a"', '`a` is there twice'],
    ['{"a": [1', '[', 'this array is never closed'],
  ])('text that is no JSON: %s', (text, at, problem) => {
    const [found] = pointed(text)
    expect(found?.slice(0, 2)).toEqual(['GWC1109', at])
    expect(found?.[2]).toContain(problem)
  })
})

test('what is JSON is read as JSON', () => {
  const text = ' {"a": [1, -2.5e3, "\\u00e9\\"", true, null, {}], "b": []} '
  const parsed = parseJson({ file: 'f', text })
  expect(parsed.ok && parsed.node.kind).toBe('object')
})
