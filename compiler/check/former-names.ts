import type { Name } from '../../lang/ast.ts'
import type { Diagnostic } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { RuleName, Walk } from './walk.ts'

/** A name that a rule, budget or limit bore before, as `was` says. */
export interface FormerName {
  /** With the module's prefix. */
  readonly name: string
  readonly span: Span
  /** What bears the history now. */
  readonly by: string
}

/** Notes that a rule carries on the history of another name, and gives that name in full. */
export function carryOver({ c, prefix }: Walk, was: Name, by: string): string {
  const name = `${prefix}${was.text}`
  c.formerNames.push({ name, span: was.span, by })
  return name
}

/** History goes to one heir: a former name that is borne today, or that two claim, could be neither's. */
export function checkFormerNames(
  former: readonly FormerName[],
  names: ReadonlyMap<string, RuleName>,
): readonly Diagnostic[] {
  return former.flatMap((each, index) => {
    const other = former.slice(0, index).find(({ name, by }) => name === each.name && by !== each.by)
    const live = names.get(each.name)
    if (live !== undefined) return [isBorne(each, live)]
    return other === undefined ? [] : [isClaimed(each, other)]
  })
}

function isBorne({ name, span, by }: FormerName, live: RuleName): Diagnostic {
  const problem = name === by ? 'it bears that name still' : `that name is borne by a ${live.what} of today`
  return report('GWC2805', { name, problem }, span, {
    secondary: name === by ? [] : [{ span: live.span, text: 'borne here' }],
    notes: [help('`was` carries usage and history over from a name that is gone: leave it out')],
  })
}

function isClaimed({ name, span }: FormerName, other: FormerName): Diagnostic {
  return report('GWC2805', { name, problem: `\`${other.by}\` has its history already` }, span, {
    secondary: [{ span: other.span, text: 'carried over here' }],
    notes: [help('one name can carry the history of another on: keep one of the two')],
  })
}
