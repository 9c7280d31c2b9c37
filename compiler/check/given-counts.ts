import { help, report } from '../../lang/report.ts'
import { settleMeters } from '../settle-meters.ts'
import { showCond } from '../show.ts'
import type { Policy, PolicyTest } from '../typed.ts'
import { add, type Checking } from './checking.ts'

/** Reports tests of requests that cannot be: something counted by a budget or limit that does not apply. */
export function checkGivenCounts(
  c: Checking,
  tests: readonly PolicyTest[],
  rules: Pick<Policy, 'budget' | 'limit'>,
): void {
  for (const test of tests) checkTest(c, test, rules)
}

function checkTest(c: Checking, { given, span }: PolicyTest, rules: Pick<Policy, 'budget' | 'limit'>): void {
  const facts = Object.fromEntries(given)
  const settled = settleMeters(rules, facts)
  const gone = Object.keys(facts).find((name) => !(name in settled) && facts[name] !== 0)
  if (gone === undefined) return
  const meter = gone.slice(0, gone.lastIndexOf('.'))
  const rule = [...rules.budget, ...rules.limit].find(({ name }) => name === meter)
  if (rule === undefined) return
  const problem = `\`${meter}\` counts nothing of this request, to which it does not apply`
  add(
    c,
    report('GWC1222', { problem }, span, {
      secondary: [{ span: rule.at, text: 'does not hold' }],
      notes: [help(`give the facts of \`${showCond(rule.condition)}\`, or leave out what is spent`)],
    }),
  )
}
