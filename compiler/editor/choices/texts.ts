import type { FactRow } from '../../../core/types.ts'
import { K, Literal, Text } from '../../../lang/tokens.ts'
import { walk } from '../../../lang/walk.ts'
import { folderOf } from '../../paths.ts'
import type { Choice } from '../completion.ts'
import { allScopes, scopeOf } from '../module-scope.ts'
import { factOf, innermost, nearest, type Site } from '../site.ts'
import type { Snapshot } from '../snapshot.ts'

/** What could be written in double quotes. */
export function textChoices(site: Site): readonly Choice[] {
  if (site.type === Literal && site.inText) return textsOfFact(site)
  if (site.type !== Text) return []
  return textSources[innermost(site)]?.(site) ?? []
}

const textSources: Readonly<Record<string, (site: Site) => readonly Choice[]>> = {
  zoneDecl: () => zones().map((zone) => quoted(zone, 'value', '')),
  includeDecl: (site) => files(site, '.route'),
  importDecl: (site) => files(site, '.route'),
  factsDecl: (site) => files(site, '.json'),
  setCall: (site) => (site.tokens.at(-2)?.tokenType === K.family ? families(site) : []),
  comparison: textsOfFact,
}

const quoted = (text: string, kind: Choice['kind'], detail: string): Choice => ({
  label: JSON.stringify(text),
  kind,
  detail,
  rank: 1,
})

let known: readonly string[] | undefined
const zones = (): readonly string[] => (known ??= ['UTC', ...Intl.supportedValuesOf('timeZone')])

/** Files that the policy has at hand, as the file at hand would name them. */
function files({ snapshot, scope }: Site, extension: string): readonly Choice[] {
  const { path } = scope.module
  const folder = folderOf(path)
  const prefix = folder === '.' ? '' : `${folder}/`
  return [...snapshot.input.sources.keys()]
    .filter((file) => file !== path && file.endsWith(extension) && file.startsWith(prefix))
    .map((file) => quoted(file.slice(prefix.length), 'file', ''))
}

function families({ snapshot }: Site): readonly Choice[] {
  const counts = Map.groupBy(snapshot.input.catalogue.models, ({ family }) => family)
  return [...counts].map(([family, members]) =>
    quoted(family, 'model', members.map(({ provider }) => provider).join(', ')),
  )
}

function textsOfFact(site: Site): readonly Choice[] {
  const about = nearest(site, 'comparison', 'givenFact', 'inputCell')
  const fact = about === undefined ? undefined : factOf(site)
  return fact === undefined ? [] : textsOf(site, fact)
}

/** Words of the fact's list in quotes, and texts that the policy compares it with elsewhere: teams, projects, headers. */
export function textsOf({ snapshot }: Site, fact: FactRow): readonly Choice[] {
  if (fact.type.kind === 'enum') return fact.type.values.map((word) => quoted(word, 'value', fact.name))
  return (usedTexts(snapshot).get(fact.name) ?? []).map((text) =>
    quoted(text, 'value', `${fact.name}, used here`),
  )
}

const remembered = new WeakMap<Snapshot, ReadonlyMap<string, readonly string[]>>()

function usedTexts(snapshot: Snapshot): ReadonlyMap<string, readonly string[]> {
  const found = remembered.get(snapshot) ?? findTexts(snapshot)
  remembered.set(snapshot, found)
  return found
}

function findTexts(snapshot: Snapshot): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  const add = (fact: string, text: string): void => {
    found.set(fact, (found.get(fact) ?? new Set()).add(text))
  }
  for (const { module } of allScopes(scopeOf(snapshot.modules.root, undefined)))
    walk(module.file, (node) => {
      const subject = 'subject' in node ? node.subject : 'fact' in node ? node.fact : undefined
      if (!isName(subject)) return
      walk(node, (each) => {
        if (isString(each)) add(subject.text, each.value)
      })
    })
  return new Map([...found].map(([fact, texts]) => [fact, [...texts].toSorted()]))
}

const isName = (value: unknown): value is { readonly text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'

const isString = (node: {
  readonly kind: string
}): node is { readonly kind: 'String'; readonly value: string } => node.kind === 'String'
