import type { FactRow } from '../../core/types.ts'
import type { Expr, Flag, Has, Name, Subject } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { Cond } from '../typed.ts'
import { atom, negate } from './atom.ts'
import { add, type Place } from './checking.ts'
import { checkCompare } from './compare.ts'
import { describeDeclared, describeType } from './describe.ts'
import { checkIn } from './membership.ts'
import { findMeterName } from './meters.ts'
import { findDeclared, warnDeprecated } from './names.ts'
import { adviceFor } from './operator.ts'
import { findCall, findMeterFact, findSubject, unknownFlag } from './subject.ts'
import { checkContains, checkLike } from './text-test.ts'

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
  if (subject.kind === 'Call') return checkCall(place, subject)
  const row = place.words.rows.get(subject.text)
  if (row !== undefined) return checkFlagFact(place, subject, row)
  const declared = findDeclared(place, subject)
  if (declared === undefined) return checkMeterFlag(place, subject)
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

function checkCall(place: Place, call: Extract<Subject, { kind: 'Call' }>): Cond | undefined {
  const row = findCall(place, call)
  return row && atom(row, { kind: 'flag' }, call.span)
}

/** A fact of a budget or limit is a number, and no condition by itself. */
function checkMeterFlag(place: Place, name: Name): Cond | undefined {
  if (findMeterName(place, name.text) === undefined) return unknownFlag(place, name)
  const row = findMeterFact(place, name)
  return row && checkFlagFact(place, name, row)
}

function checkFlagFact(place: Place, name: Name, row: FactRow): Cond | undefined {
  if (row.deprecated !== undefined) warnDeprecated(place, name, row.deprecated)
  if (row.type.kind === 'bool') return atom(row, { kind: 'flag' }, name.span)
  const notes =
    row.optional && place.words.noun === 'fact'
      ? [help(`\`has ${row.name}\` asks whether a request carries it`), ...adviceFor(row)]
      : adviceFor(row)
  return add(
    place.c,
    report('GWC1202', { name: name.text, is: describeType(row.type) }, name.span, { notes }),
  )
}
