import type {
  AssertDecl,
  DenyTarget,
  Expectation,
  Given,
  Name,
  Property,
  TestDecl,
  TestTableDecl,
  TestTableRow,
} from '../ast.ts'
import type {
  AssertDeclCstNode,
  BoundCstNode,
  ExpectationCstNode,
  ExpectedPartCstNode,
  GivenCstNode,
  OutputCellCstNode,
  PropertyCstNode,
  RuleNameCstNode,
  TestDeclCstNode,
  TestHeaderCstNode,
  TestRowCstNode,
  TestTableDeclCstNode,
} from '../generated/cst.ts'
import { help, report } from '../report.ts'
import type { Span } from '../span.ts'
import { type Building, first, nameOf, optional, quantityOf, spanOf, stringOf } from './building.ts'
import { buildChain, buildDenyTarget, buildStatus, buildWhen } from './chain.ts'
import { buildGivenValue, buildSet, buildSubject } from './condition.ts'

export function buildAssert(b: Building, node: AssertDeclCstNode): AssertDecl {
  const span = spanOf(b, node)
  const when = optional(node.children.when, (child) => buildWhen(b, child))
  return {
    kind: 'Assert',
    span,
    doc: b.docOf(span.start),
    title: stringOf(b, first(node.children.Text)),
    property: buildProperty(b, first(node.children.property)),
    condition: when?.kind === 'When' ? when.condition : undefined,
  }
}

function buildProperty(b: Building, node: PropertyCstNode): Property {
  const span = spanOf(b, node)
  const { Kw_never, Kw_denied, Kw_allowed, cacheProperty, bound, Kw_charged, ruleName, Kw_log } =
    node.children
  const name = (): Name => nameOf(b, first(node.children.Name))
  if (cacheProperty) {
    const dimension = optional(first(cacheProperty).children.Name, (token) => nameOf(b, token))
    return dimension ? { kind: 'CacheWithin', span, dimension } : { kind: 'CacheOff', span }
  }
  if (Kw_denied) return { kind: 'Denied', span }
  if (Kw_allowed) return { kind: 'Allowed', span }
  if (bound) return buildBound(b, first(bound))
  if (Kw_charged) return { kind: 'Charged', span, budget: name() }
  if (ruleName) return { kind: 'Reachable', span, rule: buildRuleName(b, first(ruleName)) }
  if (Kw_log) return { kind: 'LogMetadata', span }
  return { kind: Kw_never ? 'NeverUse' : 'AlwaysUse', span, set: buildSet(b, first(node.children.set)) }
}

function buildBound(b: Building, node: BoundCstNode): Property {
  const { Kw_cost, Kw_attempts, Quantity } = node.children
  const of = Kw_cost ? 'cost' : Kw_attempts ? 'attempts' : 'time'
  return { kind: 'AtMost', span: spanOf(b, node), of, value: quantityOf(b, first(Quantity)) }
}

export function buildTest(b: Building, node: TestDeclCstNode): TestDecl {
  return {
    kind: 'Test',
    span: spanOf(b, node),
    title: stringOf(b, first(node.children.Text)),
    given: (node.children.given ?? []).flatMap((child) => buildGiven(b, child)),
    expect: buildExpectation(b, first(node.children.expectation)),
  }
}

function buildGiven(b: Building, node: GivenCstNode): readonly Given[] {
  return node.children.givenFact.map((child) => ({
    kind: 'Given',
    span: spanOf(b, child),
    fact: buildSubject(b, first(child.children.subject)),
    value: buildGivenValue(b, first(child.children.givenValue)),
  }))
}

// ------------------------------------------------------------------------------------------ what is expected

type Part = Pick<Expectation, 'use' | 'deny' | 'by' | 'cache'>
const nothing: Part = { use: undefined, deny: undefined, by: undefined, cache: undefined }

function buildExpectation(b: Building, node: ExpectationCstNode): Expectation {
  const parts = node.children.expectedPart.map((child) => ({
    part: buildExpectedPart(b, child),
    span: spanOf(b, child),
  }))
  return { kind: 'Expect', span: spanOf(b, node), ...mergeParts(b, parts) }
}

function mergeParts(b: Building, parts: readonly { readonly part: Part; readonly span: Span }[]): Part {
  let merged = nothing
  for (const { part, span } of parts) {
    const twice = (['use', 'deny', 'by', 'cache'] as const).find((key) => merged[key] && part[key])
    if (twice) b.report(report('GWC0113', { part: twice }, span))
    merged = {
      use: merged.use ?? part.use,
      deny: merged.deny ?? part.deny,
      by: merged.by ?? part.by,
      cache: merged.cache ?? part.cache,
    }
  }
  return merged
}

function buildExpectedPart(b: Building, node: ExpectedPartCstNode): Part {
  const { chain, denyTarget, byRule, cacheMode } = node.children
  const mode = cacheMode && first(cacheMode).children
  return {
    use: optional(chain, (child) => buildChain(b, child)),
    deny: optional(denyTarget, (child) => withoutKind(buildDenyTarget(b, child))),
    by: optional(byRule, (child) => buildRuleName(b, first(child.children.ruleName))),
    cache: mode && (mode.Kw_off ? 'off' : mode.Kw_exact ? 'exact' : 'semantic'),
  }
}

