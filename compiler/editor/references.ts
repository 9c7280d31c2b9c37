import type { Span } from '../../lang/span.ts'
import { occurrenceAt, occurrencesOf } from './occurrences.ts'
import type { Snapshot } from './snapshot.ts'
import { declarationOf, keyOf, type Occurrence, type Target } from './target.ts'

/** Where the word at an offset is declared: in a policy, in a facts file, or the file that a path names. */
export function definitionAt(snapshot: Snapshot, file: string, offset: number): Span | undefined {
  const found = occurrenceAt(snapshot, file, offset)
  return found && declarationOf(found.target)
}

/** Every word that stands for the same as the one at an offset, its declaration among them. */
export function referencesAt(snapshot: Snapshot, file: string, offset: number): readonly Occurrence[] {
  const found = occurrenceAt(snapshot, file, offset)
  return found === undefined ? [] : occurrencesOfTarget(snapshot, found.target)
}

/** Every word of the policy that stands for a target. */
export function occurrencesOfTarget(snapshot: Snapshot, target: Target): readonly Occurrence[] {
  const key = keyOf(target)
  return [...occurrencesOf(snapshot).values()].flat().filter((each) => keyOf(each.target) === key)
}
