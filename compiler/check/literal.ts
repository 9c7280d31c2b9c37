import type { FactRow, FactType } from '../../core/types.ts'
import type { Constant } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { add, type Place } from './checking.ts'
import { describeDeclared } from './describe.ts'
import { findDeclared, namesOf, unknownName } from './names.ts'
import type { Literal } from './scope.ts'

/** A constant at the place that uses it. A constant's name is traced to what it stands for. */
export interface Used {
  readonly literal: Literal
  /** Where a finding points: the words at the place of use. */
  readonly at: Span
  /** Where the constant itself is written, when that is somewhere else. */
  readonly from: Span | undefined
  /** The comparison that it stands in, where there is one: `>`. */
  readonly op?: string
}

/** Traces a constant to its literal. `undefined` when it has none: reported here, or where it was declared. */
export function useConstant(place: Place, constant: Constant, fact: FactRow | undefined): Used | undefined {
  if (constant.kind === 'Missing') return undefined
  if (constant.kind !== 'Name') return { literal: constant, at: constant.span, from: undefined }
  const declared = findDeclared(place, constant)
  if (declared === undefined) return useWord(place, constant, fact)
  if (fact?.type.kind === 'enum' && fact.type.values.includes(constant.text))
    return twoMeanings(place, constant, fact, declared.span)
  if (declared.meaning.kind === 'single') {
    const { literal } = declared.meaning
    return literal && { literal, at: constant.span, from: literal.span }
  }
  if (declared.meaning.kind === 'set' && declared.meaning.set === undefined) return undefined
  const is = describeDeclared(declared)
  const notes =
    declared.meaning.kind === 'set' && fact !== undefined
      ? [help(`\`${fact.name} in ${constant.text}\` asks whether it is in the set`)]
      : []
  const secondary = [{ span: declared.span, text: 'declared here' }]
  return add(
    place.c,
    report('GWC1004', { name: constant.text, is, wanted: 'a single value' }, constant.span, {
      secondary,
      notes,
    }),
  )
}

function twoMeanings(
  { c }: Place,
  name: Extract<Constant, { kind: 'Name' }>,
  fact: FactRow,
  declared: Span,
): undefined {
  const secondary = [{ span: declared, text: 'the constant' }]
  const notes = [help(`\`"${name.text}"\` is the value; rename the constant if that is meant`)]
  return add(c, report('GWC1010', { name: name.text, fact: fact.name }, name.span, { secondary, notes }))
}

/** A bare word: a value of an enumeration, or `other`. */
function useWord(
  place: Place,
  name: Extract<Constant, { kind: 'Name' }>,
  fact: FactRow | undefined,
): Used | undefined {
  const used: Used = { literal: name, at: name.span, from: undefined }
  if (fact === undefined || fact.type.kind === 'enum' || isOther(used.literal, fact.type)) return used
  const other = place.words.rows.get(name.text)
  if (other !== undefined)
    return add(
      place.c,
      report('GWC1213', { left: fact.name, right: name.text }, name.span, {
        label: `a ${place.words.noun} too`,
        notes: [help('compare each of them with a constant')],
      }),
    )
  const candidates = [
    ...(fact.type.kind === 'bool' ? ['true', 'false'] : []),
    ...namesOf(place, ({ meaning }) => meaning.kind === 'single'),
  ]
  const otherwise =
    fact.type.kind === 'string' ? `text is written in quotes: \`${JSON.stringify(name.text)}\`` : undefined
  return unknownName(place, name, {
    what: 'constant',
    candidates,
    ...(otherwise === undefined ? {} : { otherwise }),
  })
}

/** Whether a constant is the word `other`, of an open list or of models. */
export function isOther(literal: Literal, type: FactType): boolean {
  const isOpen =
    type.kind === 'model' || (type.kind === 'enum' && type.open && !type.values.includes('other'))
  return (
    isOpen &&
    ((literal.kind === 'Name' && literal.text === 'other') ||
      (literal.kind === 'String' && literal.value === 'other'))
  )
}
