import type { Span } from './span.ts'

/** Any node of the syntax tree, seen only as one. */
export interface AnyNode {
  readonly kind: string
  readonly span: Span
}

function isNode(value: object): value is AnyNode {
  return 'kind' in value && 'span' in value
}

/** The nodes directly under a node, in the order of its fields; lists and parts without a `kind` are looked into. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.entries(node).flatMap(([field, value]) => (field === 'span' ? [] : nodesIn(value)))
}

function nodesIn(value: unknown): readonly AnyNode[] {
  if (typeof value !== 'object' || value === null) return []
  if (isNode(value)) return [value]
  return Object.values(value).flatMap(nodesIn)
}

/** Visits a node and all below it, parents first. */
export function walk(node: AnyNode, visit: (node: AnyNode) => void): void {
  visit(node)
  for (const child of childrenOf(node)) walk(child, visit)
}
