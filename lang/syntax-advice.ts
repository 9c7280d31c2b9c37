import type { IToken } from 'chevrotain'
import type { Note } from './diagnostic.ts'
import type { StartRule } from './grammar-run.ts'
import { help } from './report.ts'

const advice: readonly {
  readonly rule?: StartRule
  readonly after?: string
  /** The word before that. */
  readonly before?: string
  readonly found?: RegExp
  /** A word that does not stand before. */
  readonly lacks?: string
  readonly text: string
}[] = [
  { rule: 'guardRow', after: 'deny', text: 'a denial says why: `deny "…" when …`' },
  { rule: 'routeItem', after: 'rule', text: 'a rule has a name: `rule NAME when … use …`' },
  { rule: 'item', after: 'assert', text: 'an assertion has a title: `assert "…" never use …`' },
  { rule: 'item', after: 'test', text: 'a test has a title: `test "…" { … }`' },
  {
    rule: 'routeItem',
    after: 'when',
    found: /^(?:true|false)$/,
    text: 'a rule for all the rest is `default use …`',
  },
  {
    after: 'when',
    found: /^["$\d]/,
    text: 'the fact stands first: `input_tokens > 1k`, `team == "search"`',
  },
  {
    after: 'in',
    found: /^\d/,
    text: 'a set stands in braces, `in {1, 2}`, and a range is two comparisons: `hour >= 9 and hour < 17`',
  },
  {
    rule: 'attemptRow',
    before: 'backoff',
    text: 'it is the least wait and the most: `backoff 200ms to 5s`',
  },
  {
    rule: 'item',
    found: /^as$/,
    lacks: 'include',
    text: 'what a file declares is used by its own names: `import "names.route"`; a policy with rules is `include "team.route" as NAME`',
  },
  {
    rule: 'item',
    after: 'log',
    found: /^(?:off|content)$/,
    text: '`log metadata` holds where nobody keeps the content: what is not logged at all keeps none',
  },
  { rule: 'item', found: /^requests\//, text: 'it is said in words: `60 requests per minute`' },
  { rule: 'item', found: /^tokens\//, text: 'it is said in words: `200k tokens per minute`' },
  { found: /^between$/, text: 'a range is two comparisons: `hour >= 9 and hour < 17`' },
  { found: /^[+*/]$/, text: 'a condition compares one fact with constants: there is no arithmetic' },
  { found: /^[=~]/, text: 'text by pattern is `like "gpt-*"`: `*` is any run of characters' },
  { after: 'on', text: 'classes of failures stand in braces: `on {429, timeout}`' },
  {
    rule: 'routeItem',
    found: /^on$/,
    text: '`on {…}` says which failures lead to a stage: it stands after `then STAGE`',
  },
  { rule: 'item', found: /^gwc$/, text: 'the version stands once, on the first line' },
  { rule: 'version', found: /^"/, text: 'the version is a plain number: `gwc 1`' },
  { rule: 'given', found: /^$/, text: 'a fact of a test is given its value: `given stream = true`' },
  { rule: 'item', after: 'budget', text: 'a budget has a name: `budget NAME $100 per month`' },
  { rule: 'item', after: 'limit', text: 'a limit has a name: `limit NAME 60 requests per minute`' },
  { rule: 'item', after: 'zone', text: 'the zone stands in double quotes: `zone "Europe/Berlin"`' },
  { rule: 'item', after: 'facts', text: 'the path stands in double quotes: `facts "acme.facts.json"`' },
  { rule: 'item', after: 'import', text: 'the path stands in double quotes: `import "names.route"`' },
  {
    rule: 'item',
    found: /^was$/,
    text: '`was OLD` stands right after the new name: `budget NAME was OLD …`',
  },
  {
    rule: 'routeItem',
    found: /^was$/,
    text: '`was OLD` stands right after the new name: `rule NAME was OLD …`',
  },
  { after: 'has', found: /^"/, text: 'a fact is named without quotes: `has project`' },
  {
    after: 'or',
    found: /^"/,
    text: 'each side is a whole condition; one fact with any of several values is `team in {"a", "b"}`',
  },
  {
    rule: 'routeItem',
    after: 'when',
    found: /^(?:always|default)$/,
    text: 'a rule for all the rest is `default use …`',
  },
  {
    rule: 'guardRow',
    after: 'when',
    found: /^(?:true|always|default)$/,
    text: 'a row for every request is `always` in place of `when …`',
  },
  {
    after: 'use',
    found: /^\{/,
    text: 'of a set one model is picked: `cheapest of {…}`, `fastest of {…}` or `best of {…}`',
  },
  {
    rule: 'routeItem',
    found: /^use$/,
    lacks: 'when',
    text: 'a rule says when it applies, `rule NAME when … use …`; for all the rest there is `default use …`',
  },
  {
    rule: 'routeItem',
    after: 'split',
    text: '`by` says what keeps its arm: `split by developer {95% …, 5% …}`',
  },
  { rule: 'routeItem', found: /^of$/, text: 'an arm of a split is one model' },
  { rule: 'item', found: /^deprecated$/, text: '`deprecated "…"` stands at the end of its declaration' },
]

/** What helps where the grammar's own words say too little: by the rule, and the words around the place it stopped at. */
export function adviceFor(
  {
    rule,
    tokens,
    stop,
  }: {
    readonly rule: StartRule
    readonly tokens: readonly IToken[]
    readonly stop: { readonly index: number }
  },
  found: string,
): readonly Note[] {
  const [before, after] = [tokens[stop.index - 2]?.image, tokens[stop.index - 1]?.image]
  return advice
    .filter((one) => (one.rule ?? rule) === rule)
    .filter((one) => (one.after ?? after) === after && (one.before ?? before) === before)
    .filter((one) => one.found?.test(found) ?? true)
    .filter(({ lacks }) => tokens.slice(0, stop.index).every(({ image }) => image !== lacks))
    .map(({ text }) => help(text))
}
