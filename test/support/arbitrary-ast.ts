import type * as ast from '../../lang/ast.ts'
import { reservedWords } from '../../lang/tokens.ts'
import { fc } from './fast-check.ts'

// Random syntax trees of the whole language, such as the parser makes them: no `Missing`, and of two trees with the same
// text the one that the parser gives.

const span = { file: 'random.route', start: 0, end: 0 } as const
const reserved: ReadonlySet<string> = new Set(reservedWords)
/** Words that open another form where a name could stand. */
const opening: ReadonlySet<string> = new Set(['cheapest', 'fastest', 'best', 'split', 'asked', 'deny'])
/** `model "x"` and `family("x")` are forms of their own. */
const calling: ReadonlySet<string> = new Set(['model', 'family'])

const identifier = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,7}$/).filter((text) => !reserved.has(text))
const contextual = fc.constantFrom(
  'key',
  'session',
  'tokens',
  'cache',
  'budget',
  'rule',
  'use_',
  'log',
  'test',
  'route',
  'off',
  'soft',
)
const dotted = fc.tuple(identifier, identifier).map((parts) => parts.join('.'))
const nameText = fc.oneof(identifier, contextual, dotted)

const nameOf = (text: string): ast.Name => ({ kind: 'Name', span, text })
export const name: fc.Arbitrary<ast.Name> = nameText.map(nameOf)
/** A name that stands for a constant, a set or a model. */
const reference = nameText.filter((text) => !opening.has(text) && !calling.has(text)).map(nameOf)

export const string: fc.Arbitrary<ast.StringLit> = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('"', '\\', 'a\nb', '// no comment', ''),
  )
  .map((value) => ({ kind: 'String', span, value }))

const digits = fc.oneof(
  fc.nat({ max: 100_000 }).map(String),
  fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 999 })).map(([whole, part]) => `${whole}.${part}`),
)
const unit = fc.constantFrom<ast.QuantityUnit>(
  '',
  '$',
  '%',
  'k',
  'M',
  'ms',
  's',
  'm',
  'h',
  'd',
  'B',
  'kB',
  'MB',
  'KiB',
  'MiB',
)
const clock = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
export const quantity: fc.Arbitrary<ast.QuantityLit> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ kind: fc.constant('Quantity' as const), span: fc.constant(span), digits, unit }),
  },
  {
    weight: 1,
    arbitrary: clock.map((text) => ({
      kind: 'Quantity' as const,
      span,
      digits: text,
      unit: 'clock' as const,
    })),
  },
)

const bool = fc.boolean().map((value): ast.BoolLit => ({ kind: 'Bool', span, value }))
export const model: fc.Arbitrary<ast.ModelLit> = fc
  .oneof(
    fc.constantFrom('openai/gpt-4.1-mini', 'bedrock/anthropic.claude-v2:1', 'a/b/c@2', 'x/1', 'azure/gpt_5'),
    fc.string({ maxLength: 8 }),
  )
  .map((text) => ({ kind: 'Model', span, text }))

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 })
const node = <K extends string, T extends object>(kind: K, fields: { [F in keyof T]: fc.Arbitrary<T[F]> }) =>
  fc.record(fields).map((made) => ({ kind, span, ...(made as T) }))
const few = <T>(arbitrary: fc.Arbitrary<T>, minLength = 0): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { minLength, maxLength: 4 })

export const constant: fc.Arbitrary<ast.Constant> = fc.oneof(string, quantity, bool, model, reference)

const subject: fc.Arbitrary<ast.Subject> = fc.oneof(
  { weight: 5, arbitrary: name },
  { weight: 1, arbitrary: node('Call', { name, argument: constant }) },
)

// ------------------------------------------------------------------------------------- conditions and sets

const modelOrName = fc.oneof(model, reference)
const family = node('Family', { name: string })
const glob = node('Glob', { pattern: string })
export const setLiteral: fc.Arbitrary<ast.SetLit> = node('SetLit', {
  elements: few(fc.oneof(constant, family, glob)),
})
const setReference = reference.map((text): ast.SetRef => ({ kind: 'SetRef', span, name: text }))

