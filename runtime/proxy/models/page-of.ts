import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'

/** Where a page of a list begins and how long it may be. */
export interface PageRequest {
  readonly size: number
  /** The name that stands just before the page. */
  readonly after: string | undefined
  /** The name that stands just behind it. */
  readonly before: string | undefined
}

/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  /** More stand beyond it, in the direction in which pages are turned. */
  readonly hasMore: boolean
}

/** The asked-for part of a list of named things. */
export function pageOf<T extends { readonly name: string }>(
  all: readonly T[],
  { size, after, before }: PageRequest,
): Page<T> | Refusal {
  const from = after === undefined ? 0 : indexOf(all, after) + 1
  const to = before === undefined ? all.length : indexOf(all, before)
  if ((after !== undefined && from === 0) || to === -1)
    return refuse(400, 'unknown_page', 'The page begins at a model that is not on this list.', {
      final: true,
    })
  const part = all.slice(from, to)
  const items = before === undefined ? part.slice(0, size) : part.slice(-size)
  return { items, hasMore: items.length < part.length }
}

function indexOf(all: readonly { readonly name: string }[], name: string): number {
  return all.findIndex((each) => each.name === name)
}

/** A page's size as a query says it; beyond `max` it is `max`, as in the APIs that are copied here. */
export function sizeOf(text: string | null, usual: number, max: number): number | Refusal {
  if (text === null) return usual
  const size = /^\d{1,9}$/.test(text) ? Number(text) : 0
  return size === 0
    ? refuse(400, 'invalid_page', 'The size of a page must be a whole number above 0.', { final: true })
    : Math.min(size, max)
}
