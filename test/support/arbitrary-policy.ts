import type { Facts } from '../../compiler/holds.ts'
import { rulesOf } from '../../compiler/rules.ts'
import { showCond } from '../../compiler/show.ts'
import type { Cond, Policy } from '../../compiler/typed.ts'
import { meterFacts, providerFact } from '../../core/meter-facts.ts'
import type { FactRow, FactValue } from '../../core/types.ts'
import { fc } from './fast-check.ts'
import {
  all,
  any,
  atom,
  attempt,
  budget,
  cache,
  compare,
  deny,
  factRow,
  finds,
  flag,
  has,
  is,
  like,
  log,
  limit,
  neverUse,
  not,
  type Op,
  policyOf,
  route,
  servedEmbeddings,
  servedModels,
  shape,
} from './typed-policy.ts'

/** A declared fact, for the kinds that the built-in catalogue lacks. */
const declared = (name: string, rest: Pick<FactRow, 'type' | 'optional'> & Partial<FactRow>): FactRow => ({
  name,
  source: 'request',
  cost: 'parsed',
  origin: { kind: 'header', name: `x-${name}` },
  doc: '',
  ...rest,
})

export const tags = declared('tags', { type: { kind: 'strings' }, optional: true })
export const tier = declared('tier', {
  type: { kind: 'enum', values: ['gold', 'silver', 'bronze'], open: true },
  optional: true,
})
export const level = declared('level', {
  type: { kind: 'number', unit: 'integer', min: -3, max: 12 },
  optional: true,
  default: 4,
})

/** The facts of the budgets and limits that `aPolicy` may declare. */
const meterRows = [
  ...meterFacts({ name: 'b0', what: 'budget', unit: 'money', amount: 700 }).values(),
  ...meterFacts({ name: 'b1', what: 'budget', unit: 'money', amount: 1_000 }).values(),
  ...meterFacts({ name: 'l0', what: 'limit', unit: 'integer', amount: 7 }).values(),
]

export const source = declared('source', { type: { kind: 'address' }, optional: true })

const networks = [
  '10.0.0.0/8',
  '10.1.0.0/16',
  '10.1.2.3',
  '2001:db8::/32',
  '::ffff:10.1.0.0/112',
  '::/0',
  '0.0.0.0/0',
]
const isWithin = (fact: FactRow, list: readonly string[]): Cond =>
  atom(fact, { kind: 'within', networks: list })

const extra = [source, tags, tier, level, ...meterRows, providerFact('openai')]
const meterRow = (name: string): FactRow => meterRows.find((row) => row.name === name) ?? level

const strings = ['a', 'b', 'pay-eu', 'pay-us', 'anonymous']
const globs = ['pay-*', '*-eu', 'p?y*', '*', 'a']
const literals = ['drop', 'Drop table', 'table', 'x', 'é']
const wholes = [-3, -1, 0, 1, 2, 5, 12]
const decimals = [0, 0.3, 0.5, 1, 2]
const ops = ['==', '!=', '<', '<=', '>', '>='] as const satisfies readonly Op[]

const some = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })

const comparison = (fact: string | FactRow, constants: readonly number[]): fc.Arbitrary<Cond> =>
  fc
    .tuple(fc.constantFrom(...ops), fc.constantFrom(...constants))
    .map(([op, value]) => compare(fact, op, value))

const anAtom: fc.Arbitrary<Cond> = fc.oneof(
  fc.constantFrom('stream', 'tools').map(flag),
  fc.constantFrom<string | FactRow>('session', 'project', source, tags, tier, level, 'max_output').map(has),
  fc
    .tuple(fc.constantFrom('team', 'session', 'project'), some(strings))
    .map(([fact, values]) => is(fact, ...values)),
  fc
    .tuple(fc.constantFrom('team', 'session'), fc.constantFrom(...globs))
    .map(([fact, glob]) => like(fact, glob)),
  some(networks).map((list) => isWithin(source, list)),
  some(['dev', 'test', 'stage', 'prod']).map((values) => is('env', ...values)),
  some(['chat', 'embeddings', 'messages']).map((values) => is('endpoint', ...values)),
  some(['gold', 'silver', 'copper']).map((values) => is(tier, ...values)),
  some(servedModels).map((values) => is('model', ...values)),
  fc.constantFrom('openai/*', '*-mini').map((glob) => like('model', glob)),
  fc.constantFrom(...literals).map((literal) => finds('prompt', literal)),
  fc.constantFrom('x', 'y').map((literal) => finds(tags, literal)),
  comparison('input_tokens', wholes),
  comparison('max_output', wholes),
  comparison(level, wholes),
  comparison('hour', [0, 1, 12, 23]),
  comparison('temperature', decimals),
)

