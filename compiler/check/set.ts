import type { Constant, FamilySet, GlobSet, SetExpr, SetLit, SetOp, SetRef } from '../../lang/ast.ts'
import { help, note, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { add, type Place } from './checking.ts'
import { describeDeclared, listWords, writeLiteral } from './describe.ts'
import { filterModels } from './filter.ts'
import { mixed } from './mixed-set.ts'
import { evaluateFamily, evaluateGlob } from './model-query.ts'
import { findModel } from './model.ts'
import { findDeclared, namesOf, unknownName } from './names.ts'
import type { Literal, ModelSet, SetValue } from './scope.ts'
import { join, keysOf, modelSet, subtract } from './set-value.ts'

/** Evaluates a set: catalogue ids in written order, or constants. `undefined` when it has a mistake, reported. */
export function evaluateSet(place: Place, set: SetExpr): SetValue | undefined {
  switch (set.kind) {
    case 'SetLit':
      return evaluateLiteral(place, set)
    case 'SetRef':
      return evaluateRef(place, set)
    case 'SetOp':
      return evaluateOp(place, set)
    case 'SetWhere': {
      const from = evaluateModels(place, set.set)
      return from && filterModels(place, from, set)
    }
    case 'Family':
      return evaluateFamily(place, set)
    case 'Glob':
      return evaluateGlob(place, set)
    case 'Model': {
      const id = findModel(place.c, set.text, set.span)
      return id === undefined ? undefined : modelSet([id], `{${id}}`)
    }
    case 'Missing':
      return undefined
  }
}

/** Evaluates a set where only models make sense. */
export function evaluateModels(place: Place, set: SetExpr): ModelSet | undefined {
  const value = evaluateSet(place, set)
  if (value === undefined || value.kind === 'models') return value
  const [first] = value.elements
  const what = first === undefined ? 'a set of constants' : `a set of constants (${writeLiteral(first)}, …)`
  return add(
    place.c,
    report('GWC1311', { found: what, wanted: 'a set of models' }, set.span, {
      notes: [help('models are written `provider/name`')],
    }),
  )
}

// ---------------------------------------------------------------------------------------------- `{a, b}`

/** One element, with what it stands for. */
interface Element {
  readonly span: Span
  readonly value: SetValue | undefined
}

function evaluateLiteral(place: Place, set: SetLit): SetValue | undefined {
  if (set.elements.length === 0) return add(place.c, report('GWC1209', {}, set.span))
  const elements = set.elements.map((each): Element => ({
    span: each.span,
    value: evaluateElement(place, each),
  }))
  const whole = elements.flatMap(({ value, span }) => (value === undefined ? [] : [{ value, span }]))
  const [first] = whole
  if (first === undefined || whole.length < elements.length) return undefined
  const stranger = whole.find(({ value }) => value.kind !== first.value.kind)
  if (stranger !== undefined) return mixed(place, first, stranger)
  warnTwice(place, whole)
  return join(whole.map(({ value }) => value))
}

function evaluateElement(place: Place, element: Constant | FamilySet | GlobSet): SetValue | undefined {
  switch (element.kind) {
    case 'Missing':
      return undefined
    case 'Family':
    case 'Glob':
    case 'Model':
      return evaluateSet(place, element)
    case 'Name':
      return evaluateName(place, element)
    case 'String':
    case 'Quantity':
    case 'Bool':
      return single(place, element)
  }
}

function single(place: Place, literal: Literal): SetValue | undefined {
  if (literal.kind === 'Model') return evaluateSet(place, literal)
  return { kind: 'values', elements: [literal], shown: `{${writeLiteral(literal)}}` }
}

function evaluateName(place: Place, name: Extract<Constant, { kind: 'Name' }>): SetValue | undefined {
  const declared = findDeclared(place, name)
  if (declared?.meaning.kind === 'set')
    return declared.meaning.set && { ...declared.meaning.set, shown: `{${declared.shown}}` }
  if (declared?.meaning.kind === 'single') {
    const { literal } = declared.meaning
    return literal && single(place, literal.kind === 'Model' ? { ...literal, span: name.span } : literal)
  }
  if (declared !== undefined)
    return add(
      place.c,
      report(
        'GWC1004',
        { name: name.text, is: describeDeclared(declared), wanted: 'a constant' },
        name.span,
        { secondary: [{ span: declared.span, text: 'declared here' }] },
      ),
    )
  const isListed = place.asked?.type.kind === 'enum' || isWord(place, name.text)
  return isListed ? single(place, name) : unknownElement(place, name)
}

/** Whether some enumeration has the word, so that it can be a constant without a declaration. */
function isWord({ c, words }: Place, word: string): boolean {
  if (word === 'other') return true
  return [...words.rows.values(), ...c.facts.values()].some(
    ({ type }) => type.kind === 'enum' && type.values.includes(word),
  )
}

function unknownElement(place: Place, name: Extract<Constant, { kind: 'Name' }>): undefined {
  const listed = [...place.c.facts.values()].flatMap(({ type }) => (type.kind === 'enum' ? type.values : []))
  const candidates = [...namesOf(place, ({ meaning }) => meaning.kind !== 'pred'), ...listed]
  return unknownName(place, name, {
    what: 'constant',
    candidates,
    otherwise: `text is written in quotes: \`"${name.text}"\``,
  })
}

function warnTwice(place: Place, parts: readonly { readonly value: SetValue; readonly span: Span }[]): void {
  const seen = new Set<string>()
  for (const { value, span } of parts) {
    const [key] = keysOf(value)
    if (key === undefined || keysOf(value).length > 1) continue
    if (seen.has(key)) add(place.c, report('GWC1221', { value: value.shown.slice(1, -1) }, span))
    seen.add(key)
  }
}

// ---------------------------------------------------------------------------------------------- names, `+`, `-`

function evaluateRef(place: Place, { name }: SetRef): SetValue | undefined {
  const declared = findDeclared(place, name)
  if (declared === undefined) {
    const candidates = namesOf(place, ({ meaning }) => meaning.kind === 'set')
    return unknownName(place, name, {
      what: 'set',
      candidates,
      otherwise: `\`const ${name.text} = {…}\` above this place declares it`,
    })
  }
  const { meaning, shown } = declared
  if (meaning.kind === 'set') return meaning.set && { ...meaning.set, shown }
  if (meaning.kind === 'single' && meaning.literal === undefined) return undefined
  const secondary = [{ span: declared.span, text: 'declared here' }]
  const notes = meaning.kind === 'single' ? [help(`\`{${name.text}}\` is the set with that one element`)] : []
  return add(
    place.c,
    report('GWC1004', { name: name.text, is: describeDeclared(declared), wanted: 'a set' }, name.span, {
      secondary,
      notes,
    }),
  )
}

function evaluateOp(place: Place, set: SetOp): SetValue | undefined {
  const [left, right] = [evaluateSet(place, set.left), evaluateSet(place, set.right)]
  if (left === undefined || right === undefined) return undefined
  if (left.kind !== right.kind)
    return mixed(place, { value: left, span: set.left.span }, { value: right, span: set.right.span })
  const shown = `${left.shown} ${set.op} ${set.right.kind === 'SetOp' ? `(${right.shown})` : right.shown}`
  const value = set.op === '+' ? { ...join([left, right]), shown } : { ...subtract(left, right), shown }
  return keysOf(value).length > 0 ? value : nothingLeft(place, set, left)
}

function nothingLeft(place: Place, set: SetOp, left: SetValue): undefined {
  const notes = [note(`\`${left.shown}\` is ${listWords(keysOf(left))}, all of which are taken away`)]
  if (left.kind === 'models')
    return add(place.c, report('GWC1307', { problem: 'no model is left in this set' }, set.span, { notes }))
  return add(place.c, report('GWC1209', {}, set.span, { notes }))
}
