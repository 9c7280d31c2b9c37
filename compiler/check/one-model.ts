import type { Missing, ModelLit, Name } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import { add, type Place } from './checking.ts'
import { describeDeclared } from './describe.ts'
import { findModel } from './model.ts'
import { findDeclared, namesOf, unknownName } from './names.ts'
import { rewrite } from './rewrite.ts'

/** Reads a model, or a constant that stands for one, as its catalogue id. */
export function readModel(place: Place, model: ModelLit | Name | Missing): string | undefined {
  if (model.kind === 'Missing') return undefined
  return model.kind === 'Model' ? findModel(place.c, model.text, model.span) : modelOf(place, model)
}

/** A constant that stands for one model. */
function modelOf(place: Place, name: Name): string | undefined {
  const declared = findDeclared(place, name)
  if (declared === undefined) {
    const candidates = namesOf(
      place,
      ({ meaning }) => meaning.kind === 'single' && meaning.literal?.kind === 'Model',
    )
    return unknownName(place, name, {
      what: 'model',
      candidates,
      otherwise: 'a model is written `provider/name`',
    })
  }
  const { meaning } = declared
  if (meaning.kind === 'single' && (meaning.literal === undefined || meaning.literal.kind === 'Model'))
    return meaning.literal && findModel(place.c, meaning.literal.text, name.span)
  if (meaning.kind === 'set' && meaning.set === undefined) return undefined
  const secondary = [{ span: declared.span, text: 'declared here' }]
  const isSet = meaning.kind === 'set' && meaning.set?.kind === 'models'
  const notes = isSet
    ? [help(`\`cheapest of ${name.text}\` picks one of them`)]
    : [help('a model is written `provider/name`')]
  const fixes = isSet ? [rewrite(name.span, `cheapest of ${name.text}`)] : []
  return add(
    place.c,
    report(
      'GWC1311',
      { found: `\`${name.text}\`, ${describeDeclared(declared)},`, wanted: 'one model' },
      name.span,
      { secondary, notes, fixes },
    ),
  )
}
