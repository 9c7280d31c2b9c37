import { existsSync } from 'node:fs'
import { text as readAll } from 'node:stream/consumers'
import type { Outcome } from '../compiler/outcome.ts'
import type { Facts } from '../compiler/holds.ts'
import { rulesOf } from '../compiler/rules.ts'
import { settingsOf } from '../compiler/settings.ts'
import { tellCache } from '../compiler/tell-cache.ts'
import { breaks } from '../compiler/assertions/breaks.ts'
import { explain, type Explanation, type RuleExplanation } from '../compiler/why.ts'
import { indexLines } from '../lang/line-index.ts'
import { suggest } from '../core/did-you-mean.ts'
import type { Assertion, Policy } from '../compiler/typed.ts'
import type { Catalogue } from '../core/catalogue.ts'
import type { Span } from '../lang/span.ts'
import type { FactValue } from '../core/types.ts'
import { columns } from './columns.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { showFindings } from './findings.ts'
import { dialectOf, factsFromBody, isChatRequest } from './body-facts.ts'
import { factsFromJson, factsFromWords } from './given-facts.ts'
import { loggedFacts } from './logged-facts.ts'
import { readText } from './policy-files.ts'
import { loadProject, type Project } from './project.ts'
import { reasonOf, ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'
import { comparison, loggedRequest, replayLog } from './why-log.ts'

/** `gwc why REQUEST`: the decision for one request, and every rule's first failing condition. */
export async function run(words: readonly string[], options: Options): Promise<ExitCode> {
  const project = loadProject(textOption(options, 'policy') ?? '.', { config: textOption(options, 'config') })
  const { policy, diagnostics, models } = project.compile()
  if (policy === undefined) {
    console.error(showFindings(diagnostics, project.sources))
    return exitCode.errors
  }
  const only = ruleNamed(policy, textOption(options, 'not'))
  const log = textOption(options, 'log')
  const entry = log === undefined ? undefined : loggedRequest(log, textOption(options, 'request'))
  if (log !== undefined && entry === undefined) return replayLog(policy, log, options.json === true)
  if (entry === undefined && words.length === 0)
    throw new ToolFailure('say which request: name=value words, a file, or --log FILE')
  const endpoint = textOption(options, 'endpoint')
  const given = words.length === 0 ? {} : await readFacts(words, { policy, models, endpoint })
  const facts = { ...(entry === undefined ? {} : loggedFacts(policy, entry)), ...given }
  const explanation = explain(policy, facts, only)
  const broken = policy.assertions.filter((each) => breaks(policy, each, facts, project.input))
  console.log(
    options.json === true
      ? JSON.stringify(
          {
            ...toJson(explanation),
            cache: cacheOf(explanation, policy, facts)[0],
            breaks: broken.map(({ title }) => title),
          },
          null,
          2,
        )
      : [
          show(explanation, project),
          ...cacheOf(explanation, policy, facts).map((told) => `\ncache: ${told}`),
          ...broken.map((each) => showBroken(each, project)),
          ...(entry === undefined ? [] : [comparison(entry, explanation.outcome.by?.name)]),
        ].join('\n'),
  )
  return exitCode.ok
}

/** What a request is read by. */
interface Reading {
  readonly policy: Policy
  readonly models: Catalogue
  /** Whose body the file is; `undefined`: it is a chat request or a list of facts, told by `messages`. */
  readonly endpoint: string | undefined
}

async function readFacts(words: readonly string[], reading: Reading): Promise<Record<string, FactValue>> {
  const { policy, models, endpoint } = reading
  const [first = ''] = words
  const known = { facts: policy.facts, models }
  const isFile = first === '-' || first.startsWith('{') || !first.includes('=') || existsSync(first)
  if (!isFile && endpoint !== undefined)
    throw new ToolFailure('--endpoint says what a file is; with facts alone, say endpoint=NAME')
  const facts = isFile ? await factsFromFile(first, reading) : {}
  return { ...facts, ...factsFromWords(isFile ? words.slice(1) : words, known) }
}

async function factsFromFile(
  path: string,
  { policy, models, endpoint }: Reading,
): Promise<Record<string, FactValue>> {
  const text = path.startsWith('{') ? path : path === '-' ? await readAll(process.stdin) : readText(path)
  const given = parseObject(path, text)
  return endpoint !== undefined || isChatRequest(given)
    ? factsFromBody(text, dialectOf(endpoint ?? 'chat'), policy, models)
    : factsFromJson(given, { facts: policy.facts, models })
}

function parseObject(path: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch (error) {
    throw new ToolFailure(`${path} is not JSON: ${reasonOf(error)}`, { cause: error })
  }
  throw new ToolFailure(`${path} is not a JSON object of facts, nor a chat request`)
}

function ruleNamed(policy: Policy, name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const names = rulesOf(policy).map((rule) => rule.name)
  if (names.includes(name)) return name
  const near = suggest(name, names)
  throw new ToolFailure(
    `there is no rule \`${name}\`${near === undefined ? '.' : `; did you mean \`${near}\`?`} The rules are ${names.join(', ')}`,
  )
}

function show({ outcome, rules }: Explanation, project: Project): string {
  const by =
    outcome.by === undefined ? 'by gwc itself' : `by ${outcome.by.name} (${placeOf(outcome.by, project)})`
  const rows = rules.map((rule) => [`  ${rule.table}`, rule.name, verdictOf(rule), placeOf(rule, project)])
  return [`${showOutcome(outcome)}  ${by}`, '', columns(rows)].join('\n')
}

/** What the cache does with the request, in words: nothing where it is denied, or no row speaks of caching. */
function cacheOf({ outcome, verdict }: Explanation, policy: Policy, facts: Facts): readonly string[] {
  if (outcome.kind === 'deny' || policy.cache.length === 0) return []
  return [tellCache(settingsOf(verdict).cache, facts)]
}

function showBroken(assertion: Assertion, project: Project): string {
  return `\nbreaks assertion ${JSON.stringify(assertion.title)} (${placeOf(assertion, project)})`
}

function showOutcome(outcome: Outcome): string {
  if (outcome.kind === 'deny') return `deny ${JSON.stringify(outcome.message)} status ${outcome.status}`
  return `use ${outcome.stages.map(({ shown }) => shown).join(' then ')}`
}

function placeOf({ span }: { readonly span: Span }, { sources }: Project): string {
  return `${span.file}:${indexLines(sources.get(span.file) ?? '').positionAt(span.start).line}`
}

const verdictWords = {
  decides: 'decides',
  applies: 'applies',
  'too-late': 'matches, but an earlier rule decides',
} as const

function verdictOf(rule: RuleExplanation): string {
  if (rule.verdict !== 'fails') return verdictWords[rule.verdict]
  const has = rule.failed?.facts.map(({ name, shown }) => `${name} is ${shown}`).join(', ')
  return `fails at \`${rule.failed?.condition ?? ''}\`${has === undefined || has === '' ? '' : `: ${has}`}`
}

const toJson = ({ outcome, rules }: Explanation): object => ({
  outcome: showOutcome(outcome),
  rule: outcome.by?.name,
  rules: rules.map(({ name, table, verdict, failed }) => ({
    name,
    table,
    verdict,
    ...(failed === undefined
      ? {}
      : {
          failed: {
            condition: failed.condition,
            facts: Object.fromEntries(failed.facts.map(({ name: fact, value }) => [fact, value])),
          },
        }),
  })),
})
