import type { Edit } from '../proxy/body/splice.ts'
import type { JsonRange } from './json-parts.ts'

/** Takes elements out of a list, commas too: those at which `isDropped` holds. */
export function dropElements(elements: readonly JsonRange[], isDropped: readonly boolean[]): readonly Edit[] {
  const edits: Edit[] = []
  let kept: JsonRange | undefined
  for (const [at, element] of elements.entries()) {
    const next = elements[at + 1]
    if (isDropped[at] !== true) kept = element
    else if (kept === undefined)
      edits.push({ start: element.start, end: next?.start ?? element.end, text: '' })
    // Behind one that stays, the comma before it goes with it.
    else edits.push({ start: elements[at - 1]!.end, end: element.end, text: '' })
  }
  return edits
}
