import type { ImportDecl, IncludeDecl, Item } from '../../lang/ast.ts'
import type { Module } from '../modules.ts'
import { checkAssertion } from './assertion.ts'
import { attemptDefaults, type AttemptDefaults, checkAttempt } from './attempt.ts'
import { checkBudget } from './budget.ts'
import { checkCache } from './cache.ts'
import type { Checking } from './checking.ts'
import { declareConst, declarePred, importNames } from './declaration.ts'
import { checkGuard } from './guard.ts'
import { checkInclude } from './include.ts'
import { checkLimit } from './limit.ts'
import { checkLog } from './log.ts'
import { openIncluded, openWalk } from './open-walk.ts'
import { checkRoute } from './route.ts'
import { checkShape } from './shape.ts'
import type { Scope } from './scope.ts'
import { checkTest, checkTestTable } from './test.ts'
import type { Walk } from './walk.ts'

/** Checks a module's items in order, so that what is declared above is visible below. */
export function checkModule(w: Walk, module: Module, around: AttemptDefaults): void {
  const defaults = attemptDefaults(
    w,
    module.file.items.filter((item) => item.kind === 'Attempt'),
    around,
  )
  for (const item of module.file.items) checkItem(w, module, item, defaults)
}

function checkItem(w: Walk, module: Module, item: Item, defaults: AttemptDefaults): void {
  switch (item.kind) {
    case 'Facts':
    case 'Zone':
      return // linked already
    case 'Import':
      return takeNames(w, module, item)
    case 'Include':
      return takeIn(w, module, item, defaults)
    case 'Const':
      return declareConst(w.place, item, w.prefix)
    case 'Pred':
      return declarePred(w.place, item, w.prefix)
    case 'Guard':
      return checkGuard(w, item)
    case 'Route':
      return checkRoute(w, item)
    case 'Cache':
      return checkCache(w, item)
    case 'Attempt':
      return checkAttempt(w, item, defaults)
    case 'Test':
      return checkTest(w, item)
    case 'TestTable':
      return checkTestTable(w, item)
    case 'Budget':
      return checkBudget(w, item)
    case 'Limit':
      return checkLimit(w, item)
    case 'Shape':
      return checkShape(w, item)
    case 'Log':
      return checkLog(w, item)
    case 'Assert':
      return checkAssertion(w, item)
  }
}

/** Takes in the names of an imported file, which sees facts and its own imports only. */
function takeNames(w: Walk, module: Module, item: ImportDecl): void {
  const child = module.children.get(item)
  if (child === undefined) return
  importNames(w.place, namesOf(w.c, child).names.values(), item.path.span)
}

function namesOf(c: Checking, module: Module): Scope {
  const w = openWalk(c, module)
  for (const item of module.file.items) {
    if (item.kind === 'Import') takeNames(w, module, item)
    if (item.kind === 'Const') declareConst(w.place, item, '')
    if (item.kind === 'Pred') declarePred(w.place, item, '')
  }
  return w.place.scope
}

/** Checks an included file in the place of its `include`. */
function takeIn(w: Walk, module: Module, item: IncludeDecl, defaults: AttemptDefaults): void {
  const guard = checkInclude(w, item)
  const child = module.children.get(item)
  if (child === undefined) return
  const inner = openIncluded(w, child, guard)
  checkModule(inner, child, defaults)
  for (const name of inner.place.scope.names.keys()) w.place.scope.hidden.set(name, child.path)
}
