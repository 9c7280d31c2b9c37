import type { FactRow, FactType } from '../../core/types.ts'
import type { Note } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { add, type Place } from './checking.ts'
import { describeType } from './describe.ts'

/** Whether a fact of this type has a value that a constant can equal. */
export const takesComparison = ({ kind }: FactType): boolean => kind !== 'text' && kind !== 'strings'

/** Reports an operator that a fact's type does not take. */
export function wrongOperator(
  { c }: Place,
  op: string,
  fact: FactRow,
  at: Span,
  notes: readonly Note[],
): undefined {
  return add(c, report('GWC1201', { op, fact: fact.name, is: describeType(fact.type) }, at, { notes }))
}

/** The operators that a fact does take. */
export function adviceFor({ name, type }: FactRow): Note[] {
  switch (type.kind) {
    case 'bool':
      return [help(`\`${name}\` or \`not ${name}\` is the whole condition`)]
    case 'text':
    case 'strings':
      return [help(`\`${name} contains "…"\` asks for one of its parts`)]
    case 'number':
      return [help(`\`${name} < …\`, \`${name} >= …\` compare it`)]
    case 'enum':
    case 'string':
    case 'model':
    case 'address':
      return [help(`\`${name} == …\` or \`${name} in {…}\` asks for its value`)]
  }
}
