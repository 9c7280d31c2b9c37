import type { FactRow } from '../../core/types.ts'
import { resolveModel } from '../../core/model-names.ts'
import type {
  Constant,
  Expectation,
  Expr,
  FailureClass,
  Given,
  Item,
  Name,
  Property,
  RouteItem,
  SetExpr,
  Subject,
} from '../../lang/ast.ts'
import type { Span } from '../../lang/span.ts'
import { type AnyNode, childrenOf } from '../../lang/walk.ts'
import { modelPropertyRows } from '../model-properties.ts'
import { folderOf, resolvePath } from '../paths.ts'
import { allScopes, findDeclared, followPath, type ModuleScope, scopeOf } from './module-scope.ts'
import type { Snapshot } from './snapshot.ts'
import type { Occurrence, Target } from './target.ts'
import { meterFactsIn } from './vocabulary.ts'

/** Every word of a policy that stands for something: by file, in the order of the source. */
export type Occurrences = ReadonlyMap<string, readonly Occurrence[]>

const known = new WeakMap<Snapshot, Occurrences>()

/** The words of a policy. Found once for each snapshot, when something asks. */
export function occurrencesOf(snapshot: Snapshot): Occurrences {
  const found = known.get(snapshot) ?? findAll(snapshot)
  known.set(snapshot, found)
  return found
}

/** The word at an offset of a file, its end included. */
export function occurrenceAt(snapshot: Snapshot, file: string, offset: number): Occurrence | undefined {
  const inFile = occurrencesOf(snapshot).get(file) ?? []
  return inFile.find(({ span }) => span.start <= offset && offset <= span.end)
}

interface Collecting {
  readonly meterFacts: (scope: ModuleScope) => ReadonlyMap<string, FactRow>
  readonly snapshot: Snapshot
  readonly root: ModuleScope
  /** By place: a file that is included twice has its words once. */
  readonly found: Map<string, Occurrence>
}

/** Where a word stands: the names it sees, and the fact or property that it is compared with. */
interface Env {
  readonly scope: ModuleScope
  readonly inFilter: boolean
  readonly fact: FactRow | undefined
}

function findAll(snapshot: Snapshot): Occurrences {
  const root = scopeOf(snapshot.modules.root, undefined)
  const c: Collecting = {
    meterFacts: onceForEach((scope) => meterFactsIn(snapshot, scope)),
    snapshot,
    root,
    found: new Map(),
  }
  for (const [name, at] of snapshot.modules.factPlaces) {
    const row = snapshot.modules.facts.get(name)
    if (row !== undefined) put(c, at, { kind: 'fact', row, at }, 'declaration')
  }
  for (const scope of allScopes(root))
    for (const item of scope.module.file.items) visit(c, item, { scope, inFilter: false, fact: undefined })
  const ordered = [...c.found.values()].toSorted((a, b) => a.span.start - b.span.start)
  return Map.groupBy(ordered, ({ span }) => span.file)
}

function onceForEach<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}

function put(c: Collecting, span: Span, target: Target, role: Occurrence['role'] = 'use'): void {
  const key = `${span.file} ${span.start}`
  if (!c.found.has(key)) c.found.set(key, { span, target, role })
}

// ---------------------------------------------------------------------------------------------- the walk

/** What is special about a kind of node; the others are looked into. Kinds without names of their own need no row. */
const visitors: Readonly<Record<string, (c: Collecting, node: never, env: Env) => void>> = {
  Name: visitName,
  Model: visitModel,
  Family: visitFamily,
  FailureClass: (c: Collecting, { span, text }: NodeOf<'FailureClass'>) =>
    put(c, span, { kind: 'failure', name: text }),
  Const: visitDeclared,
  Pred: visitDeclared,
  Rule: visitRule,
  Budget: visitMeter,
  Limit: visitMeter,
  Include: visitInclude,
  Import: visitFile,
  Facts: visitFile,
  Compare: visitTest,
  In: visitTest,
  Like: visitTest,
  Contains: visitTest,
  Has: visitTest,
  Flag: visitTest,
  Given: (c: Collecting, { fact, value }: NodeOf<'Given'>, env: Env) => visitAbout(c, fact, [value], env),
  SetWhere: visitFilter,
  Affinity: () => undefined,
  Expect: visitExpect,
  Reachable: (c: Collecting, { rule }: NodeOf<'Reachable'>, env: Env) => visitPath(c, rule, env, 'rules'),
  Charged: (c: Collecting, { budget }: NodeOf<'Charged'>, env: Env) => visitPath(c, budget, env, 'meters'),
  TestTable: visitTestTable,
}

