import type { Edit } from '../../lang/diagnostic.ts'
import type { Span } from '../../lang/span.ts'
import { reservedWords } from '../../lang/tokens.ts'
import { occurrenceAt, occurrencesOf } from './occurrences.ts'
import { occurrencesOfTarget } from './references.ts'
import { snapshotOf, type Snapshot } from './snapshot.ts'
import { keyOf, type Occurrence, type Target } from './target.ts'

/** What a renaming comes to: the edits over all files, or why it is refused. */
export type Renaming =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly why: string }

/** The word that a renaming would ask for; `undefined` where nothing can be renamed. */
export function renameableAt(
  snapshot: Snapshot,
  file: string,
  offset: number,
): { readonly span: Span; readonly name: string } | undefined {
  const found = occurrenceAt(snapshot, file, offset)
  if (found === undefined || !isOurs(found.target)) return undefined
  const span = inside(snapshot, found.span)
  return { span, name: textOf(snapshot, span) }
}

/** Constants, predicates, rules, budgets, limits, includes, and facts that a facts file declares. */
function isOurs(target: Target): boolean {
  switch (target.kind) {
    case 'declared':
    case 'rule':
    case 'meter':
    case 'include':
      return true
    case 'fact':
      return target.at !== undefined
    case 'property':
    case 'word':
    case 'model':
    case 'family':
    case 'failure':
    case 'file':
      return false
  }
}

/**
 * Renames what the word at an offset stands for, in every file. Refused when the new name is none, or when the policy
 * would have a mistake that it has not now, or would read some word another way: the renamed text is checked before it
 * is offered. A budget or limit gains `was OLD`, so that what was spent stays with it.
 */
export function renameAt(snapshot: Snapshot, file: string, offset: number, name: string): Renaming {
  const found = occurrenceAt(snapshot, file, offset)
  if (found === undefined || !isOurs(found.target))
    return refused('there is nothing here that gwc can rename')
  const old = textOf(snapshot, inside(snapshot, found.span))
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    return refused(`\`${name}\` is no name: letters, digits and _, beginning with a letter`)
  if ((reservedWords as readonly string[]).includes(name))
    return refused(`\`${name}\` is a word of the language`)
  if (name === old) return { ok: true, edits: [] }
  const places = occurrencesOfTarget(snapshot, found.target)
  const edits = places.map(({ span }): Edit => ({ span: inside(snapshot, span), newText: name }))
  const all = [...edits, ...keepHistory(found.target, old)]
  const clash = clashOf(snapshot, found.target, all)
  return clash === undefined ? { ok: true, edits: all } : refused(clash)
}

const refused = (why: string): Renaming => ({ ok: false, why })

const textOf = ({ input }: Snapshot, { file, start, end }: Span): string =>
  (input.sources.get(file) ?? '').slice(start, end)

/** A fact's name in a facts file stands in quotes. */
function inside(snapshot: Snapshot, span: Span): Span {
  return textOf(snapshot, span).startsWith('"') ? { ...span, start: span.start + 1, end: span.end - 1 } : span
}

function keepHistory(target: Target, old: string): readonly Edit[] {
  if (target.kind !== 'meter' || target.node.was !== undefined) return []
  return [{ span: { ...target.at, start: target.at.end }, newText: ` was ${old}` }]
}

/** What the renamed policy would have that this one has not. */
function clashOf(snapshot: Snapshot, target: Target, edits: readonly Edit[]): string | undefined {
  const sources = new Map(snapshot.input.sources)
  for (const [file, changes] of Map.groupBy(edits, ({ span }) => span.file))
    sources.set(file, applied(sources.get(file) ?? '', changes))
  const after = snapshotOf({ ...snapshot.input, sources })
  const known = new Set(snapshot.diagnostics.map(({ code }) => code))
  const count = (list: Snapshot['diagnostics'], code: string): number =>
    list.filter((each) => each.code === code).length
  const worse = after.diagnostics.find(
    ({ code }) => !known.has(code) || count(after.diagnostics, code) > count(snapshot.diagnostics, code),
  )
  if (worse !== undefined) return worse.message
  return pattern(after) === pattern(snapshot) ? undefined : `another ${nounOf(target)} has that name here`
}

/** Which words stand for the same, one word after the other: a renaming leaves that as it was. */
function pattern(snapshot: Snapshot): string {
  const order = new Map<string, number>()
  const numberOf = ({ target }: Occurrence): number => {
    const key = keyOf(target)
    const number = order.get(key) ?? order.size
    order.set(key, number)
    return number
  }
  return [...occurrencesOf(snapshot)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, found]) => found.map(numberOf))
    .join(' ')
}

function nounOf(target: Target): string {
  return target.kind === 'rule' ? 'rule' : target.kind === 'meter' ? 'budget or limit' : 'name'
}

/** INVARIANT: the edits do not overlap, so from the last to the first no offset moves before it is used. */
export const applied = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, z) => z.span.start - a.span.start)
    .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text)
