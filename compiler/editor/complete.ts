import { cursorAt, type Cursor } from '../../lang/cursor.ts'
import { expectedAfter } from '../../lang/expected.ts'
import type { Choice, Completion } from './completion.ts'
import { keywordChoices } from './choices/keywords.ts'
import { nameChoices } from './choices/names.ts'
import { operatorChoices } from './choices/operators.ts'
import { textChoices } from './choices/texts.ts'
import { valueChoices } from './choices/values.ts'
import { allScopes, scopeOf } from './module-scope.ts'
import type { Site } from './site.ts'
import type { Snapshot } from './snapshot.ts'

/** What could be written at one place of the grammar: each adds what it knows of. */
const sources: readonly ((site: Site) => readonly Choice[])[] = [
  nameChoices,
  valueChoices,
  operatorChoices,
  keywordChoices,
  textChoices,
]

/** What could be written at an offset: the grammar says what may stand there, the policy and the catalogue say which. */
export function completionsAt(snapshot: Snapshot, file: string, offset: number): readonly Completion[] {
  const text = snapshot.input.sources.get(file)
  const cursor = text === undefined ? undefined : cursorAt(text, offset)
  if (cursor === undefined) return []
  const word = { file, ...cursor.word }
  const choices = sitesOf(snapshot, file, cursor).flatMap((site) => sources.flatMap((list) => list(site)))
  const distinct = new Map(choices.map((each) => [`${each.kind} ${each.label}`, each]))
  return [...distinct.values()].map((each) => ({
    detail: '',
    doc: '',
    insert: each.label,
    rank: 5,
    ...each,
    word,
  }))
}

function sitesOf(snapshot: Snapshot, file: string, { tokens, inText }: Cursor): readonly Site[] {
  const scopes = [...allScopes(scopeOf(snapshot.modules.root, undefined))]
  const scope = scopes.find(({ module }) => module.path === file)
  if (scope === undefined) return []
  return expectedAfter('file', tokens).map(({ type, rules }) => ({
    snapshot,
    scope,
    type,
    rules,
    tokens,
    inText,
  }))
}
