import type { Diagnostic } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { Module } from '../modules.ts'
import type { Declared } from './scope.ts'

/**
 * Constants and predicates that nothing uses, in files that speak for themselves: a file that is imported declares its
 * names for others, and a deprecated name waits for those who still use it.
 */
export function unusedNames(
  declared: readonly Declared[],
  used: ReadonlySet<string>,
  root: Module,
): readonly Diagnostic[] {
  const files = new Set(ownFiles(root))
  const idle = declared.filter(
    (each) => files.has(each.span.file) && each.deprecated === undefined && !used.has(placeOf(each)),
  )
  return [...new Map(idle.map((each) => [placeOf(each), each])).values()].map(tell)
}

/** Where a name is declared: the same in each module that takes its file in. */
export function placeOf({ span }: Declared): string {
  return `${span.file}:${span.start}`
}

function tell({ name, span, meaning }: Declared): Diagnostic {
  const what = meaning.kind === 'pred' ? 'predicate' : 'constant'
  return report('GWC2804', { what, name }, span, {
    label: 'declared, and used nowhere',
    notes: [
      help(
        `remove it, or use it where its ${meaning.kind === 'pred' ? 'condition' : 'value'} is spelled out`,
      ),
    ],
  })
}

function ownFiles({ path, children }: Module): readonly string[] {
  const included = [...children].flatMap(([item, child]) => (item.kind === 'Include' ? ownFiles(child) : []))
  return [path, ...included]
}
