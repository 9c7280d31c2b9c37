import type { FactRow } from '../../../core/types.ts'
import { K, Name } from '../../../lang/tokens.ts'
import { budgetPeriods } from '../../check/budget.ts'
import { limitPeriods } from '../../check/limit.ts'
import { failureClasses } from '../../failure-classes.ts'
import type { Choice, Completion } from '../completion.ts'
import { typeOf } from '../hover.ts'
import type { ModuleScope } from '../module-scope.ts'
import type { Target } from '../target.ts'
import { columnAt, columnsOf, innermost, isInFilter, type Site, vocabularyOf } from '../site.ts'

/** Names that the grammar could take where no value is meant: facts, rules, budgets, classes of failures. */
export function nameChoices(site: Site): readonly Choice[] {
  if (site.type !== Name || site.inText) return []
  return nameSources[innermost(site)]?.(site) ?? []
}

const words =
  (kind: Completion['kind'], ...labels: readonly string[]) =>
  (): readonly Choice[] =>
    labels.map((label): Choice => ({ label, kind, rank: 2 }))

/** By the innermost rule of the grammar; a rule that is not here takes a name that is new. */
const nameSources: Readonly<Record<string, (site: Site) => readonly Choice[]>> = {
  subject: subjects,
  negation: (site) => [...vocabularyOf(site).values()].filter(({ optional }) => optional).map(factChoice),
  failureClass: () =>
    failureClasses.map(({ name, doc }) => ({ label: name, kind: 'value', detail: doc, rank: 1 })),
  ruleName: rules,
  modelRef: (site) => (site.rules.includes('subject') ? providers(site) : cells(site)),
  property: budgets,
  cacheTerms: scopes,
  cacheProperty: scopes,
  split: scopes,
  per: (site) => (isFirstPer(site) ? periods(site) : scopes(site)),
  affinity: words('value', 'session'),
  amountFrom: words('value', 'key.budget'),
  testColumn: words('keyword', 'deny', 'by', 'cache'),
}

const periods = ({ rules: inside }: Site): readonly Choice[] =>
  words('value', ...(inside.includes('limitDecl') ? limitPeriods : budgetPeriods))()

const isFirstPer = ({ tokens }: Site): boolean =>
  tokens.filter(({ tokenType }) => tokenType === K.per).length === 1 &&
  !tokens.some(({ tokenType }) => tokenType === K.concurrent)

/** Who shares a budget, a limit or a cache: facts of identity. */
function scopes({ snapshot }: Site): readonly Choice[] {
  return [...snapshot.modules.facts.values()]
    .filter(({ source, type }) => source === 'identity' && type.kind === 'string')
    .map(factChoice)
}

function subjects(site: Site): readonly Choice[] {
  const facts = [...vocabularyOf(site)].map(([name, row]) => factChoice({ ...row, name }))
  if (isInFilter(site)) return facts
  const isGiven = site.rules.includes('givenFact') || site.rules.includes('testHeader')
  return [...facts, up, ...(isGiven ? [] : predicates(site))]
}

const up: Choice = {
  label: 'up(…)',
  kind: 'fact',
  insert: 'up(',
  detail: 'a flag',
  doc: 'Whether a provider takes requests at the moment: `up(openai)`.',
  rank: 2,
}

/** `up(openai)`: the one word with an argument. */
const providers = ({ snapshot: { input } }: Site): readonly Choice[] =>
  (input.providers ?? input.catalogue.providers).map((label) => ({
    label,
    kind: 'value',
    detail: 'provider',
    rank: 1,
  }))

function factChoice(row: FactRow): Choice {
  return {
    label: row.name,
    kind: row.name.includes('.') ? 'property' : 'fact',
    detail: row.deprecated === undefined ? typeOf(row) : 'deprecated',
    doc: row.doc,
    rank: row.deprecated === undefined ? 1 : 8,
  }
}

type DeclaredName = Extract<Target, { readonly kind: 'declared' }>

/** Constants and predicates that can be named in a file, nearest file first. */
export function* declaredIn(scope: ModuleScope): Generator<DeclaredName> {
  for (let each: ModuleScope | undefined = scope; each !== undefined; each = each.around) {
    yield* each.declared.values()
    for (const imported of each.imports) yield* declaredIn(imported)
  }
}

function predicates({ scope }: Site): readonly Choice[] {
  return [...declaredIn(scope)].flatMap(({ node }): Choice[] =>
    node.kind === 'Pred' && node.name.kind === 'Name'
      ? [{ label: node.name.text, kind: 'predicate', detail: 'predicate', doc: node.doc ?? '', rank: 1 }]
      : [],
  )
}

/** The words of a cell that stands under `by` or `cache`. */
function cells(site: Site): readonly Choice[] {
  if (!site.rules.includes('outputCell')) return []
  const column = columnsOf(site.tokens)[1][columnAt(site.tokens)]
  return column === 'by' ? rules(site) : column === 'cache' ? cacheModes() : []
}

const cacheModes = words('value', 'off', 'exact', 'semantic')

function rules({ scope }: Site): readonly Choice[] {
  return rulesIn(scope, '')
}

function rulesIn(scope: ModuleScope, prefix: string): readonly Choice[] {
  const own = [...scope.rules].map(([name, { node }]): Choice => ({
    label: `${prefix}${name}`,
    kind: 'rule',
    detail: 'rule',
    doc: node.doc ?? '',
    rank: 1,
  }))
  const included = [...scope.includes].flatMap(([name, inner]) =>
    inner.scope === undefined ? [] : rulesIn(inner.scope, `${prefix}${name}.`),
  )
  return [...own, ...included]
}

function budgets({ scope }: Site): readonly Choice[] {
  const found: Choice[] = []
  for (let each: ModuleScope | undefined = scope; each !== undefined; each = each.around)
    for (const [name, { node }] of each.meters)
      found.push({
        label: name,
        kind: 'meter',
        detail: node.kind.toLowerCase(),
        doc: node.doc ?? '',
        rank: 1,
      })
  return found
}
