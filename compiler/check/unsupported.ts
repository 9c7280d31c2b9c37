import type { unsupported as rows } from '../../lang/codes/unsupported.ts'
import { help, note, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { add, type Checking } from './checking.ts'

/** Parts of the language that are parsed and formatted but have no compiler yet. Making one work deletes its row. */
const features = {
  address: { code: 'GWC0915', help: 'remove the condition' },
} as const satisfies Record<string, { readonly code: keyof typeof rows; readonly help: string }>

export type Feature = keyof typeof features

/** Refuses a policy that uses the feature: a rule that is read but not obeyed would be weaker than it looks. */
export function refuse(c: Checking, feature: Feature, at: Span): undefined {
  const row = features[feature]
  const notes = [note('the policy is refused rather than obeyed in part'), help(row.help)]
  return add(c, report(row.code, {}, at, { label: 'not compiled yet', notes }))
}
