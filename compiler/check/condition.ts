import type { FactRow, FactType } from '../../core/types.ts'
import type { Compare, Contains, Expr, Flag, Has, InSet, Like, Name } from '../../lang/ast.ts'
import type { Fix, Note } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { Atom, Cond, Test } from '../typed.ts'
import { add, type Place } from './checking.ts'
import { describeDeclared, describeLiteral, describeType, writeLiteral } from './describe.ts'
import { readValue, useConstant, type Used, type Value } from './literal.ts'
import { findDeclared, warnDeprecated } from './names.ts'
import { evaluateModels, evaluateSet } from './set.ts'
import { findSubject, refuseCall, unknownFlag } from './subject.ts'
import { refuse } from './unsupported.ts'

/**
 * Types a condition: one fact against constants in each atom, predicates written out. `undefined` when a part of it
 * has a mistake, which is reported once; the other parts are checked all the same.
 */
export function checkCondition(place: Place, expr: Expr): Cond | undefined {
  switch (expr.kind) {
    case 'Or':
      return combine(
        'any',
        expr.terms.map((term) => checkCondition(place, term)),
        expr.span,
      )
    case 'And':
      return combine(
        'all',
        expr.terms.map((term) => checkCondition(place, term)),
        expr.span,
      )
    case 'Not':
      return negate(checkCondition(place, expr.operand), expr.span)
    case 'Compare':
      return checkCompare(place, expr)
    case 'In':
      return checkIn(place, expr)
    case 'Like':
      return checkLike(place, expr)
    case 'Contains':
      return checkContains(place, expr)
    case 'Has':
      return checkHas(place, expr)
    case 'Flag':
      return checkFlag(place, expr)
    case 'Missing':
      return undefined
  }
}

function combine(kind: 'all' | 'any', parts: readonly (Cond | undefined)[], span: Span): Cond | undefined {
  const operands = parts.filter((part) => part !== undefined)
  return operands.length === parts.length ? { kind, operands, span } : undefined
}

const negate = (operand: Cond | undefined, span: Span): Cond | undefined =>
  operand && { kind: 'not', operand, span }

const atom = (fact: FactRow, test: Test, span: Span): Atom => ({ kind: 'atom', fact, test, span })

// ---------------------------------------------------------------------------------------------- `fact op constant`

function checkCompare(place: Place, expr: Compare): Cond | undefined {
  const fact = findSubject(place, expr.subject)
  if (fact === undefined) return undefined
  if (!takesComparison(fact.type)) return wrongOperator(place, expr.op, fact, expr.span, adviceFor(fact))
  const used = useConstant(place, expr.value, fact)
  const value = used && readValue(place, fact, used, expr.subject.span)
  if (used === undefined || value === undefined) return undefined
  const isOrder = expr.op !== '==' && expr.op !== '!='
  if (isOrder && value.kind !== 'number')
    return wrongOperator(place, expr.op, fact, expr.span, orderAdvice(fact, used))
  if (value.kind === 'number')
    return atom(fact, { kind: 'compare', op: expr.op, value: value.value }, expr.span)
  if (value.kind === 'flag') return checkFlagCompare(place, expr, fact, value.value)
  const equal = isValue(fact, [value], expr.span, place)
  return expr.op === '!=' ? negate(equal, expr.span) : equal
}

const takesComparison = ({ kind }: FactType): boolean => kind !== 'text' && kind !== 'strings'

/** The fact is one of these values. *other* is whatever equals none that is listed. */
function isValue(fact: FactRow, values: readonly Value[], span: Span, place: Place): Cond {
  const named = [...new Set(values.flatMap((value) => (value.kind === 'name' ? [value.value] : [])))]
  const member = atom(fact, { kind: 'member', values: named }, span)
  if (!values.some(({ kind }) => kind === 'other')) return member
  const listed = atom(fact, { kind: 'member', values: listedOf(fact, place) }, span)
  const other: Cond = { kind: 'not', operand: listed, span }
  return named.length === 0 ? other : { kind: 'any', operands: [member, other], span }
}

function listedOf({ type }: FactRow, { c }: Place): readonly string[] {
  if (type.kind === 'enum') return type.values
  return c.input.catalogue.models.map(({ id }) => id)
}

