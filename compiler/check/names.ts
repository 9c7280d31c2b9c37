import type { Name } from '../../lang/ast.ts'
import type { Label } from '../../lang/diagnostic.ts'
import { suggest } from '../../core/did-you-mean.ts'
import { help, report } from '../../lang/report.ts'
import { add, type Place } from './checking.ts'
import { rewriteNear } from './rewrite.ts'
import { type Declared, lookUp, visibleNames } from './scope.ts'
import { placeOf } from './unused.ts'

/** What a name may be where it stands. */
export interface Wanted {
  /** `fact, constant or predicate`. */
  readonly what: string
  readonly candidates: readonly string[]
  /** What else to say when nothing is near. */
  readonly otherwise?: string
}

/** A declared name that is visible here, with a warning when it is deprecated. */
export function findDeclared(place: Place, name: Name): Declared | undefined {
  const declared = lookUp(place.scope, name.text)
  if (declared !== undefined) place.c.used.add(placeOf(declared))
  if (declared?.deprecated !== undefined) warnDeprecated(place, name, declared.deprecated)
  return declared
}

/** Says that a name is deprecated, at the place that uses it. */
export function warnDeprecated({ c }: Place, name: Name, use: string): void {
  add(c, report('GWC1005', { name: name.text, use }, name.span))
}

/** Reports a name that nothing bears, once per file: declared below, of another file, misspelled, or plainly unknown. */
export function unknownName(place: Place, name: Name, wanted: Wanted): undefined {
  const key = `${name.span.file} ${name.text}`
  if (place.c.unknown.has(key)) return undefined
  place.c.unknown.add(key)
  return (declaredBelow(place, name) ?? declaredElsewhere(place, name))
    ? undefined
    : misspelled(place, name, wanted)
}

function declaredBelow({ c, scope }: Place, name: Name): true | undefined {
  const span = scope.declaredLater.get(name.text)
  if (span === undefined) return undefined
  const secondary: readonly Label[] = [{ span, text: 'declared here' }]
  const notes = [help('a name is visible below its declaration: move the declaration up')]
  add(c, report('GWC1003', { name: name.text }, name.span, { secondary, notes }))
  return true
}

function declaredElsewhere({ c, scope }: Place, name: Name): true | undefined {
  const file = scope.hidden.get(name.text)
  if (file === undefined) return undefined
  const notes = [help(`declare \`${name.text}\` above the include, and both files see it`)]
  add(c, report('GWC1009', { name: name.text, file }, name.span, { notes }))
  return true
}

const ofFacts: ReadonlySet<string> = new Set(['fact', 'flag or predicate', 'constant'])

function misspelled({ c }: Place, name: Name, { what, candidates, otherwise }: Wanted): undefined {
  // Where the facts file is broken, the name may be one of its facts or their words: that mistake is told already.
  if (!c.factsAreKnown && ofFacts.has(what)) return undefined
  const near = suggest(name.text, candidates)
  const words = near === undefined ? otherwise : `did you mean \`${near}\`?`
  return add(
    c,
    report('GWC1001', { name: name.text, wanted: what }, name.span, {
      label: 'unknown',
      notes: words === undefined ? [] : [help(words)],
      fixes: rewriteNear(name.span, near),
    }),
  )
}

/** Names that could stand here by what they mean. */
export function namesOf(place: Place, fits: (declared: Declared) => boolean): string[] {
  return [...visibleNames(place.scope)].filter(fits).map(({ name }) => name)
}
