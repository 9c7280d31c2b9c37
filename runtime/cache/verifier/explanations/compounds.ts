import type { Question } from '../../question/question.ts'
import { keysOf } from '../difference.ts'
import type { Explanation } from './explanation.ts'

/** What holds something else: a cup of tea is no tea cup. */
const vessels: ReadonlySet<string> = new Set(
  'cup glass bottle box bag can jar pack pot bowl plate case tin barrel basket'.split(' '),
)

/** `the time complexity of quicksort` and `quicksort time complexity`. */
export const compounds: Explanation = {
  name: 'compounds',
  meaning:
    'A thing named by what it is of, before or behind it; not of vessels, since a cup of tea is no tea cup.',
  example: ['What is the time complexity of quicksort?', 'quicksort time complexity'],
  isOfOrder: true,
  explains: ({ asked, kept, left, right }) =>
    left.length === 1 &&
    right.length === 0 &&
    left[0]!.key === 'of' &&
    compoundOf(asked) === keysOf(kept.items)
      ? left
      : [],
}

/** The items with what stands behind their one `of` before what stands ahead of it. */
function compoundOf({ items }: Question): string | undefined {
  const at = items.findIndex(({ key }) => key === 'of')
  let from = at
  while (from > 0 && items[from - 1]!.kind !== 'relation') from--
  let end = at + 1
  while (
    end < items.length &&
    (items[end]!.kind === 'word' || items[end]!.kind === 'name') &&
    !items[end]!.key.startsWith('@')
  )
    end++
  const head = items.slice(from, at)
  if (
    head.length === 0 ||
    head.some(({ key, kind }) => vessels.has(key) || (kind !== 'word' && kind !== 'name'))
  )
    return undefined
  return keysOf([...items.slice(0, from), ...items.slice(at + 1, end), ...head, ...items.slice(end)])
}
