import type { Contains, Like, Name, StringLit } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { Cond, Test } from '../typed.ts'
import { atom, negate } from './atom.ts'
import { add, type Place } from './checking.ts'
import { describeLiteral } from './describe.ts'
import { useConstant } from './literal.ts'
import { modelsLike } from './model-query.ts'
import { adviceFor, takesComparison, wrongOperator } from './operator.ts'
import { rewrite } from './rewrite.ts'
import { findSubject } from './subject.ts'

/** Types `fact like "glob"`. */
export function checkLike(place: Place, expr: Like): Cond | undefined {
  const fact = findSubject(place, expr.subject)
  if (fact === undefined || expr.pattern.kind === 'Missing') return undefined
  if (fact.type.kind !== 'string' && fact.type.kind !== 'model')
    return wrongOperator(place, 'like', fact, expr.span, adviceFor(fact))
  const test = fact.type.kind === 'model' ? modelTest(place, expr.pattern) : globTest(expr.pattern)
  if (test === undefined) return undefined
  const like = atom(fact, test, expr.span)
  return expr.negated ? negate(like, expr.span) : like
}

const globTest = (pattern: StringLit): Test => ({ kind: 'glob', pattern: pattern.value })

/** A model is a catalogue id or *other*, never the words that a client wrote: a pattern comes to a list of ids. */
function modelTest(place: Place, pattern: StringLit): Test | undefined {
  const values = modelsLike(place, pattern)
  return values && { kind: 'member', values, like: pattern.value }
}

/** Types `fact contains "x"`. */
export function checkContains(place: Place, expr: Contains): Cond | undefined {
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
  const fixes = [rewrite(name.span, `"${name.text}"`)]
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
