import type { FactType } from './types.ts'

/** A fact's type in a word, as lists of facts show it: `tokens`, `{none, pii, …}`. */
export function showType(type: FactType): string {
  switch (type.kind) {
    case 'number':
      return type.unit
    case 'enum':
      return `{${type.values.join(', ')}${type.open ? ', …' : ''}}`
    case 'bool':
    case 'string':
    case 'address':
    case 'strings':
    case 'text':
    case 'model':
      return type.kind
  }
}
