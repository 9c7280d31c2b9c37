import type { Item } from '../../question/question.ts'
import type { Explanation } from './explanation.ts'

/** The same letters, in one word or several. */
export const spelledTogether: Explanation = {
  name: 'spelled together',
  meaning:
    'The same letters, written as one word, as several or with a hyphen, and with quotation marks or without.',
  example: ['How do I add a drop-down in Excel?', 'How do I add a dropdown in Excel?'],
  explains: ({ left, right }) =>
    left.length + right.length > 2 ||
    (left[0]?.kind === 'word' && right[0]?.kind === 'word') ||
    left.length + right.length === 2
      ? lettersOf(left) === lettersOf(right) && left.every(isWordy) && right.every(isWordy)
        ? [...left, ...right]
        : []
      : [],
}

const isWordy = ({ kind, key }: Item): boolean =>
  (kind === 'word' || kind === 'name' || kind === 'quoted' || kind === 'person' || kind === 'relation') &&
  !key.startsWith('re-')

const lettersOf = (items: readonly Item[]): string =>
  items.map(({ key }) => key.replaceAll(/[\s-]/g, '')).join('')
