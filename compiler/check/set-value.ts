import { writeLiteral } from './describe.ts'
import type { Literal, ModelSet, SetValue } from './scope.ts'

/** A set of models, each once. */
export const modelSet = (ids: readonly string[], shown: string): ModelSet => ({
  kind: 'models',
  ids: [...new Set(ids)],
  shown,
})

/** The union, in written order. */
export function join(parts: readonly SetValue[]): SetValue {
  const shown = `{${parts.map((part) => part.shown.replace(/^\{(.*)\}$/s, '$1')).join(', ')}}`
  const ids = parts.flatMap((part) => (part.kind === 'models' ? part.ids : []))
  if (ids.length > 0) return modelSet(ids, shown)
  return {
    kind: 'values',
    elements: distinct(parts.flatMap((part) => (part.kind === 'values' ? part.elements : []))),
    shown,
  }
}

/** What tells elements apart. */
export const keysOf = (set: SetValue): readonly string[] =>
  set.kind === 'models' ? set.ids : set.elements.map(keyOf)

/** A bare word and the same word in quotes are one constant. */
const keyOf = (literal: Literal): string =>
  literal.kind === 'String' ? literal.value : writeLiteral(literal)

function distinct(elements: readonly Literal[]): readonly Literal[] {
  return [...new Map(elements.map((each) => [keyOf(each), each])).values()]
}

/** What of `left` is not in `right`. */
export function subtract(left: SetValue, right: SetValue): SetValue {
  const taken = new Set(keysOf(right))
  if (left.kind === 'models') return { ...left, ids: left.ids.filter((id) => !taken.has(id)) }
  return { ...left, elements: left.elements.filter((each) => !taken.has(keyOf(each))) }
}
