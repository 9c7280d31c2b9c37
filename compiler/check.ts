import type { BudgetDecl, ImportDecl, IncludeDecl, Item, LimitDecl } from '../lang/ast.ts'
import type { Diagnostic } from '../lang/diagnostic.ts'
import type { Span } from '../lang/span.ts'
import { attemptDefaults, type AttemptDefaults, checkAttempt, noAttemptDefaults } from './check/attempt.ts'
import { checkCache } from './check/cache.ts'
import type { Checking, Place } from './check/checking.ts'
import { checkCondition } from './check/condition.ts'
import { declareConst, declarePred, importNames } from './check/declaration.ts'
import { checkGuard } from './check/guard.ts'
import { checkInclude } from './check/include.ts'
import { servedModels } from './check/model.ts'
import { checkRoute } from './check/route.ts'
import { openScope, type Scope } from './check/scope.ts'
import { resolveTests } from './check/test-rules.ts'
import { checkTest, checkTestTable } from './check/test.ts'
import { refuse } from './check/unsupported.ts'
import { nameRule, type Walk } from './check/walk.ts'
import type { CompileInput } from './input.ts'
import type { Module, Modules } from './modules.ts'
import type { Cond, Policy } from './typed.ts'

/**
 * Types a linked policy: names resolved, constants in base units, sets spelled out, includes spliced in with their
 * conditions. `policy` is undefined when an error stands, here or from linking.
 */
export function check(
  modules: Modules,
  input: CompileInput,
): { readonly policy: Policy | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const c: Checking = {
    input,
    facts: modules.facts,
    factPlaces: modules.factPlaces,
    factsAreKnown: modules.factsAreKnown,
    isParsed: !modules.broken,
    findings: new Map(),
    unknown: new Set(),
    checkFilter: checkCondition,
  }
  const walk = openWalk(c, modules.root, undefined)
  checkModule(walk, modules.root, noAttemptDefaults)
  const tests = resolveTests(c, walk.tests, walk.ruleNames)
  const diagnostics = [...c.findings.values()]
  const isBroken = modules.broken || diagnostics.some(({ severity }) => severity === 'error')
  if (isBroken) return { policy: undefined, diagnostics }
  const served = servedModels(input).map(({ id }) => id)
  return {
    policy: { root: input.root, zone: modules.zone, facts: modules.facts, served, ...walk.out, tests },
    diagnostics,
  }
}

function openWalk(
  c: Checking,
  module: Module,
  around: { readonly walk: Walk; readonly guard: Cond | undefined } | undefined,
): Walk {
  const scope = openScope(module.path, around?.walk.place.scope, namesDeclaredIn(module))
  const place: Place = { c, scope, words: { noun: 'fact', rows: c.facts } }
  const own = { c, place, prefix: module.prefix, counts: new Map(), defaults: new Map() }
  if (around === undefined)
    return {
      ...own,
      guards: [],
      out: { guard: [], route: [], cache: [], attempt: [] },
      ruleNames: new Map(),
      tests: [],
      around: undefined,
    }
  const { walk, guard } = around
  const { out, ruleNames, tests } = walk
  return {
    ...own,
    guards: guard === undefined ? walk.guards : [...walk.guards, guard],
    out,
    ruleNames,
    tests,
    around: walk,
  }
}

function namesDeclaredIn(module: Module): ReadonlyMap<string, Span> {
  const declared = module.file.items.flatMap((item) =>
    (item.kind === 'Const' || item.kind === 'Pred') && item.name.kind === 'Name' ? [item.name] : [],
  )
  return new Map(declared.map((name) => [name.text, name.span]))
}

/** Checks a module's items in order, so that what is declared above is visible below. */
function checkModule(w: Walk, module: Module, around: AttemptDefaults): void {
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
    case 'Limit':
      return refuseMeter(w, item)
    case 'Shape':
      return refuse(w.c, 'shape', opening(item.span, 'shape'))
    case 'Log':
      return refuse(w.c, 'log', opening(item.span, 'log'))
    case 'Assert':
      return refuse(
        w.c,
        'assert',
        item.title.kind === 'String' ? item.title.span : opening(item.span, 'assert'),
      )
  }
}

const opening = (span: Span, word: string): Span => ({
  ...span,
  end: Math.min(span.end, span.start + word.length),
})

/** Its name is kept, so that its facts are known for what they are. */
function refuseMeter(w: Walk, item: BudgetDecl | LimitDecl): void {
  const what = item.kind === 'Budget' ? 'budget' : 'limit'
  const at = item.name.kind === 'Name' ? item.name.span : opening(item.span, what)
  if (item.name.kind === 'Name') {
    w.place.scope.meters.set(item.name.text, item.name.span)
    nameRule(w, item.name, what)
  }
  refuse(w.c, what, at)
}

/** Takes in the names of an imported file, which sees facts and its own imports only. */
function takeNames(w: Walk, module: Module, item: ImportDecl): void {
  const child = module.children.get(item)
  if (child === undefined) return
  importNames(w.place, namesOf(w.c, child).names.values(), item.path.span)
}

function namesOf(c: Checking, module: Module): Scope {
  const w = openWalk(c, module, undefined)
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
  const inner = openWalk(w.c, child, { walk: w, guard })
  checkModule(inner, child, defaults)
  for (const name of inner.place.scope.names.keys()) w.place.scope.hidden.set(name, child.path)
}
