import { suggest } from '../../core/did-you-mean.ts'
import type { AssertDecl, Name, Property as Written } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { Assertion, Cond, Property } from '../typed.ts'
import { cacheScopes } from './cache.ts'
import { add, type Checking } from './checking.ts'
import { listWords } from './describe.ts'
import { rewriteNear } from './rewrite.ts'
import { evaluateModels } from './set.ts'
import { readChoice, readSetting, type SettingRange } from './setting.ts'
import { findRule } from './test-rules.ts'
import { checkWhen, type PendingAssertion, type PendingProperty, type RuleName, type Walk } from './walk.ts'

/** What each bound of an assertion takes. */
const ranges = {
  cost: { name: 'cost', unit: 'money', min: 0, max: Number.MAX_SAFE_INTEGER },
  attempts: { name: 'attempts', unit: 'integer', min: 0, max: 1_000_000 },
  time: { name: 'time', unit: 'duration', min: 0, max: 365 * 86_400_000 },
} as const satisfies Record<string, SettingRange>

/** Types an assertion; in an included file it gains the include's condition, so that it speaks of that traffic alone. */
export function checkAssertion(w: Walk, item: AssertDecl): void {
  const condition = checkRegion(w, item)
  const property = checkProperty(w, item.property)
  if (condition === undefined || property === undefined || item.title.kind === 'Missing') return
  const { span, title } = item
  const at = { ...span, end: Math.min(span.end, span.start + 'assert'.length) }
  const assertion = { title: title.value, span, at, claimAt: item.property.span, condition }
  w.assertions.push({ assertion, property, prefix: w.prefix })
}

function checkRegion(w: Walk, { condition, property }: AssertDecl): Cond | undefined {
  const at: Span = condition?.span ?? property.span
  return checkWhen(
    w,
    condition === undefined ? { kind: 'Always', span: at } : { kind: 'When', span: at, condition },
  )?.condition
}

function checkProperty(w: Walk, written: Written): PendingProperty | undefined {
  switch (written.kind) {
    case 'NeverUse':
      return checkUse(w, 'never-use', written)
    case 'AlwaysUse':
      return checkUse(w, 'always-use', written)
    case 'Denied':
      return { kind: 'denied' }
    case 'Allowed':
      return { kind: 'allowed' }
    case 'CacheOff':
      return { kind: 'cache-off' }
    case 'CacheWithin': {
      if (written.dimension.kind === 'Missing') return undefined
      const within = readChoice(w.c, cacheScopes, 'scope of a cache', written.dimension)
      return within && { kind: 'cache-within', within }
    }
    case 'AtMost': {
      const value = readSetting(w.c, ranges[written.of], written.value)
      return value === undefined ? undefined : { kind: 'at-most', of: written.of, value }
    }
    case 'Reachable':
      return written.rule.kind === 'Missing' ? undefined : { kind: 'reachable', rule: written.rule }
    case 'Charged':
      return written.budget.kind === 'Missing' ? undefined : { kind: 'charged', budget: written.budget }
    case 'LogMetadata':
      return { kind: 'log-metadata' }
    case 'Missing':
      return undefined
  }
}

function checkUse(
  { place }: Walk,
  kind: 'never-use' | 'always-use',
  { set }: Extract<Written, { kind: 'NeverUse' | 'AlwaysUse' }>,
): PendingProperty | undefined {
  const value = evaluateModels(place, set)
  return value && { kind, models: value.ids, shown: value.shown }
}

/** Looks for the rules and budgets that assertions name, as tests do. */
export function resolveAssertions(
  c: Checking,
  assertions: readonly PendingAssertion[],
  rules: ReadonlyMap<string, RuleName>,
): Assertion[] {
  warnOfTitles(c, assertions)
  return assertions.flatMap(({ assertion, property, prefix }): Assertion[] => {
    const resolved = resolve(c, property, prefix, rules)
    return resolved === undefined ? [] : [{ ...assertion, property: resolved }]
  })
}

/** Two of one file; a file that is included twice has its own twice. */
function warnOfTitles(c: Checking, assertions: readonly PendingAssertion[]): void {
  const seen = new Map<string, Assertion['at']>()
  for (const { assertion, prefix } of assertions) {
    const { title, at } = assertion
    const key = `${prefix}\n${title}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, at)
    else
      add(
        c,
        report('GWC3006', { title }, at, {
          secondary: [{ span: first, text: 'the first' }],
          notes: [help('a title says what is claimed: give each its own')],
        }),
      )
  }
}

function resolve(
  c: Checking,
  property: PendingProperty,
  prefix: string,
  rules: ReadonlyMap<string, RuleName>,
): Property | undefined {
  if (property.kind === 'reachable') {
    const rule = findRule(c, property.rule, prefix, rules)
    return rule === undefined ? undefined : { kind: 'reachable', rule }
  }
  if (property.kind !== 'charged') return property
  const budget = findBudget(c, property.budget, prefix, rules)
  return budget === undefined ? undefined : { kind: 'charged', budget }
}

/** The full name of a budget: of the assertion's own file, or of one around it. */
function findBudget(
  c: Checking,
  { text, span }: Name,
  prefix: string,
  rules: ReadonlyMap<string, RuleName>,
): string | undefined {
  const known = [...rules].filter(([, { what }]) => what === 'budget').map(([name]) => name)
  const parts = prefix.split('.').slice(0, -1)
  const around = parts.map((_, index) => `${parts.slice(0, parts.length - index).join('.')}.${text}`)
  const found = [...around, text].find((name) => known.includes(name))
  if (found !== undefined) return found
  const near = suggest(text, known)
  const otherwise = known.length === 0 ? 'no budget is declared' : `budgets are ${listWords(known)}`
  const notes = [help(near === undefined ? otherwise : `did you mean \`${near}\`?`)]
  return add(
    c,
    report('GWC1001', { name: text, wanted: 'budget' }, span, {
      label: 'unknown',
      notes,
      fixes: rewriteNear(span, near),
    }),
  )
}
