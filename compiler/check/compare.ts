import type { FactRow } from '../../core/types.ts'
import type { Compare } from '../../lang/ast.ts'
import type { Note } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { Cond } from '../typed.ts'
import { atom, isValue, negate } from './atom.ts'
import { add, type Place } from './checking.ts'
import { writeLiteral } from './describe.ts'
import { useConstant, type Used } from './literal.ts'
import { adviceFor, takesComparison, wrongOperator } from './operator.ts'
import { rewrite } from './rewrite.ts'
import { findSubject } from './subject.ts'
import { readValue } from './value.ts'

/** Types `fact op constant`. */
export function checkCompare(place: Place, expr: Compare): Cond | undefined {
  const fact = findSubject(place, expr.subject)
  if (fact === undefined) return undefined
  if (!takesComparison(fact.type)) return wrongOperator(place, expr.op, fact, expr.span, adviceFor(fact))
  const used = useConstant(place, expr.value, fact)
  const value = used && readValue(place, fact, { ...used, op: expr.op }, expr.subject.span)
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

function checkFlagCompare(place: Place, expr: Compare, fact: FactRow, value: boolean): Cond {
  const holds = (expr.op === '==') === value
  const better = holds ? fact.name : `not ${fact.name}`
  const written = `${fact.name} ${expr.op} ${value}`
  const fix = rewrite(expr.span, better, 'machine')
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

function orderAdvice(fact: FactRow, { literal }: Used): Note[] {
  if (fact.type.kind === 'bool') return adviceFor(fact)
  return [help(`\`${fact.name} == ${writeLiteral(literal)}\` asks for its value; it has no order`)]
}
