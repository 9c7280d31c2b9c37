import type { Expectation, StringLit, TestDecl, TestTableDecl } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { PolicyTest } from '../typed.ts'
import { checkChain, readStatus } from './chain.ts'
import { add } from './checking.ts'
import { checkCells, checkGiven, type Facts, withGuards } from './given.ts'
import { findSubject } from './subject.ts'
import type { Walk } from './walk.ts'

/** Types a test. Its rule is looked for later, by `resolveTests`. */
export function checkTest(w: Walk, test: TestDecl): void {
  const given = checkGiven(w, test.given)
  pend(w, {
    title: titleOf(test.title),
    span: test.span,
    given,
    guardAt: spanOf(test.title),
    expect: test.expect,
  })
}

/** Types a test table: one test for each of its rows. */
export function checkTestTable(w: Walk, table: TestTableDecl): void {
  if (table.rows.length === 0 && w.c.isParsed) tellEmpty(w, table)
  const shared = checkGiven(w, table.given)
  const heads = table.inputs.map((input) => findSubject(w.place, input))
  table.rows.forEach((row, index) => {
    const given = shared && checkCells(w, table.inputs, heads, row, shared)
    pend(w, {
      title: `${titleOf(table.title)} · ${index + 1}`,
      span: row.span,
      given,
      guardAt: row.span,
      expect: row.expect,
    })
  })
}

function tellEmpty({ c }: Walk, { title, span }: TestTableDecl): void {
  const notes = [help('each line below its heading is a test: `| true || openai/gpt-4.1`')]
  const problem = 'this table has no row, so it tests nothing'
  add(c, report('GWC1222', { problem }, title.kind === 'String' ? title.span : span, { notes }))
}

const titleOf = (title: StringLit | { readonly kind: 'Missing' }): string =>
  title.kind === 'String' ? title.value : ''
const spanOf = (node: { readonly span: Span }): Span => node.span

interface Case {
  readonly title: string
  readonly span: Span
  readonly given: Facts | undefined
  readonly guardAt: Span
  readonly expect: Expectation
}

function pend(w: Walk, { title, span, given, guardAt, expect }: Case): void {
  const expected = checkExpectation(w, expect)
  const facts = given && withGuards(w, given, guardAt)
  if (facts === undefined || expected === undefined) return
  w.tests.push({ test: { title, span, given: facts, expect: expected }, by: expect.by, prefix: w.prefix })
}

function checkExpectation(w: Walk, expect: Expectation): PolicyTest['expect'] | undefined {
  const { use, deny, by, cache, span } = expect
  if (use === undefined && deny === undefined && by === undefined && cache === undefined) {
    const notes = [help('`expect use …`, `deny`, `by RULE` or `cache off` says what is to happen')]
    return w.c.isParsed
      ? add(
          w.c,
          report('GWC1222', { problem: 'this test expects nothing, so it could never fail' }, span, {
            notes,
          }),
        )
      : undefined
  }
  if (use !== undefined && deny !== undefined)
    return add(
      w.c,
      report('GWC1222', { problem: 'a request is either sent to a model or denied' }, deny.span, {
        secondary: [{ span: use.span, text: 'sent here' }],
      }),
    )
  const stages = use && checkChain(w.place, use, undefined)
  const status = deny?.status && readStatus(w.place, deny.status)
  if ((use !== undefined && stages === undefined) || (deny?.status !== undefined && status === undefined))
    return undefined
  return {
    use: use && stages && { span: use.span, stages },
    deny: deny && { span: deny.span, message: deny.message?.value, status },
    by: undefined,
    cache: cache && { span, mode: cache },
  }
}