/** What is asked of the state: shares that fall between two counts are among them. */
const aStateAtom = (...names: readonly string[]): fc.Arbitrary<Cond> =>
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...ops),
        fc.constantFrom(...names.map((name) => meterRow(`${name}.used`))),
        fc.constantFrom(0, 1, 3_333, 9_000, 10_000, 12_000),
      )
      .map(([op, fact, value]) => compare(fact, op, value)),
    fc
      .tuple(
        fc.constantFrom(...ops),
        fc.constantFrom(...names.map((name) => meterRow(`${name}.left`))),
        fc.constantFrom(0, 1, 7),
      )
      .map(([op, fact, value]) => compare(fact, op, value)),
    fc.constant(atom(providerFact('openai'), { kind: 'flag' })),
  )

const withState = (names: readonly string[]): fc.Arbitrary<Cond> =>
  fc
    .tuple(condition, aStateAtom(...names), fc.constantFrom('plain', 'all', 'any', 'not'))
    .map(([plain, state, how]) => {
      if (how === 'plain') return plain
      if (how === 'not') return not(state)
      return how === 'all' ? all(plain, state) : any(plain, state)
    })

const { condition } = fc.letrec<{ condition: Cond }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: anAtom },
    {
      weight: 2,
      arbitrary: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((list) => all(...list)),
    },
    {
      weight: 2,
      arbitrary: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((list) => any(...list)),
    },
    { weight: 1, arbitrary: tie('condition').map(not) },
  ),
}))

/** A condition over every type of fact. */
export const aCondition: fc.Arbitrary<Cond> = condition

const conditions = (maxLength: number): fc.Arbitrary<Cond[]> => fc.array(condition, { maxLength })
const model = (index: number): string => servedModels[index % servedModels.length] ?? servedModels[0]

const shapings = [
  { maxOutput: 4_000 },
  { maxOutput: 2_000, compactTo: 60_000 },
  { promptCache: 'auto' },
] as const

/** A typed policy whose route ends in a default. */
export const aPolicy: fc.Arbitrary<Policy> = fc
  .record({
    denies: conditions(2),
    bans: conditions(2),
    routes: conditions(6),
    caches: conditions(3),
    attempts: conditions(2),
    vectors: conditions(2),
    shapes: conditions(3),
    logs: conditions(2),
    states: fc.array(withState(['b0', 'b1', 'l0']), { maxLength: 3 }),
    first: fc.option(condition, { nil: undefined }),
    second: fc.option(withState(['b0', 'l0']), { nil: undefined }),
    counted: fc.option(condition, { nil: undefined }),
  })
  .map(({ denies, bans, routes, caches, attempts, vectors, shapes, logs, states, first, second, counted }) =>
    shown(
      policyOf({
        facts: new Map(extra.map((row) => [row.name, row])),
        guard: [
          ...denies.map((each, index) => deny(`guard:d${index}`, each)),
          ...bans.map((each, index) => neverUse(`guard:n${index}`, each, model(index))),
        ],
        budget: [budget('b1', second, 1_000), budget('b0', first, 700)],
        limit: [limit('l0', counted, 7)],
        route: [
          ...states.map((each, index) => route(`s${index}`, each, model(index % 3))),
          ...routes.map((each, index) => route(`r${index}`, each, model(index % 3))),
          route('default', undefined, model(3)),
        ],
        cache: caches.map((each, index) => cache(`cache:${index}`, each, index * 1000)),
        attempt: attempts.map((each, index) => attempt(`attempt:${index}`, each, 1000 + index)),
        embeddings: vectors.map((each, index) => route(`v${index}`, each, servedEmbeddings[index % 2] ?? '')),
        shape: shapes.map((each, index) => shape(`shape:${index}`, each, shapings[index] ?? {})),
        log: logs.map((each, index) => log(`log:${index}`, each, index === 0 ? 'off' : 'content')),
      }),
    ),
  )