const buildRuleName = (b: Building, { children }: RuleNameCstNode): Name =>
  nameOf(b, first(children.Name ?? children.Kw_default))

const withoutKind = ({ span, message, status }: DenyTarget): NonNullable<Part['deny']> => ({
  span,
  message,
  status,
})

// ---------------------------------------------------------------------------------------------- test tables

const columns = ['use', 'deny', 'by', 'cache'] as const
type Column = (typeof columns)[number]
const columnOf = (name: Name): Column | undefined => columns.find((column) => column === name.text)

export function buildTestTable(b: Building, node: TestTableDeclCstNode): TestTableDecl {
  const header = first(node.children.testHeader)
  const inputs = header.children.subject.map((child) => buildSubject(b, child))
  const outputs = buildColumns(b, header)
  return {
    kind: 'TestTable',
    span: spanOf(b, node),
    title: stringOf(b, first(node.children.Text)),
    given: (node.children.given ?? []).flatMap((child) => buildGiven(b, child)),
    inputs,
    outputs,
    rows: (node.children.testRow ?? [])
      .map((row) => buildTestRow(b, row, inputs.length, outputs))
      .filter((row) => row !== undefined),
  }
}

function buildColumns(b: Building, header: TestHeaderCstNode): readonly Name[] {
  const names = header.children.testColumn.map((child) =>
    nameOf(b, first(child.children.Name ?? child.children.Kw_use)),
  )
  for (const [index, name] of names.entries()) {
    if (!columnOf(name)) {
      const advice = help('a test table expects `use`, `deny`, `by` and `cache`')
      b.report(report('GWC0116', { found: name.text }, name.span, { notes: [advice] }))
    } else if (names.findIndex((other) => other.text === name.text) < index) {
      b.report(report('GWC0113', { part: name.text }, name.span))
    }
  }
  return names
}

/** A row with too many or too few cells is reported and left out. */
function buildTestRow(
  b: Building,
  node: TestRowCstNode,
  inputCount: number,
  outputs: readonly Name[],
): TestTableRow | undefined {
  const span = spanOf(b, node)
  const { inputCell, outputCell } = node.children
  const counts = [
    { found: inputCell.length, expected: inputCount, side: 'given' },
    { found: outputCell.length, expected: outputs.length, side: 'expected' },
  ] as const
  const wrong = counts.find(({ found, expected }) => found !== expected)
  if (wrong) {
    b.report(report('GWC0115', wrong, span))
    return undefined
  }
  const values = inputCell.map((cell) =>
    optional(cell.children.givenValue, (child) => buildGivenValue(b, child)),
  )
  const parts = outputCell.map((cell, index) => ({
    part: buildOutputCell(b, cell, outputs[index]),
    span: spanOf(b, cell),
  }))
  return {
    kind: 'TestTableRow',
    span,
    values,
    expect: { kind: 'Expect', span: expectedSpan(span, node), ...mergeFirst(parts.map(({ part }) => part)) },
  }
}

const expectedSpan = (span: Span, node: TestRowCstNode): Span => ({
  ...span,
  start: first(node.children.Bars).startOffset,
})

const mergeFirst = (parts: readonly Part[]): Part =>
  parts.reduce(
    (merged, part) => ({
      use: merged.use ?? part.use,
      deny: merged.deny ?? part.deny,
      by: merged.by ?? part.by,
      cache: merged.cache ?? part.cache,
    }),
    nothing,
  )

function buildOutputCell(b: Building, node: OutputCellCstNode, column: Name | undefined): Part {
  const { Text, status, chain, Kw_default } = node.children
  const span = spanOf(b, node)
  const kind = column && columnOf(column)
  if (kind === undefined || (!Text && !chain && !Kw_default)) return nothing
  if (Kw_default) {
    return kind === 'by' ? { ...nothing, by: nameOf(b, first(Kw_default)) } : wrongCell(b, span, kind)
  }
  if (Text) {
    if (kind !== 'deny') return wrongCell(b, span, kind)
    const message = stringOf(b, first(Text))
    return { ...nothing, deny: { span, message, status: optional(status, (child) => buildStatus(b, child)) } }
  }
  const use = buildChain(b, first(chain))
  if (kind === 'use') return { ...nothing, use }
  const only = use.stages.length === 1 && !use.stages[0]?.shadow ? use.stages[0]?.target : undefined
  if (kind === 'deny') {
    return only?.kind === 'Deny' ? { ...nothing, deny: withoutKind(only) } : wrongCell(b, span, kind)
  }
  const name = only?.kind === 'UseModel' && only.model.kind === 'Name' ? only.model : undefined
  if (kind === 'by') return name ? { ...nothing, by: name } : wrongCell(b, span, kind)
  const mode = (['off', 'exact', 'semantic'] as const).find((word) => word === name?.text)
  return mode ? { ...nothing, cache: mode } : wrongCell(b, span, kind)
}

const cellForms = {
  use: 'a stage, such as `cheapest of small`',
  deny: '`deny`, or the message in double quotes',
  by: 'the name of a rule',
  cache: '`off`, `exact` or `semantic`',
} as const satisfies Record<Column, string>

function wrongCell(b: Building, span: Span, column: Column): Part {
  b.report(report('GWC0101', { expected: cellForms[column], found: 'something else' }, span))
  return nothing
}
