import type { Name } from '../../lang/ast.ts'
import { suggest } from '../../core/did-you-mean.ts'
import { help, report } from '../../lang/report.ts'
import type { PolicyTest } from '../typed.ts'
import { add, type Checking } from './checking.ts'
import { listWords } from './describe.ts'
import { rewriteNear } from './rewrite.ts'
import type { PendingTest, RuleName } from './walk.ts'

/** Looks for the rules that tests name: in the test's own file first, then by full name. */
export function resolveTests(
  c: Checking,
  tests: readonly PendingTest[],
  rules: ReadonlyMap<string, RuleName>,
): PolicyTest[] {
  return tests.map(({ test, by, prefix }) => {
    const rule = by && findRule(c, by, prefix, rules)
    return by === undefined || rule === undefined
      ? test
      : { ...test, expect: { ...test.expect, by: { span: by.span, rule } } }
  })
}

/** The full name of a rule as a file names it: its own first. An unknown one is reported. */
export function findRule(
  c: Checking,
  name: Name,
  prefix: string,
  rules: ReadonlyMap<string, RuleName>,
): string | undefined {
  const names = [`${prefix}${name.text}`, name.text]
  const found = names.find((each) => rules.has(each))
  if (found !== undefined) return found
  const known = [...rules.entries()]
    .filter(([rule, { what }]) => what === 'rule' || isDefault(rule))
    .map(([rule]) => rule)
  const local = known.map((rule) =>
    prefix !== '' && rule.startsWith(prefix) ? rule.slice(prefix.length) : rule,
  )
  const near = suggest(name.text, local)
  const text =
    near === undefined
      ? local.length === 0
        ? 'no rule has a name yet'
        : `rules are ${listWords(local)}`
      : `did you mean \`${near}\`?`
  const fixes = rewriteNear(name.span, near)
  return add(
    c,
    report('GWC1008', { name: name.text }, name.span, { label: 'unknown', notes: [help(text)], fixes }),
  )
}

/** The `default` of a route is named so. */
function isDefault(rule: string): boolean {
  return rule === 'default' || rule.endsWith('.default')
}
