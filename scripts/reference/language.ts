import { failureClasses } from '../../compiler/failure-classes.ts'
import { modelProperties } from '../../compiler/model-properties.ts'
import { showType } from '../../core/show-type.ts'
import { type TableName, tables } from '../../core/tables.ts'
import type { FactType, Unit } from '../../core/types.ts'
import type { Property } from '../../lang/ast/assertion.ts'
import type { Target } from '../../lang/ast/chain.ts'
import { code, type Page, page, table } from './markdown.ts'

type Words = readonly [spelling: string, meaning: string]

/** Rows by kind, so that a new kind without its words does not compile. */
const tableOf = (first: string, rows: Readonly<Record<string, Words>>): string =>
  table(
    [first, 'is'],
    Object.values(rows).map(([spelling, meaning]) => [code(spelling), meaning]),
  )

const types = {
  bool: ['stream', 'A flag: a condition by itself.'],
  enum: ['task == code', 'One of a list; an open one may have other values too, which equal none of it.'],
  string: ['team == "search"', '`==`, `in`, `like "web-*"`: the whole value, in its own case.'],
  number: ['input_tokens > 100k', 'Compared with constants in its own unit; nothing converts by itself.'],
  address: ['address in {"10.0.0.0/8"}', 'An IP address, in prefixes.'],
  strings: ['tags contains "x"', 'A set of texts.'],
  text: ['prompt contains "x"', 'Prompt text; letters a-z in either case.'],
  model: ['model in small', 'A catalogue id `provider/name`, or `other`.'],
} as const satisfies Record<FactType['kind'], Words>

const units = {
  integer: ['3', 'A count.'],
  decimal: ['0.3', 'An ordinary number; constants have at most three places.'],
  tokens: ['200k', '`900`, `200k`, `1.5M`.'],
  money: ['$0.02', 'Dollars, exact to a nano-dollar.'],
  percent: ['80%', 'Exact to a hundredth of a percent.'],
  duration: ['30s', '`200ms`, `30s`, `5m`, `1h`, `7d`.'],
  bytes: ['64kB', '`900B`, `64kB`, `10MB`, `64KiB`, `1MiB`.'],
  score: ['0.95', 'From 0 to 1, in steps of 0.001.'],
  time: ['09:30', 'A time of day, in the `zone` of the policy.'],
} as const satisfies Record<Unit, Words>

const combination = {
  first: 'the first that matches decides',
  every: 'every one that matches applies',
} as const

const tableWords = {
  guard: 'Denies, and models that are removed from every stage and fallback.',
  budget: 'Money per period, for whom it is counted.',
  limit: 'Requests or tokens per period, or requests at once.',
  route: 'Which models answer, in which order.',
  embeddings: '`route embeddings { … }`: the same for requests of embeddings.',
  cache: 'Whether an answer may be one that was given before.',
  attempt: 'Deadlines, retries, backoff.',
  shape: 'Changes of the request: caps, compaction, prompt cache.',
  log: 'What is recorded of a request.',
} as const satisfies Record<TableName, string>

const stages = {
  UseModel: ['openai/gpt-4.1', 'That model.'],
  Pick: ['cheapest of SET', '`cheapest`, `fastest` or `best` of a set, which may be filtered with `where`.'],
  Split: ['split by FACT {95% A, 5% B}', 'A share each; the same value of the fact always gets the same.'],
  Asked: ['asked', 'The model that the client named.'],
  Deny: ['deny "Why."', 'An answer that says no; it ends the chain.'],
} as const satisfies Record<Exclude<Target['kind'], 'Missing'>, Words>

const properties = {
  NeverUse: ['never use SET', 'No request gets a model of the set, through no fallback either.'],
  AlwaysUse: ['always use SET', 'Every request that is answered gets a model of the set.'],
  Denied: ['denied', 'Every request is refused.'],
  Allowed: ['allowed', 'No request is refused.'],
  CacheOff: ['cache off', 'No answer comes from the cache, and none goes into it.'],
  CacheWithin: ['cache within team', 'No answer crosses from one value of the dimension to another.'],
  AtMost: ['cost <= $1.00', '`cost`, `time` or `attempts`: the worst case over every path stays within.'],
  Charged: ['charged BUDGET', 'Every billable request is counted by the budget.'],
  LogMetadata: ['log metadata', 'No content is recorded.'],
  Reachable: ['reachable RULE', 'Some request is decided by the rule, or by the `default`.'],
} as const satisfies Record<Exclude<Property['kind'], 'Missing'>, Words>

/** The pages on the parts of the language that are lists. */
export const languagePages = (): readonly Page[] => [
  page('types.md', 'Types and units', '`core/types.ts`', [
    tableOf('type', types),
    '## Units',
    tableOf('written', units),
  ]),
  page('tables.md', 'Tables and how their rules combine', '`core/tables.ts`', [
    table(
      ['table', 'rules combine', 'says'],
      Object.entries(tables).map(([name, how]) => [
        code(name),
        combination[how],
        tableWords[name as TableName],
      ]),
    ),
    'In a table whose first rule decides, the last row is `default`; where every rule applies, `always` says without a condition.',
  ]),
  page('stages.md', 'Stages and failure classes', '`lang/ast/chain.ts` and `compiler/failure-classes.ts`', [
    tableOf('stage', stages),
    'Stages chain with `then STAGE on {classes}`: a failure goes to the first later stage that takes its class.',
    '## Failure classes',
    table(
      ['class', 'without `on`', 'is'],
      failureClasses.map(({ name, byDefault, doc }) => [
        code(name),
        byDefault ? 'followed' : 'only when named',
        doc,
      ]),
    ),
  ]),
  page('assertions.md', 'What an assertion can say', '`lang/ast/assertion.ts`', [
    '`assert "title" PROPERTY when COND`: proved for all requests over the first choice and every fallback, or refuted with a request.',
    tableOf('property', properties),
  ]),
  page('models.md', 'What `where` can ask of models', '`compiler/model-properties.ts`', [
    '`SET where COND`, evaluated when the policy is built. A model of which the catalogue does not know a value fails the filter on it.',
    table(
      ['property', 'type', 'is'],
      modelProperties.map(({ row }) => [code(row.name), code(showType(row.type)), row.doc]),
    ),
  ]),
]
