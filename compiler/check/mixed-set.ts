import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { add, type Place } from './checking.ts'
import { describeLiteral } from './describe.ts'
import type { SetValue } from './scope.ts'

/** Reports a set of models and something else. */
export function mixed(
  place: Place,
  first: { readonly value: SetValue; readonly span: Span },
  stranger: { readonly value: SetValue; readonly span: Span },
): undefined {
  const [one, other] = [describeSet(first.value), describeSet(stranger.value)]
  const secondary = [{ span: first.span, text: one }]
  return add(
    place.c,
    report('GWC1210', { one, other }, stranger.span, {
      label: other,
      secondary,
      notes: modelAdvice(place, first.value, stranger.value),
    }),
  )
}

/** A quoted text among models is most often a model in quotes. */
function modelAdvice({ c }: Place, one: SetValue, other: SetValue): ReturnType<typeof help>[] {
  const values = one.kind === 'values' ? one : other.kind === 'values' ? other : undefined
  const text = values?.elements[0]
  if (text?.kind !== 'String') return []
  const id = c.input.catalogue.byName.get(text.value)?.[0]
  return id === undefined
    ? [help('a model is written without quotes, `provider/name`')]
    : [help(`a model is written without quotes: \`${id}\``)]
}

const describeSet = (set: SetValue): string => {
  const first = set.kind === 'values' ? set.elements[0] : undefined
  return set.kind === 'models' ? 'models' : first === undefined ? 'constants' : describeLiteral(first)
}