function checkFlagCompare(place: Place, expr: Compare, fact: FactRow, value: boolean): Cond {
  const holds = (expr.op === '==') === value
  const better = holds ? fact.name : `not ${fact.name}`
  const written = `${fact.name} ${expr.op} ${value}`
  const fix: Fix = {
    title: `write \`${better}\``,
    edits: [{ span: expr.span, newText: better }],
    applicability: 'machine',
  }
  add(
    place.c,
    report('GWC1207', { fact: fact.name, written, better }, expr.span, {
      notes: [help(`write \`${better}\``)],
      fixes: [fix],
    }),
  )
  const flag = atom(fact, { kind: 'flag' }, expr.span)
  return holds ? flag : { kind: 'not', operand: flag, span: expr.span }
}

function wrongOperator({ c }: Place, op: string, fact: FactRow, at: Span, notes: readonly Note[]): undefined {
  return add(c, report('GWC1201', { op, fact: fact.name, is: describeType(fact.type) }, at, { notes }))
}

/** The operators that a fact does take. */
function adviceFor({ name, type }: FactRow): Note[] {
  switch (type.kind) {
    case 'bool':
      return [help(`\`${name}\` or \`not ${name}\` is the whole condition`)]
    case 'text':
    case 'strings':
      return [help(`\`${name} contains "…"\` asks for one of its parts`)]
    case 'number':
      return [help(`\`${name} < …\`, \`${name} >= …\` compare it`)]
    case 'enum':
    case 'string':
    case 'model':
    case 'address':
      return [help(`\`${name} == …\` or \`${name} in {…}\` asks for its value`)]
  }
}

function orderAdvice(fact: FactRow, { literal }: Used): Note[] {
  if (fact.type.kind === 'bool') return adviceFor(fact)
  return [help(`\`${fact.name} == ${writeLiteral(literal)}\` asks for its value; it has no order`)]
}

// ---------------------------------------------------------------------------------------------- `in`, `like`, `contains`

function checkIn(place: Place, expr: InSet): Cond | undefined {
  const fact = findSubject(place, expr.subject)
  if (fact === undefined) return undefined
  const inside = isInside(place, fact, expr)
  return expr.negated ? negate(inside, expr.span) : inside
}

function isInside(place: Place, fact: FactRow, expr: InSet): Cond | undefined {
  if (fact.type.kind === 'bool' || !takesComparison(fact.type))
    return wrongOperator(place, 'in', fact, expr.span, adviceFor(fact))
  if (fact.type.kind === 'model' && !isSetOfWords(expr)) {
    const set = evaluateModels(place, expr.set)
    return set && atom(fact, { kind: 'member', values: set.ids }, expr.span)
  }
  const set = evaluateSet(place, expr.set)
  if (set === undefined) return undefined
  if (set.kind === 'models' && fact.type.kind !== 'model')
    return add(
      place.c,
      report('GWC1203', { left: describeType(fact.type), right: 'models' }, expr.set.span, {
        label: 'models',
        secondary: [{ span: expr.subject.span, text: describeType(fact.type) }],
      }),
    )
  return set.kind === 'models'
    ? undefined
    : isElement(
        place,
        fact,
        set.elements.map((literal) => useOf(literal, expr)),
        expr,
      )
}

/** `model in {other}`: a set of bare words is no set of models, and may still be asked for. */
function isSetOfWords({ set }: InSet): boolean {
  return (
    set.kind === 'SetLit' &&
    set.elements.length > 0 &&
    set.elements.every((each) => each.kind === 'Name' && each.text === 'other')
  )
}

/** An element that stands in a set elsewhere is reported at the set's name here. */
function useOf(literal: Used['literal'], { set }: InSet): Used {
  const isHere =
    literal.span.file === set.span.file &&
    literal.span.start >= set.span.start &&
    literal.span.end <= set.span.end
  return isHere
    ? { literal, at: literal.span, from: undefined }
    : { literal, at: set.span, from: literal.span }
}

function isElement(place: Place, fact: FactRow, elements: readonly Used[], expr: InSet): Cond | undefined {
  const values = elements.map((used) => readValue(place, fact, used, expr.subject.span))
  const whole = values.filter((value) => value !== undefined)
  if (whole.length < values.length) return undefined
  const numbers = whole.flatMap((value) => (value.kind === 'number' ? [value.value] : []))
  if (numbers.length === 0) return isValue(fact, whole, expr.span, place)
  const operands = numbers.map((value) => atom(fact, { kind: 'compare', op: '==', value }, expr.span))
  return { kind: 'any', operands, span: expr.span }
}

