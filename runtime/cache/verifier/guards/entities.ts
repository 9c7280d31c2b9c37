import { familyOf } from '../../question/names.ts'
import type { Item } from '../../question/question.ts'
import type { Guard } from './guard.ts'

/** Both speak of the same people, places, languages, products. */
export const entityGuard: Guard = {
  name: 'entities',
  meaning:
    'Names are equal: languages, libraries, systems, countries, people. So are things of one family: a dog is no cat. A capital in the midst of a sentence makes a name.',
  example: ['How do I sort a list in Python?', 'How do I sort a list in JavaScript?'],
  blocks: ({ left, right }) => [
    ...[...left, ...right].filter(isName).map(({ key }) => key),
    ...siblings(left, right),
  ],
}

const isName = ({ kind }: Item): boolean => kind === 'name'

const siblings = (left: readonly Item[], right: readonly Item[]): readonly string[] =>
  left.flatMap((one) =>
    right
      .filter(
        (other) => familyOf.get(one.key) !== undefined && familyOf.get(one.key) === familyOf.get(other.key),
      )
      .flatMap((other) => [one.key, other.key]),
  )
