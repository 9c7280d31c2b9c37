import { resolveModel } from '../../core/model-names.ts'
import type { FactRow, FactValue } from '../../core/types.ts'
import type {
  Constant,
  Expectation,
  Given,
  Name,
  SetLit,
  StringLit,
  Subject,
  TestDecl,
  TestTableDecl,
  TestTableRow,
} from '../../lang/ast.ts'
import { suggest } from '../../lang/did-you-mean.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { holds } from '../holds.ts'
import { showCond } from '../show.ts'
import type { Cond, PolicyTest } from '../typed.ts'
import { checkChain, readStatus } from './chain.ts'
import { add, type Checking, type Place } from './checking.ts'
import { describeLiteral, describeType, listWords } from './describe.ts'
import { readValue, useConstant } from './literal.ts'
import { evaluateSet } from './set.ts'
import { findSubject } from './subject.ts'
import { refuse } from './unsupported.ts'
import type { PendingTest, RuleName, Walk } from './walk.ts'

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

type Facts = ReadonlyMap<string, FactValue>

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

// ---------------------------------------------------------------------------------------------- given

function checkGiven(w: Walk, given: readonly Given[]): Facts | undefined {
  const facts = new Map<string, FactValue>()
  const places = new Map<string, Span>()
  let isWhole = true
  for (const { fact, value, span } of given) {
    const row = findSubject(w.place, fact)
    const read = row && readGiven(w.place, row, value, fact.span)
    if (row === undefined || read === undefined) isWhole = false
    else {
      const earlier = places.get(row.name)
      if (earlier !== undefined)
        add(
          w.c,
          report('GWC1222', { problem: `\`${row.name}\` is given twice` }, span, {
            secondary: [{ span: earlier, text: 'given here first' }],
          }),
        )
      facts.set(row.name, read)
      places.set(row.name, span)
    }
  }
  return isWhole ? facts : undefined
}

function checkCells(
  w: Walk,
  inputs: readonly Subject[],
  heads: readonly (FactRow | undefined)[],
  row: TestTableRow,
  shared: Facts,
): Facts | undefined {
  const facts = new Map(shared)
  let isWhole = true
  heads.forEach((head, index) => {
    const [value, input] = [row.values[index], inputs[index]]
    if (head === undefined || input === undefined) isWhole = false
    else if (value !== undefined) {
      const read = readGiven(w.place, head, value, input.span)
      if (read === undefined) isWhole = false
      else facts.set(head.name, read)
    }
  })
  return isWhole ? facts : undefined
}

/** A fact's value as a test gives it: in base units, as a request would carry it. */
function readGiven(
  place: Place,
  fact: FactRow,
  value: Constant | SetLit,
  subject: Span,
): FactValue | undefined {
  if (value.kind === 'SetLit') return readMembers(place, fact, value)
  if (fact.type.kind === 'strings' && value.kind !== 'Missing')
    return wrongForm(place, fact, value.span, 'one value', `${fact.name} = {"…", "…"}`)
  const used = useConstant(place, value, fact)
  if (used === undefined) return undefined
  const { literal } = used
  if (literal.kind === 'String' && fact.type.kind === 'text') return literal.value
  if (literal.kind === 'String' && fact.type.kind === 'model')
    return resolveModel(place.c.input.catalogue, literal.value) ?? literal.value
  if (fact.type.kind === 'text')
    return wrongForm(place, fact, used.at, describeLiteral(literal), `${fact.name} = "…"`)
  const read = readValue(place, fact, used, subject)
  if (read === undefined) return undefined
  return read.kind === 'other' ? 'other' : read.value
}

function readMembers(place: Place, fact: FactRow, value: SetLit): FactValue | undefined {
  if (fact.type.kind !== 'strings') return wrongForm(place, fact, value.span, 'a set', `${fact.name} = …`)
  if (value.elements.length === 0) return []
  const set = evaluateSet(place, value)
  if (set === undefined) return undefined
  const elements = set.kind === 'values' ? set.elements : []
  const texts = elements.flatMap((each) => (each.kind === 'String' ? [each.value] : []))
  return texts.length === elements.length && set.kind === 'values'
    ? texts
    : wrongForm(place, fact, value.span, 'a set of other things', `${fact.name} = {"…"}`)
}

function wrongForm({ c }: Place, fact: FactRow, at: Span, right: string, example: string): undefined {
  return add(
    c,
    report('GWC1203', { left: describeType(fact.type), right }, at, {
      label: right,
      notes: [help(`write \`${example}\``)],
    }),
  )
}

/**
 * A test in an included file is about that file's traffic: facts that the include's condition names and the test does
 * not are given the value that the condition asks for.
 */
function withGuards(w: Walk, given: Facts, at: Span): Facts | undefined {
  const facts = new Map(given)
  for (const guard of w.guards) fill(guard, facts)
  const broken = w.guards.find((guard) => !holds(guard, Object.fromEntries(facts)))
  if (broken === undefined) return facts
  const problem = `this test is outside \`${showCond(broken)}\`, the only traffic its file decides`
  return add(
    w.c,
    report('GWC1222', { problem }, at, {
      secondary: [{ span: broken.span, text: 'the condition of the include' }],
    }),
  )
}

function fill(guard: Cond, facts: Map<string, FactValue>): void {
  if (guard.kind === 'all') for (const operand of guard.operands) fill(operand, facts)
  if (guard.kind !== 'atom' || facts.has(guard.fact.name)) return
  const { test } = guard
  if (test.kind === 'flag') facts.set(guard.fact.name, true)
  if (test.kind === 'compare' && test.op === '==') facts.set(guard.fact.name, test.value)
  if (test.kind === 'member' && test.values[0] !== undefined) facts.set(guard.fact.name, test.values[0])
}

// ---------------------------------------------------------------------------------------------- expect

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
  const stages = use && checkChain(w.place, use)
  const status = deny?.status && readStatus(w.place, deny.status)
  if (cache === 'semantic') return refuse(w.c, 'semantic', span)
  if ((use !== undefined && stages === undefined) || (deny?.status !== undefined && status === undefined))
    return undefined
  return {
    use: use && stages && { span: use.span, stages },
    deny: deny && { span: deny.span, message: deny.message?.value, status },
    by: undefined,
    cache: cache && { span, mode: cache },
  }
}

// ---------------------------------------------------------------------------------------------- rules by name

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

function findRule(
  c: Checking,
  name: Name,
  prefix: string,
  rules: ReadonlyMap<string, RuleName>,
): string | undefined {
  const written = name.text.replace(/(^|\.)default$/, '$1route:default')
  const names = [`${prefix}${written}`, written]
  const found = names.find((each) => rules.has(each))
  if (found !== undefined) return found
  const known = [...rules.entries()].filter(([, { what }]) => what === 'rule').map(([rule]) => rule)
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
  const fixes =
    near === undefined
      ? []
      : [
          {
            title: `write \`${near}\``,
            edits: [{ span: name.span, newText: near }],
            applicability: 'manual',
          } as const,
        ]
  return add(
    c,
    report('GWC1008', { name: name.text }, name.span, { label: 'unknown', notes: [help(text)], fixes }),
  )
}
