import type { IncludeDecl } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { Atom, Cond } from '../typed.ts'
import { add } from './checking.ts'
import { limitSize } from './condition-size.ts'
import { checkCondition } from './condition.ts'
import { findUnguarded } from './presence.ts'
import { nameRule, type Walk } from './walk.ts'

/**
 * Types the condition that guards an included file: identity facts only, so that no client can put itself into another
 * team's rules. `undefined` without a condition, or with a mistake in it, which is reported.
 */
export function checkInclude(w: Walk, item: IncludeDecl): Cond | undefined {
  if (item.as.kind === 'Name') nameRule(w, item.as, 'include')
  if (item.condition === undefined) return undefined
  const at = item.condition.span
  const condition = limitSize(w.c, checkCondition(w.place, item.condition), at)
  if (condition === undefined) return undefined
  const stranger = atomsOf(condition).find(({ fact }) => fact.source !== 'identity')
  if (stranger !== undefined) return refuseStranger(w, stranger, at)
  const unguarded = findUnguarded(condition, at)
  for (const finding of unguarded) add(w.c, finding)
  return unguarded.length === 0 ? condition : undefined
}

function refuseStranger(w: Walk, { fact, span }: Atom, at: Span): undefined {
  const isHere = span.file === at.file && span.start >= at.start && span.end <= at.end
  const secondary = isHere ? [] : [{ span, text: 'asked here' }]
  const notes = [
    help(
      '`key`, `org`, `team`, `project` and `developer` say whose request it is, as do facts with `"from": "key:…"`',
    ),
  ]
  return add(
    w.c,
    report('GWC1104', { fact: fact.name, source: fact.source }, isHere ? span : at, { secondary, notes }),
  )
}

function atomsOf(condition: Cond): readonly Atom[] {
  switch (condition.kind) {
    case 'atom':
      return [condition]
    case 'not':
      return atomsOf(condition.operand)
    case 'all':
    case 'any':
      return condition.operands.flatMap(atomsOf)
  }
}
