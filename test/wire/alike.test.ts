import { expect, test } from 'vitest'
import { Alike } from '../../runtime/wire/canonical/alike.ts'
import { fc } from '../support/fast-check.ts'

const aText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', '"', '\\', '","x":"', '\\"', '\n'),
)

/** What a server may put around a text, the same field once more among it. */
const around = fc.record({
  before: fc.dictionary(fc.constantFrom('id', 'text', 'x'), aText, { maxKeys: 2 }),
  after: fc.dictionary(fc.constantFrom('n', 'text'), fc.oneof(fc.integer(), aText), { maxKeys: 2 }),
})

type Around = (typeof around)['generate'] extends (...args: never) => { readonly value: infer T } ? T : never

const printed = ({ before, after }: Around, text: string, space = ''): string =>
  JSON.stringify({ before, delta: { text }, after }).replace(/^\{/, `{${space}`)

test('what is alike is read as it would be parsed, and all else is left to be parsed', () => {
  fc.assert(
    fc.property(around, around, aText, aText, (learnt, other, first, second) => {
      const alike = new Alike()
      alike.learn(Buffer.from(printed(learnt, first)), 'text', first)
      for (const json of [printed(learnt, second), printed(other, second), printed(learnt, second, ' ')]) {
        const text = alike.textIn(Buffer.from(json))
        if (text === undefined) continue
        const { before, delta, after } = JSON.parse(json) as Around & { delta: { text: string } }
        expect({ text, before, after }).toEqual({
          text: delta.text,
          before: learnt.before,
          after: learnt.after,
        })
      }
    }),
    { numRuns: 5_000 },
  )
})

const said = (json: string): Buffer => Buffer.from(`data: ${json}\n\n`)

test('a word after a word is read without parsing, escapes too', () => {
  const alike = new Alike()
  const event = (text: string): Buffer => said(`{"index":0,"delta":{"text":${JSON.stringify(text)}}}`)
  alike.learn(event('Hi'), 'text', 'Hi')
  expect(alike.textIn(event(' there'))).toBe(' there')
  expect(alike.textIn(event('say "yes"\n'))).toBe('say "yes"\n')
  expect(alike.textIn(event('Grüß Gott 😀'))).toBe('Grüß Gott 😀')
  expect(alike.textIn(said('{"index":1,"delta":{"text":"Hi"}}'))).toBeUndefined()
  expect(alike.textIn(said('{"index":0,"delta":{"text":"a","text":"b"}}'))).toBeUndefined()
})
