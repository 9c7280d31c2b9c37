import { familyMembers } from '../../core/catalogue.ts'
import { matchGlob } from '../../core/glob.ts'
import type { FamilySet, GlobSet, StringLit } from '../../lang/ast.ts'
import { suggest } from '../../core/did-you-mean.ts'
import { help, report } from '../../lang/report.ts'
import { add, type Place } from './checking.ts'
import { servedModels } from './model.ts'
import { rewrite, rewriteNear } from './rewrite.ts'
import type { ModelSet } from './scope.ts'
import { modelSet } from './set-value.ts'

/** `family("…")`: one model at every provider that this gateway has. */
export function evaluateFamily(place: Place, set: FamilySet): ModelSet | undefined {
  if (set.name.kind === 'Missing') return undefined
  const { input } = place.c
  const family = set.name.value
  const served = new Set(servedModels(input).map(({ id }) => id))
  const ids = familyMembers(input.catalogue, family)
    .map(({ id }) => id)
    .filter((id) => served.has(id))
  if (ids.length > 0) return modelSet(ids, `family(${JSON.stringify(family)})`)
  const near = suggest(family, new Set(servedModels(input).map((model) => model.family)))
  const text =
    near === undefined
      ? '`gwc models` lists the family of each model'
      : `did you mean \`family(${JSON.stringify(near)})\`?`
  const fixes = rewriteNear(set.name.span, near === undefined ? undefined : JSON.stringify(near))
  return add(place.c, report('GWC1305', { family }, set.name.span, { notes: [help(text)], fixes }))
}

/** `model("openai/*")`: the served models whose whole id matches. */
export function evaluateGlob(place: Place, set: GlobSet): ModelSet | undefined {
  if (set.pattern.kind === 'Missing') return undefined
  const matched = modelsLike(place, set.pattern)
  return matched && modelSet(matched, `model(${JSON.stringify(set.pattern.value)})`)
}

/** Ids of the served models whose whole id matches a pattern; reports a pattern that none matches. */
export function modelsLike(place: Place, { value, span }: StringLit): readonly string[] | undefined {
  const ids = servedModels(place.c.input).map(({ id }) => id)
  const matched = ids.filter((id) => matchGlob(value, id))
  if (matched.length > 0) return matched
  const whole = `*/${value}`
  const isBare = !value.includes('/') && ids.some((id) => matchGlob(whole, id))
  const text = isBare ? `a pattern covers the provider too: \`"${whole}"\`` : '`gwc models` lists every id'
  const fixes = isBare ? [rewrite(span, JSON.stringify(whole))] : []
  return add(place.c, report('GWC1306', { pattern: value }, span, { notes: [help(text)], fixes }))
}
