import { resolveModel } from '../../core/model-names.ts'
import { sourceValue } from '../../core/derived-fact.ts'
import type { Derived, FactRow, FactValue } from '../../core/types.ts'
import type { Constant, Given, SetLit, Subject, TestTableRow } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { holds } from '../holds.ts'
import { showCond } from '../show.ts'
import type { Cond } from '../typed.ts'
import { add, type Place } from './checking.ts'
import { describeLiteral, describeType, writeLiteral } from './describe.ts'
import { useConstant, type Used } from './literal.ts'
import { evaluateSet } from './set.ts'
import { findSubject } from './subject.ts'
import { readValue } from './value.ts'
import type { Walk } from './walk.ts'

/** Facts as a test gives them, in base units. */
export type Facts = ReadonlyMap<string, FactValue>

/** Types the facts of `given`. */
export function checkGiven(w: Walk, given: readonly Given[]): Facts | undefined {
  const facts = new Map<string, FactValue>()
  const places = new Map<string, Span>()
  let isWhole = true
  for (const { fact, value, span } of given) {
    const row = findSubject(w.place, fact)
    const read = row && readGiven(w.place, row, value, fact.span)
    if (row === undefined || read === undefined) isWhole = false
    else {
      const { name } = row.derived?.from ?? row
      const earlier = places.get(name)
      if (earlier !== undefined)
        add(
          w.c,
          report('GWC1222', { problem: `\`${name}\` is given twice` }, span, {
            secondary: [{ span: earlier, text: 'given here first' }],
          }),
        )
      facts.set(name, read)
      places.set(name, span)
    }
  }
  return isWhole ? facts : undefined
}

/** Types the cells of a test table's row, over the facts that all rows share. */
export function checkCells(
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
      else facts.set(head.derived?.from.name ?? head.name, read)
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
  if (read.kind === 'number' && fact.derived !== undefined)
    return readDerived(place, fact, fact.derived, used, read.value)
  return read.kind === 'other' ? 'other' : read.value
}

/** What is given of `used` or `left` is given of the fact behind it. */
function readDerived(
  { c }: Place,
  fact: FactRow,
  derived: Derived,
  { at, literal }: Used,
  value: number,
): number | undefined {
  const source = sourceValue(derived, value)
  if (source !== undefined) return source
  const notes = [help(`give \`${derived.from.name}\`, which \`${fact.name}\` follows`)]
  const params = { value: writeLiteral(literal), what: `\`${fact.name}\`` }
  return add(c, report('GWC1206', params, at, { label: 'no whole count comes to this', notes }))
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
export function withGuards(w: Walk, given: Facts, at: Span): Facts | undefined {
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
