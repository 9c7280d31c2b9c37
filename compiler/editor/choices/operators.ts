import type { FactRow, FactType } from '../../../core/types.ts'
import { Comparator } from '../../../lang/tokens.ts'
import type { Choice } from '../completion.ts'
import { factBefore, type Site } from '../site.ts'

type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'like' | 'contains'

/** What each type can be asked. A flag is a condition by itself. */
const operatorsOf = {
  bool: [],
  enum: ['==', '!=', 'in'],
  string: ['==', '!=', 'in', 'like'],
  number: ['==', '!=', '<', '<=', '>', '>=', 'in'],
  address: ['==', '!=', 'in'],
  strings: ['contains'],
  text: ['contains'],
  model: ['==', '!=', 'in', 'like'],
} as const satisfies Record<FactType['kind'], readonly Operator[]>

/** Whether a fact can be asked so; one that is unknown can. */
export function takesOperator(fact: FactRow | undefined, operator: Operator): boolean {
  return fact === undefined || (operatorsOf[fact.type.kind] as readonly Operator[]).includes(operator)
}

/** The comparisons that the fact before the cursor has. */
export function operatorChoices(site: Site): readonly Choice[] {
  const fact = factBefore(site)
  if (site.type !== Comparator || site.inText || fact === undefined) return []
  return (operatorsOf[fact.type.kind] as readonly Operator[])
    .filter((operator) => !/[a-z]/.test(operator))
    .map((label): Choice => ({ label, kind: 'operator', rank: 2 }))
}
