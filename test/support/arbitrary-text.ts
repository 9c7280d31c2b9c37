import { format } from '../../lang/format.ts'
import { fc } from './fast-check.ts'

const header = (name: string): { readonly from: string } => ({ from: `header:x-${name}` })

const factsJson = JSON.stringify({
  type: 'object',
  properties: {
    tags: { type: 'array', items: { type: 'string' }, 'x-gwc': header('tags') },
    tier: { enum: ['gold', 'silver', 'bronze'], 'x-gwc': { ...header('tier'), open: true } },
    region: { enum: ['eu', 'us', 'asia'], 'x-gwc': { ...header('region'), default: 'us' } },
    level: { type: 'integer', minimum: 0, maximum: 12, 'x-gwc': { ...header('level'), default: 4 } },
  },
})

const op = fc.constantFrom('==', '!=', '<', '<=', '>', '>=')
const among = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts)
const words = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((list) => list.join(' '))

const comparison: fc.Arbitrary<string> = fc.oneof(
  among('stream', 'tools', 'has session', 'private', 'large'),
  words('team ==', among('"a"', '"b"', '"pay-eu"')),
  words('team in', among('{"a", "b"}', '{"b", "pay-eu"}')),
  words('team like', among('"pay-*"', '"*-eu"', '"p?y*"')),
  words('env ==', among('dev', 'stage', 'prod')),
  words('region !=', among('eu', 'us')),
  words('(has tier and tier ==', among('gold', 'silver', 'other'), ')'),
  words('(has max_output and max_output', op, among('0', '1k', '2k'), ')'),
  words('(has tags and tags contains', among('"x"', '"y"'), ')'),
  words('input_tokens', op, among('0', '1', '2', '100k')),
  words('level', op, among('0', '4', '5', '12')),
  words('temperature', op, among('0', '0.3', '0.301', '1')),
  words('hour', op, among('0', '12', '23')),
  words('spend.used', op, among('0%', '50%', '99.99%')),
  words('spend.left', op, among('$0', '$1', '$10')),
  words('rate.count', op, among('0', '4', '9')),
  among('up(openai)', 'up(google)'),
  words('model ==', among('openai/gpt-4.1', 'other')),
  words('model like', among('"openai/*"', '"*-mini"')),
  words('prompt contains', among('"drop"', '"Drop table"', '"é"')),
)

const { condition } = fc.letrec<{ condition: string }>((tie) => {
  const some = (word: string): fc.Arbitrary<string> =>
    fc
      .array(tie('condition'), { minLength: 2, maxLength: 3 })
      .map((list) => list.map((each) => `(${each})`).join(` ${word} `))
  return {
    condition: fc.oneof(
      { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: comparison },
      { weight: 1, arbitrary: some('and') },
      { weight: 1, arbitrary: some('or') },
      { weight: 1, arbitrary: tie('condition').map((each) => `not (${each})`) },
    ),
  }
})

const stage = among(
  'openai/gpt-4.1',
  'cheapest of small',
  'fastest of {openai/gpt-4.1, openai/gpt-4.1-mini}',
  'asked',
  'deny "No \\"model\\"." status 429',
  'deny',
)
const chain = fc.oneof(
  stage,
  words(
    among('openai/gpt-4.1', 'cheapest of small'),
    'then',
    among('asked', 'openai/gpt-4.1-mini on {429, context}', 'deny "Busy."'),
  ),
)

const rows = (
  maxLength: number,
  outcome: fc.Arbitrary<string>,
  join: (at: number, when: string, outcome: string) => string,
) =>
  fc
    .array(fc.tuple(condition, outcome), { maxLength })
    .map((list) => list.map(([when, then], index) => `  ${join(index, when, then)}\n`).join(''))

const guards = rows(
  2,
  among('deny "First."', 'deny "Second." status 451', 'never use small', 'never use {openai/gpt-4.1}'),
  (_, when, outcome) => `${outcome} when ${when}`,
)
const routes = rows(4, chain, (index, when, outcome) => `rule r${index} when ${when} use ${outcome}`)
const caches = rows(
  2,
  among('off', 'exact for 1h within team'),
  (_, when, outcome) => `when ${when} => ${outcome}`,
)
const attempts = rows(2, among('total 60s', 'retries 1'), (_, when, outcome) => `when ${when} => ${outcome}`)

/** A policy as text: three files, with every kind of comparison, and some that mean nothing. */
export const aPolicyText: fc.Arbitrary<readonly (readonly [path: string, text: string])[]> = fc
  .record({ guards, first: routes, team: routes, last: routes, caches, attempts, asks: fc.boolean() })
  .map(({ guards, first, team, last, caches, attempts, asks }) => [
    ['facts.json', factsJson],
    ['team.route', `const own = {openai/gpt-4.1-mini}\nroute {\n${team}  default use cheapest of own\n}\n`],
    [
      'main.route',
      formatted(`facts "facts.json"
const small = {openai/gpt-4.1-mini, google/gemini-3.5-flash}
pred private = region == eu and not tools
pred large = input_tokens > 10k or level > 7
budget spend $10 per day per developer when team in {"a", "b"}
limit rate 10 requests per minute per key when ${asks ? 'stream' : 'spend.used > 20%'}
guard {
${guards}}
route {
${first.replaceAll('rule r', 'rule q')}}
include "team.route" as t for team == "a"
route {
${last}  default use ${asks ? 'asked' : 'cheapest of small then openai/gpt-4.1'}
}
cache {
${caches}  default => exact for 1h
}
attempt {
${attempts}  default => total 90s
}
`),
    ],
  ])

const formatted = (text: string): string => format({ file: 'main.route', text }).text