/** A node of the tree by its kind. */
type NodeOf<K extends Node['kind']> = Extract<Node, { readonly kind: K }>
type Node = Item | RouteItem | Expr | SetExpr | Constant | FailureClass | Given | Expectation | Property
type Part = Name | Subject | { readonly kind: 'Missing' } | undefined

function visit(c: Collecting, node: AnyNode, env: Env): void {
  const visitor = visitors[node.kind]
  if (visitor === undefined) visitAll(c, childrenOf(node), env)
  else visitor(c, node as never, env)
}

function visitAll(c: Collecting, nodes: readonly (AnyNode | undefined)[], env: Env): void {
  for (const node of nodes) if (node !== undefined) visit(c, node, env)
}

/** The parts of a node other than some. */
function visitRest(c: Collecting, node: AnyNode, env: Env, without: readonly unknown[]): void {
  visitAll(
    c,
    childrenOf(node).filter((child) => !without.includes(child)),
    env,
  )
}

// ---------------------------------------------------------------------------------------------- declarations

function visitDeclared(c: Collecting, node: NodeOf<'Const' | 'Pred'>, env: Env): void {
  declare(c, node.name, (at) => ({ kind: 'declared', node, at }))
  visitRest(c, node, env, [node.name])
}

function visitRule(c: Collecting, node: NodeOf<'Rule'>, env: Env): void {
  declare(c, node.name, (at) => ({ kind: 'rule', node, at }))
  visitRest(c, node, env, [node.name, node.was])
}

function visitMeter(c: Collecting, node: NodeOf<'Budget' | 'Limit'>, env: Env): void {
  declare(c, node.name, (at) => ({ kind: 'meter', node, at }))
  if (node.dimension !== undefined) visit(c, node.dimension, env)
  if (node.condition !== undefined) visit(c, node.condition, env)
}

function visitInclude(c: Collecting, node: NodeOf<'Include'>, env: Env): void {
  declare(c, node.as, (at) => ({ kind: 'include', node, at }))
  visitFile(c, node)
  if (node.condition !== undefined) visit(c, node.condition, env)
}

function declare(c: Collecting, name: Part, target: (at: Span) => Target): void {
  if (name?.kind === 'Name') put(c, name.span, target(name.span), 'declaration')
}

function visitFile(c: Collecting, { path }: Pick<NodeOf<'Facts'>, 'path'>): void {
  if (path.kind !== 'String') return
  const found = resolvePath(path.span.file, path.value, folderOf(c.snapshot.input.root))
  if (found.ok && c.snapshot.input.sources.has(found.path))
    put(c, path.span, { kind: 'file', path: found.path })
}

// ---------------------------------------------------------------------------------------------- uses

function visitName(c: Collecting, { span, text }: Name, env: Env): void {
  const declared = findDeclared(env.scope, text)
  if (declared !== undefined) return put(c, span, declared)
  const { fact } = env
  if (fact?.type.kind === 'enum' && (fact.type.values.includes(text) || text === 'other'))
    return put(c, span, { kind: 'word', fact, value: text })
  visitSubject(c, { kind: 'Name', span, text }, env)
}

function visitModel(c: Collecting, { span, text }: NodeOf<'Model'>): void {
  const id = resolveModel(c.snapshot.input.catalogue, text)
  if (id !== undefined) put(c, span, { kind: 'model', id })
}