function checkLike(place: Place, expr: Like): Cond | undefined {
  const fact = findSubject(place, expr.subject)
  if (fact === undefined || expr.pattern.kind === 'Missing') return undefined
  if (fact.type.kind !== 'string' && fact.type.kind !== 'model')
    return wrongOperator(place, 'like', fact, expr.span, adviceFor(fact))
  const like = atom(fact, { kind: 'glob', pattern: expr.pattern.value }, expr.span)
  return expr.negated ? negate(like, expr.span) : like
}

function checkContains(place: Place, expr: Contains): Cond | undefined {
  const fact = findSubject(place, expr.subject)
  if (fact === undefined) return undefined
  if (takesComparison(fact.type)) {
    const notes =
      fact.type.kind === 'string'
        ? [help(`\`${fact.name} like "*…*"\` looks inside a text`)]
        : adviceFor(fact)
    return wrongOperator(place, 'contains', fact, expr.span, notes)
  }
  const used = useConstant(place, expr.value, undefined)
  if (used === undefined) return undefined
  if (used.literal.kind === 'Name') return bareWord(place, used.literal)
  if (used.literal.kind !== 'String') {
    const right = describeLiteral(used.literal)
    return add(
      place.c,
      report('GWC1203', { left: 'text', right }, used.at, {
        label: right,
        notes: [help('`contains` takes text in double quotes')],
      }),
    )
  }
  if (used.literal.value === '' && fact.type.kind === 'text') return emptyText(place, used.at)
  return atom(fact, { kind: 'contains', literal: used.literal.value }, expr.span)
}

function bareWord(place: Place, name: Name): undefined {
  const notes = [help(`text is written in quotes: \`"${name.text}"\``)]
  const fixes: readonly Fix[] = [
    {
      title: 'put it in quotes',
      edits: [{ span: name.span, newText: `"${name.text}"` }],
      applicability: 'manual',
    },
  ]
  return add(
    place.c,
    report('GWC1001', { name: name.text, wanted: 'constant' }, name.span, { label: 'unknown', notes, fixes }),
  )
}

function emptyText(place: Place, at: Span): undefined {
  return add(
    place.c,
    report('GWC1206', { value: '""', what: 'a part worth looking for' }, at, {
      label: 'every text contains it',
    }),
  )
}

// ---------------------------------------------------------------------------------------------- `has`, flags, predicates

function checkHas(place: Place, expr: Has): Cond | undefined {
  if (expr.subject.kind === 'Missing') return undefined
  const fact = findSubject(place, expr.subject)
  if (fact === undefined) return undefined
  if (!fact.optional) {
    add(place.c, report('GWC1212', { fact: fact.name }, expr.span))
    return { kind: 'all', operands: [], span: expr.span }
  }
  return atom(fact, { kind: 'present' }, expr.span)
}

function checkFlag(place: Place, expr: Flag): Cond | undefined {
  const { subject } = expr
  if (subject.kind === 'Call') return refuseCall(place, subject)
  const row = place.words.rows.get(subject.text)
  if (row !== undefined) return checkFlagFact(place, subject, row)
  const declared = findDeclared(place, subject)
  if (declared === undefined) return unknownFlag(place, subject)
  if (declared.meaning.kind !== 'pred') {
    const secondary = [{ span: declared.span, text: 'declared here' }]
    return add(
      place.c,
      report('GWC1202', { name: subject.text, is: describeDeclared(declared) }, subject.span, { secondary }),
    )
  }
  if (place.words.noun === 'property') {
    const notes = [help('a filter asks about models alone; ask about the request in `when`')]
    return add(
      place.c,
      report(
        'GWC1004',
        { name: subject.text, is: 'a predicate over requests', wanted: 'a property of models' },
        subject.span,
        { notes },
      ),
    )
  }
  return declared.meaning.condition
}

function checkFlagFact(place: Place, name: Name, row: FactRow): Cond | undefined {
  if (row.deprecated !== undefined) warnDeprecated(place, name, row.deprecated)
  if (row.type.kind === 'bool') return atom(row, { kind: 'flag' }, name.span)
  if (row.type.kind === 'address') return refuse(place.c, 'address', name.span)
  const notes =
    row.optional && place.words.noun === 'fact'
      ? [help(`\`has ${row.name}\` asks whether a request carries it`), ...adviceFor(row)]
      : adviceFor(row)
  return add(
    place.c,
    report('GWC1202', { name: name.text, is: describeType(row.type) }, name.span, { notes }),
  )
}
