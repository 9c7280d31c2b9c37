import type { Constant, ConstDecl, Name, PredDecl, SetExpr } from '../../lang/ast.ts'
import { report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { add, type Place } from './checking.ts'
import { limitSize } from './condition-size.ts'
import { checkCondition } from './condition.ts'
import { describeDeclared } from './describe.ts'
import { findModel } from './model.ts'
import { findDeclared } from './names.ts'
import { type Declared, lookUp, type Meaning } from './scope.ts'
import { evaluateSet } from './set.ts'

/** Declares a constant: one value, a model, or a set. A broken one is declared too, so that its uses stay silent. */
export function declareConst(place: Place, decl: ConstDecl, prefix: string): void {
  const meaning = meaningOf(place, decl.value)
  if (decl.name.kind === 'Name')
    declare(place, decl.name, { meaning, prefix, deprecated: decl.deprecated?.value })
}

/** Declares a predicate. Whether its facts are there is asked where it is used. */
export function declarePred(place: Place, decl: PredDecl, prefix: string): void {
  const condition = limitSize(place.c, checkCondition(place, decl.condition), decl.condition.span)
  if (decl.name.kind === 'Name')
    declare(place, decl.name, {
      meaning: { kind: 'pred', condition },
      prefix,
      deprecated: decl.deprecated?.value,
    })
}

interface Declaration {
  readonly meaning: Meaning
  readonly prefix: string
  readonly deprecated: string | undefined
}

function declare(place: Place, name: Name, { meaning, prefix, deprecated }: Declaration): void {
  if (name.text.includes('.')) add(place.c, report('GWC1006', { name: name.text }, name.span))
  const declared: Declared = {
    name: name.text,
    shown: `${prefix}${name.text}`,
    span: name.span,
    meaning,
    deprecated,
  }
  place.c.declared.push(declared)
  if (isFree(place, declared)) place.scope.names.set(name.text, declared)
}

/** Facts, constants and predicates share one namespace, and nothing is shadowed. */
function isFree({ c, scope }: Place, { name, span }: Declared): boolean {
  const fact = c.facts.get(name)
  if (fact !== undefined) {
    const place = c.factPlaces.get(name)
    const secondary = place === undefined ? [] : [{ span: place, text: 'declared here' }]
    add(
      c,
      report('GWC1002', { name, taken: place === undefined ? 'a built-in fact' : 'a fact' }, span, {
        secondary,
      }),
    )
    return false
  }
  const other = lookUp(scope, name)
  if (other === undefined) return true
  if (isSame(other.span, span)) return false
  add(
    c,
    report('GWC1002', { name, taken: describeDeclared(other) }, span, {
      secondary: [{ span: other.span, text: 'declared here first' }],
    }),
  )
  return false
}

const isSame = (a: Span, b: Span): boolean => a.file === b.file && a.start === b.start

/** Takes in the names of an imported file. The same file imported twice declares them once. */
export function importNames(place: Place, names: Iterable<Declared>, at: Span): void {
  for (const declared of names) {
    const other = lookUp(place.scope, declared.name)
    if (other === undefined) place.scope.names.set(declared.name, declared)
    else if (!isSame(other.span, declared.span)) {
      const secondary = [
        { span: other.span, text: 'declared here' },
        { span: declared.span, text: 'and here' },
      ]
      add(
        place.c,
        report('GWC1002', { name: declared.name, taken: describeDeclared(other) }, at, { secondary }),
      )
    }
  }
}

function meaningOf(place: Place, value: Constant | SetExpr): Meaning {
  switch (value.kind) {
    case 'Missing':
      return { kind: 'single', literal: undefined }
    case 'Name':
      return aliasOf(place, value)
    case 'SetRef':
      return aliasOf(place, value.name)
    case 'Model': {
      const id = findModel(place.c, value.text, value.span)
      return { kind: 'single', literal: id === undefined ? undefined : { ...value, text: id } }
    }
    case 'String':
    case 'Quantity':
    case 'Bool':
      return { kind: 'single', literal: value }
    case 'SetLit':
    case 'SetOp':
    case 'SetWhere':
    case 'Family':
    case 'Glob':
      return { kind: 'set', set: evaluateSet(place, value) }
  }
}

/** Another name for a constant, or a bare word of some enumeration. */
function aliasOf(place: Place, name: Name): Meaning {
  const declared = findDeclared(place, name)
  if (declared !== undefined && declared.meaning.kind !== 'pred') return declared.meaning
  const set = evaluateSet(place, { kind: 'SetLit', span: name.span, elements: [name] })
  return { kind: 'single', literal: set?.kind === 'values' ? set.elements[0] : undefined }
}