function visitFamily(c: Collecting, { name }: NodeOf<'Family'>): void {
  if (name.kind === 'String') put(c, name.span, { kind: 'family', name: name.value })
}

function visitTest(
  c: Collecting,
  node: NodeOf<'Compare' | 'In' | 'Like' | 'Contains' | 'Has' | 'Flag'>,
  env: Env,
): void {
  const values = childrenOf(node).filter((child) => child !== node.subject)
  visitAbout(c, node.subject, values, env)
}

function visitAbout(c: Collecting, subject: Part, values: readonly AnyNode[], env: Env): void {
  const fact = subject === undefined || subject.kind === 'Missing' ? undefined : visitSubject(c, subject, env)
  visitAll(c, values, { ...env, fact })
}

/** A fact, a property, a predicate, or a number of a budget or limit. */
function visitSubject(c: Collecting, subject: Subject, env: Env): FactRow | undefined {
  if (subject.kind === 'Call') return undefined
  const { span, text } = subject
  const rows = env.inFilter ? modelPropertyRows : c.snapshot.modules.facts
  const row = rows.get(text)
  if (row !== undefined) {
    const at = c.snapshot.modules.factPlaces.get(text)
    put(c, span, env.inFilter ? { kind: 'property', row } : { kind: 'fact', row, at })
    return row
  }
  const declared = findDeclared(env.scope, text)
  if (declared !== undefined) put(c, span, declared)
  return declared !== undefined || env.inFilter ? undefined : visitMeterFact(c, subject, env)
}

/** `intern_month.used`: the budget, and the number that is asked of it. */
function visitMeterFact(c: Collecting, name: Name, env: Env): FactRow | undefined {
  const dot = name.text.lastIndexOf('.')
  if (dot < 0) return undefined
  const row = c.meterFacts(env.scope).get(name.text)
  const start = name.span.start + dot + 1
  if (row !== undefined) put(c, { ...name.span, start }, { kind: 'fact', row, at: undefined })
  visitPath(c, { ...name, text: name.text.slice(0, dot) }, env, 'meters')
  return row
}

/** `payments.quick`: each segment for itself. The names of the file itself and of those around it stand before those of the root. */
function visitPath(c: Collecting, name: Part, env: Env, kind: 'rules' | 'meters'): void {
  if (name?.kind !== 'Name') return
  const segments = name.text.split('.')
  const targets = firstPath([...around(env.scope), c.root], segments, kind)
  let start = name.span.start
  segments.forEach((segment, index) => {
    const target = targets?.[index]
    const span = { ...name.span, start, end: start + segment.length }
    if (target !== undefined) put(c, span, target)
    start += segment.length + 1
  })
}

function* around(scope: ModuleScope): Generator<ModuleScope> {
  for (let each: ModuleScope | undefined = scope; each !== undefined; each = each.around) yield each
}

function firstPath(
  scopes: readonly ModuleScope[],
  segments: readonly string[],
  kind: 'rules' | 'meters',
): readonly Target[] | undefined {
  for (const scope of scopes) {
    const found = followPath(scope, segments, kind)
    if (found !== undefined) return found
  }
  return undefined
}

function visitFilter(c: Collecting, { set, filter }: NodeOf<'SetWhere'>, env: Env): void {
  visit(c, set, env)
  visit(c, filter, { ...env, inFilter: true, fact: undefined })
}

function visitExpect(c: Collecting, node: NodeOf<'Expect'>, env: Env): void {
  visitPath(c, node.by, env, 'rules')
  visitRest(c, node, env, [node.by])
}

function visitTestTable(c: Collecting, node: NodeOf<'TestTable'>, env: Env): void {
  visitAll(c, node.given, env)
  const facts = node.inputs.map((input) => visitSubject(c, input, env))
  for (const row of node.rows) {
    row.values.forEach((value, column) => {
      if (value !== undefined) visit(c, value, { ...env, fact: facts[column] })
    })
    visit(c, row.expect, env)
  }
}
