import { P } from '../../../lang/tokens.ts'
import type { Choice } from '../completion.ts'
import { columnAt, columnsOf, factBefore, innermost, type Site } from '../site.ts'
import { takesOperator } from './operators.ts'

/** Words that are always followed by the same ones. */
const phrases: Readonly<Record<string, string>> = {
  cheapest: 'cheapest of ',
  fastest: 'fastest of ',
  best: 'best of ',
  split: 'split by ',
  never: 'never use ',
}

/** The keywords that the grammar could take, and the arrow. */
export function keywordChoices(site: Site): readonly Choice[] {
  const { type, inText } = site
  if (inText) return []
  if (type === P.Arrow) return [{ label: '=>', kind: 'operator', rank: 3 }]
  if (!type.name.startsWith('Kw_')) return []
  const word = type.name.slice('Kw_'.length)
  if (site.rules.includes('outputCell')) return cellWords(site, word)
  if (isOperatorWord(word) && innermost(site) === 'comparison') return operatorWord(site, word)
  const insert = innermost(site) === 'property' && word === 'always' ? 'always use ' : (phrases[word] ?? word)
  return [{ label: insert.trimEnd(), kind: 'keyword', insert, rank: word === 'model' ? 9 : 6 }]
}

/** A cell holds what its column expects: stages under `use`, a rule or `default` under `by`, a mode under `cache`. */
function cellWords({ tokens }: Site, word: string): readonly Choice[] {
  const column = columnsOf(tokens)[1][columnAt(tokens)]
  if (column === 'use')
    return [{ label: phrases[word]?.trimEnd() ?? word, kind: 'keyword', insert: phrases[word] ?? word }]
  return column === 'by' && word === 'default' ? [{ label: word, kind: 'keyword' }] : []
}

const isOperatorWord = (word: string): word is 'in' | 'not' | 'like' | 'contains' =>
  ['in', 'not', 'like', 'contains'].includes(word)

/** `not` stands here for `not in` and `not like`. */
function operatorWord(site: Site, word: 'in' | 'not' | 'like' | 'contains'): readonly Choice[] {
  const fact = factBefore(site)
  if (word === 'not') return takesOperator(fact, 'in') ? [{ label: 'not in', kind: 'operator', rank: 3 }] : []
  return takesOperator(fact, word) ? [{ label: word, kind: 'operator', rank: 3 }] : []
}