/** A counterexample is read by a person: the conditions, not the tree. */
function shown(policy: Policy): Policy {
  const text = rulesOf(policy)
    .map(({ name, condition: each }) => `${name} when ${showCond(each)}`)
    .join('\n')
  return Object.defineProperty({ ...policy }, fc.toStringMethod, { value: () => `\n${text}\n` })
}

/** Just at, below and above each constant that a policy may name. */
const around = (constants: readonly number[], step: number): number[] =>
  constants.flatMap((each) => [each - step, each, each + step])

const within = (values: readonly number[], min: number, max = Infinity): number[] =>
  values.filter((value) => value >= min && value <= max)

const optionally = <T extends FactValue>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 4 })

const textOf = (parts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...parts, 'DROP ', 'TABLE', ' ', 'É', '\0'), { maxLength: 4 })
    .map((list) => list.join(''))

/** The facts of a request, near the boundaries of what `aPolicy` tells apart. */
export const someFacts: fc.Arbitrary<Facts> = fc
  .record({
    team: optionally(fc.constantFrom(...strings, 'pay-', 'xpay-eu', '')),
    session: optionally(fc.constantFrom(...strings, 'other')),
    project: optionally(fc.constantFrom(...strings, 'other')),
    env: optionally(fc.constantFrom('dev', 'test', 'stage', 'prod')),
    tier: optionally(fc.constantFrom('gold', 'silver', 'bronze', 'copper', 'lead')),
    tags: optionally(fc.uniqueArray(fc.constantFrom('x', 'y', 'z', ''), { maxLength: 3 })),
    level: optionally(fc.constantFrom(...within(around(wholes, 1), -3, 12))),
    endpoint: optionally(fc.constantFrom('chat', 'embeddings', 'messages', 'generate')),
    model: optionally(fc.constantFrom(...servedModels, ...servedEmbeddings, 'auto')),
    stream: optionally(fc.boolean()),
    tools: optionally(fc.boolean()),
    temperature: optionally(fc.constantFrom(...within(around(decimals, 0.0001), 0))),
    input_tokens: optionally(fc.constantFrom(...within(around(wholes, 1), 0))),
    max_output: optionally(fc.constantFrom(...within(around(wholes, 1), 0))),
    prompt: optionally(textOf(literals)),
    'b0.spent': optionally(fc.constantFrom(0, 1, 233, 234, 629, 630, 693, 699, 700, 840, 841)),
    'b1.spent': optionally(fc.constantFrom(0, 1, 333, 334, 899, 900, 993, 1_000, 1_200, 1_201)),
    'l0.count': optionally(fc.constantFrom(0, 1, 2, 3, 6, 7, 8, 9)),
    'up(openai)': optionally(fc.boolean()),
    source: optionally(
      fc.constantFrom(
        '9.255.255.255',
        '10.0.0.0',
        '10.1.2.3',
        '10.1.255.255',
        '11.0.0.0',
        '::1',
        '2001:db8::1',
        '2001:db9::',
        '::ffff:10.1.0.1',
      ),
    ),
    hour: fc.constantFrom(...within(around([0, 1, 12, 23], 1), 0, 23)),
  })
  .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)))

/** The row of a fact that `aPolicy` may test. */
export const rowOf = (name: string): FactRow => extra.find((row) => row.name === name) ?? factRow(name)

/** An atom that no other value of its fact passes than this one. */
export const exactly = (fact: FactRow, value: string): Cond => atom(fact, { kind: 'member', values: [value] })