const recursive = fc.letrec<{ expr: ast.Expr; set: ast.SetExpr }>((tie) => ({
  expr: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    node('Compare', {
      subject,
      op: fc.constantFrom<ast.CompareOp>('==', '!=', '<', '<=', '>', '>='),
      value: constant,
    }),
    node('Flag', { subject }),
    node('Has', { subject: name }),
    node('Like', { subject, negated: fc.boolean(), pattern: string }),
    node('Contains', { subject, value: fc.oneof(string, name) }),
    node('In', { subject, negated: fc.boolean(), set: tie('set') }),
    node('Not', { operand: tie('expr') }),
    node('And', { terms: fc.array(tie('expr'), { minLength: 2, maxLength: 3 }) }),
    node('Or', { terms: fc.array(tie('expr'), { minLength: 2, maxLength: 3 }) }),
  ),
  set: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    setLiteral,
    setReference,
    family,
    glob,
    model,
    node('SetOp', { op: fc.constantFrom<'+' | '-'>('+', '-'), left: tie('set'), right: tie('set') }),
    node('SetWhere', { set: tie('set'), filter: tie('expr') }),
  ),
}))

export const condition: fc.Arbitrary<ast.Expr> = recursive.expr
export const set: fc.Arbitrary<ast.SetExpr> = recursive.set

// --------------------------------------------------------------------------------------------------- rows

