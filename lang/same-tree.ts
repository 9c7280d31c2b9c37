/**
 * Whether two syntax trees say the same, wherever it stands: spans count for nothing, and a field that is `undefined`
 * equals one that is absent.
 */
export function isSameTree(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const fields = new Set([...Object.keys(a), ...Object.keys(b)])
  fields.delete('span')
  return [...fields].every((field) => isSameTree(fieldOf(a, field), fieldOf(b, field)))
}

const fieldOf = (value: object, field: string): unknown => (value as Readonly<Record<string, unknown>>)[field]
