import { describe, expect, test } from 'vitest'
import { inputOf } from '../support/corpus.ts'
import { checkInput, marksFound, marksIn, typed } from '../support/marks.ts'

const agree = (text: string, others?: Readonly<Record<string, string>>): void =>
  expect(marksFound(text, others)).toEqual(marksIn(text))

describe('names', () => {
  test('a name that is unknown in many places is one mistake', () =>
    agree(`
guard {
  deny "a" when team in intern
  //                    ^^^^^^ GWC1001
  deny "b" when team in intern
}
route { default use asked }
`))

  test('the uses of a broken constant are silent', () =>
    agree(`
const small = {openai/gtp-4.1-mini}
//             ^^^^^^^^^^^^^^^^^^^ GWC1301
route {
  rule quick when stream use cheapest of small
  default use cheapest of small where quality >= 0.5
}
`))

  test('the uses of facts whose file is broken are silent, other mistakes are not', () => {
    const text = `
facts "f.json"
guard {
  deny "a" when load > 90% or region == eu or urgent
  deny "b" when input_tokens > 5m
  //                           ^^ GWC1203
}
route { default use cheapest of smal }
//                              ^^^^ GWC1001
`
    const broken = { load: { type: 'number', unit: 'percent', 'x-gwc': { from: 'header:x-load' } } }
    const found = marksFound(text, { 'f.json': JSON.stringify({ type: 'object', properties: broken }) })
    expect(found.filter((mark) => !mark.endsWith('GWC1110'))).toEqual(marksIn(text))
    expect(found.filter((mark) => mark.endsWith('GWC1110'))).toHaveLength(1)
  })

  test('an unknown word of a list is told by the words of that list, in a set too', () => {
    const { diagnostics } = checkInput(
      inputOf('main.route', [
        [
          'main.route',
          'route {\n rule a when weekday in {saturday, sun} use asked\n rule b when stream == True use asked\n rule c when model == "auto" use asked\n default use openai/gpt-4.1\n}',
        ],
      ]),
    )
    expect(
      diagnostics.map(({ message, notes }) => [message, ...notes.map(({ text: said }) => said)]),
    ).toEqual([
      ['`saturday` is no value of `weekday`', '`weekday` is one of mon, tue, wed, thu, fri, sat and sun'],
      ['there is no constant named `True`', 'did you mean `true`?'],
      [
        'cannot compare a model with text',
        '`model == other` asks for it: `auto` and every name that no model has',
      ],
    ])
  })

  test('the uses of a broken predicate are silent', () =>
    agree(`
pred private = data_class == "pii"
//             ^^^^^^^^^^ GWC1001
guard { deny "a" when private and stream }
guard { deny "b" when not private }
`))

  test('constants stand for constants, sets for sets, predicates for conditions', () => {
    const policy = typed(`
const limit = 100k
const also = limit
const teams = {"a", "b"}
const more = teams + {"c"} - {"a"}
pred long = input_tokens > also
guard { deny "no" when team in more and long }
`)
    expect(policy.guard[0]?.condition).toMatchObject({
      kind: 'all',
      operands: [
        { fact: { name: 'team' }, test: { kind: 'member', values: ['b', 'c'] } },
        { fact: { name: 'input_tokens' }, test: { kind: 'compare', op: '>', value: 100_000 } },
      ],
    })
  })

  test('nothing is shadowed: facts, constants, predicates', () =>
    agree(
      `
const team = {"a"}
//    ^^^^ GWC1002
const a = {"x"}
pred a = stream
//   ^ GWC1002
import "names.route"
//     ^^^^^^^^^^^^^ GWC1002
`,
      { 'names.route': 'const a = {"y"}' },
    ))

  test('one file imported twice declares its names once', () =>
    agree(
      `
import "names.route"
include "team.route" as team_a for team == "a"
`,
      {
        'names.route': 'const a = {"y"}',
        'team.route': 'import "names.route"\nguard { deny "no" when project in a }',
      },
    ))

  test('a deprecated name warns where it is used', () =>
    agree(`
const cheap = {openai/gpt-4.1-mini} deprecated "use small"
route { default use cheapest of cheap }
//                              ^^^^^ GWC1005
`))

  test('a word that is a constant and a listed value is not guessed', () =>
    agree(`
const chat = "code"
guard { deny "no" when task == chat }
//                             ^^^^ GWC1010
`))

  test('declared names have no dots', () =>
    agree(`
const a.b = 5
//    ^^^ GWC1006
`))
})

describe('rule names', () => {
  test('are unique over all files, each with its prefix', () =>
    agree(
      `
include "team.route" as a for team == "a"
include "team.route" as b for team == "b"
include "team.route" as b for team == "c"
//                      ^ GWC1007
route {
  rule quick when stream use asked
  rule quick when tools use asked
  //   ^^^^^ GWC1007
  default use asked
}
`,
      { 'team.route': 'route { rule quick when stream use asked }' },
    ))
})