/** `///` text as the parser gives it: one space after the slashes taken away, none at the end of a line. */
const docLine = fc.stringMatching(/^[ -~]{0,12}$/).map((text) => text.replace(/^\//, '').trimEnd())
const doc = fc.option(
  fc.array(docLine, { minLength: 1, maxLength: 2 }).map((texts) => texts.join('\n')),
  { nil: undefined, freq: 6 },
)

const when = node('When', { condition })
const always = fc.constant<ast.When>({ kind: 'Always', span })
const byDefault = fc.constant<ast.When>({ kind: 'Default', span })
const whenOrAlways: fc.Arbitrary<ast.When> = fc.oneof(when, always)
const whenOrDefault: fc.Arbitrary<ast.When> = fc.oneof(when, byDefault)

const share = node('FailureClass', {
  text: fc.constantFrom('429', '5xx', '4xx', 'overloaded', 'timeout', 'budget', 'context'),
})
const failureClasses = few(share, 1)
const target: fc.Arbitrary<ast.Target> = fc.oneof(
  node('UseModel', { model: modelOrName }),
  node('Pick', { by: fc.constantFrom<ast.Pick['by']>('cheapest', 'fastest', 'best'), set }),
  node('Split', {
    by: name,
    salt: maybe(string),
    arms: few(fc.record({ share: quantity, model: modelOrName }), 1),
  }),
  fc.constant<ast.Asked>({ kind: 'Asked', span }),
  node('Deny', { message: maybe(string), status: maybe(quantity) }),
)
const stage = (on: fc.Arbitrary<ast.Stage['on']>): fc.Arbitrary<ast.Stage> =>
  node('Stage', { target, shadow: maybe(fc.record({ share: quantity, model: modelOrName })), on })
export const chain: fc.Arbitrary<ast.Chain> = fc
  .tuple(stage(fc.constant(undefined)), fc.array(stage(maybe(failureClasses)), { maxLength: 2 }))
  .map(([head, rest]) => ({ kind: 'Chain', span, stages: [head, ...rest] }))

const guardRow: fc.Arbitrary<ast.GuardRow> = fc.oneof(
  node('DenyRow', { doc, message: string, status: maybe(quantity), when: whenOrAlways }),
  node('NeverUseRow', { doc, set, when: whenOrAlways }),
)

const routeItem: fc.Arbitrary<ast.RouteItem> = fc.oneof(
  node('Rule', { doc, name, was: maybe(name), when, chain }),
  node('RouteDefault', { doc, chain }),
  node('Affinity', { by: name }),
)

const noTerms = {
  confidence: undefined,
  ttl: undefined,
  within: undefined,
  maxError: undefined,
  judge: undefined,
} as const
const judge = fc.record({ model: modelOrName, within: maybe(quantity) })
const cacheOutcome: fc.Arbitrary<ast.CacheOutcome> = fc
  .record({
    mode: fc.constantFrom<ast.CacheOutcome['mode']>('off', 'exact', 'semantic'),
    confidence: maybe(quantity),
    ttl: maybe(quantity),
    within: maybe(name),
    maxError: maybe(quantity),
    judge: maybe(judge),
  })
  .map((made) => {
    const terms = made.mode === 'off' ? noTerms : made
    const confidence = made.mode === 'semantic' ? made.confidence : undefined
    return { kind: 'CacheOutcome', span, ...terms, confidence, mode: made.mode }
  })

const attemptSetting: fc.Arbitrary<ast.AttemptSetting> = fc.oneof(
  node('Deadline', {
    of: fc.constantFrom<'connect' | 'first_token' | 'idle' | 'total'>(
      'connect',
      'first_token',
      'idle',
      'total',
    ),
    value: quantity,
  }),
  node('Retries', { value: quantity }),
  node('Backoff', { from: quantity, to: quantity }),
  node('Ambiguous', { value: fc.constantFrom<'never' | 'once'>('never', 'once') }),
  node('Abort', { value: fc.constantFrom<'cancel' | 'drain'>('cancel', 'drain') }),
)

const shapeSetting: fc.Arbitrary<ast.ShapeSetting> = fc.oneof(
  node('MaxOutput', { value: quantity }),
  node('Compact', { to: quantity }),
  node('PromptCache', { value: fc.constantFrom<'auto' | 'off'>('auto', 'off') }),
)

const logRow: fc.Arbitrary<ast.LogRow> = fc
  .record({
    doc,
    when: whenOrDefault,
    level: fc.constantFrom<ast.LogRow['level']>('off', 'metadata', 'content'),
    sample: maybe(quantity),
  })
  .map((made) => ({
    kind: 'LogRow',
    span,
    ...made,
    sample: made.level === 'content' ? made.sample : undefined,
  }))

// --------------------------------------------------------------------------------------------------- tests

const property: fc.Arbitrary<ast.Property> = fc.oneof(
  node('NeverUse', { set }),
  node('AlwaysUse', { set }),
  fc.constantFrom<ast.Property>(
    { kind: 'Denied', span },
    { kind: 'Allowed', span },
    { kind: 'CacheOff', span },
    { kind: 'LogMetadata', span },
  ),
  node('CacheWithin', { dimension: name }),
  node('AtMost', {
    of: fc.constantFrom<'cost' | 'attempts' | 'time'>('cost', 'attempts', 'time'),
    value: quantity,
  }),
  node('Charged', { budget: name }),
  node('Reachable', { rule: name }),
)

const givenValue = fc.oneof({ weight: 4, arbitrary: constant }, { weight: 1, arbitrary: setLiteral })
const given = few(node('Given', { fact: subject, value: givenValue }))

const ruleName = fc.oneof(
  { weight: 4, arbitrary: name },
  { weight: 1, arbitrary: fc.constant(nameOf('default')) },
)
const denial = fc.record({ span: fc.constant(span), message: maybe(string), status: maybe(quantity) })
const cacheMode = fc.constantFrom<'off' | 'exact' | 'semantic'>('off', 'exact', 'semantic')
const expectation: fc.Arbitrary<ast.Expectation> = fc
  .record({ use: maybe(chain), deny: maybe(denial), by: maybe(ruleName), cache: maybe(cacheMode) })
  .filter(({ use, deny, by, cache }) => Boolean(use ?? deny ?? by ?? cache))
  .map((made) => ({ kind: 'Expect', span, ...made }))

/** What a cell can say: a lone name of a rule stands where a model could, so it opens no other form. */
const cellRule = fc.oneof(
  { weight: 4, arbitrary: reference },
  { weight: 1, arbitrary: fc.constant(nameOf('default')) },
)
const testTable: fc.Arbitrary<ast.TestTableDecl> = fc
  .record({
    title: string,
    given,
    inputs: few(subject, 1),
    outputs: fc.uniqueArray(fc.constantFrom('use', 'deny', 'by', 'cache'), { minLength: 1 }),
  })
  .chain((head) =>
    few(testRow(head.inputs.length, new Set(head.outputs))).map((rows) => ({
      kind: 'TestTable',
      span,
      ...head,
      outputs: head.outputs.map(nameOf),
      rows,
    })),
  )

function testRow(width: number, columns: ReadonlySet<string>): fc.Arbitrary<ast.TestTableRow> {
  const cell = <T>(column: string, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    columns.has(column) ? maybe(arbitrary) : fc.constant(undefined)
  // Text in a `deny` cell is its message; a denial without one cannot have a status there.
  const denied = denial.map((made) => (made.message ? made : { ...made, status: made.status }))
  return fc
    .record({
      values: fc.array(maybe(givenValue), { minLength: width, maxLength: width }),
      use: cell('use', chain),
      deny: cell('deny', denied),
      by: cell('by', cellRule),
      cache: cell('cache', cacheMode),
    })
    .map(({ values, ...expect }) => ({
      kind: 'TestTableRow',
      span,
      values,
      expect: { kind: 'Expect', span, ...expect },
    }))
}

// --------------------------------------------------------------------------------------------- declarations

/** A lone name is a `Name` here and no `SetRef`: only the checker can tell what it stands for. */
const constValue: fc.Arbitrary<ast.ConstDecl['value']> = fc.oneof(
  constant,
  set.map((made) => (made.kind === 'SetRef' ? made.name : made)),
)

const amountFrom = fc.record({ field: name, default: maybe(quantity), atMost: maybe(quantity) })
const warnAt = fc.oneof(fc.constant([]), few(quantity, 1))
const budget: fc.Arbitrary<ast.BudgetDecl> = node('Budget', {
  doc,
  name,
  was: maybe(name),
  soft: fc.boolean(),
  fit: fc.boolean(),
  amount: maybe(quantity),
  from: maybe(amountFrom),
  period: name,
  dimension: maybe(name),
  condition: maybe(condition),
  warnAt,
})

const limit: fc.Arbitrary<ast.LimitDecl> = fc
  .record({
    doc,
    name,
    was: maybe(name),
    soft: fc.boolean(),
    amount: quantity,
    of: fc.constantFrom<ast.LimitDecl['of']>('requests', 'tokens', 'concurrent'),
    period: name,
    dimension: maybe(name),
    condition: maybe(condition),
    warnAt,
  })
  .map((made) => ({
    kind: 'Limit',
    span,
    ...made,
    period: made.of === 'concurrent' ? undefined : made.period,
  }))

export const item: fc.Arbitrary<ast.Item> = fc.oneof(
  node('Facts', { path: string }),
  node('Zone', { zone: string }),
  node('Import', { path: string }),
  node('Include', { doc, path: string, as: name, condition: maybe(condition) }),
  node('Const', { doc, name, value: constValue, deprecated: maybe(string) }),
  node('Pred', { doc, name, condition, deprecated: maybe(string) }),
  node('Guard', { rows: few(guardRow) }),
  budget,
  limit,
  node('Route', {
    traffic: fc.constantFrom<ast.RouteTable['traffic']>('generation', 'embeddings'),
    items: few(routeItem),
  }),
  node('Cache', { rows: few(node('CacheRow', { doc, when: whenOrDefault, outcome: cacheOutcome })) }),
  node('Attempt', {
    rows: few(node('AttemptRow', { doc, when: whenOrDefault, settings: few(attemptSetting, 1) })),
  }),
  node('Shape', { rows: few(node('ShapeRow', { doc, when: whenOrAlways, settings: few(shapeSetting, 1) })) }),
  node('Log', { rows: few(logRow) }),
  node('Assert', { doc, title: string, property, condition: maybe(condition) }),
  node('Test', { title: string, given, expect: expectation }),
  testTable,
)

const version = fc.constantFrom<ast.Version | undefined>(undefined, { kind: 'Version', span, number: 1 })

/** A file of any items in any order: it parses, whether or not it makes sense. */
export const file: fc.Arbitrary<ast.File> = fc
  .record({ version, items: fc.array(item, { maxLength: 6 }) })
  .map((made) => ({ kind: 'File', span, ...made }))
