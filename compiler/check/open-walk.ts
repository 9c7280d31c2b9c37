import { byTable } from '../../core/tables.ts'
import type { Span } from '../../lang/span.ts'
import type { Module } from '../modules.ts'
import type { Cond } from '../typed.ts'
import type { Checking, Place } from './checking.ts'
import { openScope } from './scope.ts'
import type { Walk } from './walk.ts'

/** The walk of the root file, or of an imported one: nothing around it. */
export function openWalk(c: Checking, module: Module): Walk {
  return {
    ...openModule(c, module, undefined),
    guards: [],
    out: byTable(() => []),
    ruleNames: new Map(),
    tests: [],
    assertions: [],
  }
}

/** The walk of an included file: its rows join those of the file around it, under the include's own condition. */
export function openIncluded(around: Walk, module: Module, guard: Cond | undefined): Walk {
  const { guards, out, ruleNames, tests, assertions } = around
  return {
    ...openModule(around.c, module, around),
    guards: guard === undefined ? guards : [...guards, guard],
    out,
    ruleNames,
    tests,
    assertions,
  }
}

type OwnPart = Omit<Walk, 'guards' | 'out' | 'ruleNames' | 'tests' | 'assertions'>

function openModule(c: Checking, module: Module, around: Walk | undefined): OwnPart {
  const scope = openScope(module, around?.place.scope, namesDeclaredIn(module))
  const place: Place = { c, scope, words: { noun: 'fact', rows: c.facts } }
  return { c, place, prefix: module.prefix, counts: new Map(), defaults: new Map(), around }
}

function namesDeclaredIn(module: Module): ReadonlyMap<string, Span> {
  const declared = module.file.items.flatMap((item) =>
    (item.kind === 'Const' || item.kind === 'Pred') && item.name.kind === 'Name' ? [item.name] : [],
  )
  return new Map(declared.map((name) => [name.text, name.span]))
}
