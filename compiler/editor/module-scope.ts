import type { Name } from '../../lang/ast.ts'
import type { Module } from '../modules.ts'
import type { Target } from './target.ts'

type Named<K extends Target['kind']> = Extract<Target, { readonly kind: K }>

/** The names of one file at its place in a policy, wherever in the file they are declared. */
export interface ModuleScope {
  readonly module: Module
  readonly around: ModuleScope | undefined
  readonly declared: Map<string, Named<'declared'>>
  readonly rules: Map<string, Named<'rule'>>
  readonly meters: Map<string, Named<'meter'>>
  readonly includes: Map<
    string,
    { readonly target: Named<'include'>; readonly scope: ModuleScope | undefined }
  >
  readonly imports: ModuleScope[]
}

/** The names of a file and of all that it takes in. */
export function scopeOf(module: Module, around: ModuleScope | undefined): ModuleScope {
  const scope: ModuleScope = {
    module,
    around,
    declared: new Map(),
    rules: new Map(),
    meters: new Map(),
    includes: new Map(),
    imports: [],
  }
  for (const item of module.file.items) {
    if (item.kind === 'Include' || item.kind === 'Import') takeIn(scope, item)
    else if (item.kind === 'Const' || item.kind === 'Pred')
      put(scope.declared, item.name, (at) => ({ kind: 'declared', node: item, at }))
    else if (item.kind === 'Budget' || item.kind === 'Limit')
      put(scope.meters, item.name, (at) => ({ kind: 'meter', node: item, at }))
    else if (item.kind === 'Route') {
      for (const row of item.items)
        if (row.kind === 'Rule') put(scope.rules, row.name, (at) => ({ kind: 'rule', node: row, at }))
    }
  }
  return scope
}

function takeIn(
  scope: ModuleScope,
  item: Extract<Module['file']['items'][number], { readonly kind: 'Include' | 'Import' }>,
): void {
  const child = scope.module.children.get(item)
  const inner = child && scopeOf(child, item.kind === 'Include' ? scope : undefined)
  if (item.kind === 'Import') {
    if (inner !== undefined) scope.imports.push(inner)
  } else if (item.as.kind === 'Name') {
    const target: Named<'include'> = { kind: 'include', node: item, at: item.as.span }
    if (!scope.includes.has(item.as.text)) scope.includes.set(item.as.text, { target, scope: inner })
  }
}

/** The first declaration of a name keeps it, as in the checker. */
function put<T>(
  names: Map<string, T>,
  name: Name | { readonly kind: 'Missing' },
  make: (at: Name['span']) => T,
): void {
  if (name.kind === 'Name' && !names.has(name.text)) names.set(name.text, make(name.span))
}

/** A constant or predicate, of this file, of what it imports, or of a file around it. */
export function findDeclared(scope: ModuleScope, name: string): Named<'declared'> | undefined {
  for (let each: ModuleScope | undefined = scope; each !== undefined; each = each.around) {
    const found = each.declared.get(name) ?? findImported(each, name)
    if (found !== undefined) return found
  }
  return undefined
}

function findImported(scope: ModuleScope, name: string): Named<'declared'> | undefined {
  for (const imported of scope.imports) {
    const found = imported.declared.get(name) ?? findImported(imported, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Every scope, that of imported and included files too, each after the one that takes it in. */
export function* allScopes(scope: ModuleScope): Generator<ModuleScope> {
  yield scope
  for (const imported of scope.imports) yield* allScopes(imported)
  for (const { scope: inner } of scope.includes.values()) if (inner !== undefined) yield* allScopes(inner)
}

/** What the segments of `payments.quick` stand for: includes, then a rule or a meter of the last one's file. */
export function followPath(
  scope: ModuleScope,
  segments: readonly string[],
  kind: 'rules' | 'meters',
): readonly Target[] | undefined {
  const [head = '', ...rest] = segments
  if (rest.length === 0) {
    const found = scope[kind].get(head)
    return found === undefined ? undefined : [found]
  }
  const include = scope.includes.get(head)
  const inner = include?.scope && followPath(include.scope, rest, kind)
  return include === undefined || inner === undefined ? undefined : [include.target, ...inner]
}
