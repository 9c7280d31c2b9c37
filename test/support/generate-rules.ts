import type { FactValue } from '../../core/types.ts'

/** Numbers from a seed (mulberry32): the same rules on every machine. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const envs = ['dev', 'test', 'stage', 'prod']
const tasks = ['chat', 'code', 'architecture', 'review', 'debug', 'docs', 'agent']
const clients = ['claude_code', 'codex', 'opencode', 'copilot']
/** Each can do what the rules ask for, so that the rules check. */
const models = [
  'google/gemini-3.1-pro',
  'google/gemini-3.5-flash',
  'anthropic/claude-sonnet-4.6',
  'anthropic/claude-opus-4.8',
]

/** A test of one fact, and a value of that fact for a request. */
interface Subject {
  readonly fact: string
  readonly test: (random: (below: number) => number) => string
  readonly value: (random: (below: number) => number) => FactValue
}

const of = <T>(list: readonly T[], random: (below: number) => number): T => list[random(list.length)] as T

const oneOf = (fact: string, list: readonly string[]): Subject => ({
  fact,
  test: (random) => `${fact} ${random(3) === 0 ? '!=' : '=='} "${of(list, random)}"`,
  value: (random) => of(list, random),
})

const above = (fact: string, step: number, steps: number): Subject => ({
  fact,
  test: (random) => `${fact} ${of(['<', '<=', '>', '>='], random)} ${(1 + random(steps)) * step}`,
  value: (random) => random(steps * step * 2),
})

const flag = (fact: string): Subject => ({
  fact,
  test: (random) => (random(2) === 0 ? fact : `not ${fact}`),
  value: (random) => random(2) === 0,
})

/** With `team`, the 14 facts that rules of a large gateway look at. */
const subjects: readonly Subject[] = [
  oneOf('env', envs),
  oneOf('task', tasks),
  oneOf('client', clients),
  oneOf(
    'project',
    Array.from({ length: 30 }, (_, each) => `project-${each}`),
  ),
  oneOf(
    'developer',
    Array.from({ length: 60 }, (_, each) => `dev-${each}`),
  ),
  flag('stream'),
  flag('tools'),
  flag('images'),
  flag('reasoning'),
  above('input_tokens', 4_000, 20),
  above('messages', 2, 20),
  above('hour', 1, 11),
  {
    fact: 'temperature',
    test: (random) => `temperature ${of(['<=', '>'], random)} ${random(11) / 10}`,
    value: (random) => random(20) / 10,
  },
]

/** Rules per team: what a platform with a hundred teams has at a thousand rules. */
const rulesPerTeam = 10

const teamOf = (count: number, random: (below: number) => number): string =>
  `team-${random(Math.ceil(count / rulesPerTeam))}`

/**
 * A `.route` text of `count` rules, each of one team and two to four further tests, and a default. Rules of more tests
 * come first, as in a policy that checks: the narrow ones above the wide.
 */
export function generateRules(count: number, seed = 1): string {
  const random = seeded(seed)
  const conditions = Array.from({ length: count }, () => conditionOf(count, random))
  const ordered = conditions.toSorted((a, b) => b.length - a.length)
  const rules = ordered.map(
    (tests, index) => `  rule r${index} when ${tests.join(' and ')} use ${of(models, random)}`,
  )
  return ['gwc 1', 'route {', ...rules, '  default use google/gemini-3.5-flash', '}', ''].join('\n')
}

function conditionOf(count: number, random: (below: number) => number): readonly string[] {
  const drawn = Array.from({ length: 2 + random(3) }, () => of(subjects, random))
  return [`team == "${teamOf(count, random)}"`, ...[...new Set(drawn)].map(({ test }) => test(random))]
}

/** Typed facts of `requests` requests to such a policy. */
export function generateFacts(
  count: number,
  requests: number,
  seed = 2,
): readonly Readonly<Record<string, FactValue>>[] {
  const random = seeded(seed)
  return Array.from({ length: requests }, () => ({
    team: teamOf(count, random),
    ...Object.fromEntries(subjects.map(({ fact, value }) => [fact, value(random)])),
  }))
}
