import type { Snapshot, SnapshotCell } from '../snapshot.ts'
import type { MoneyStore } from './store.ts'
import { errorText } from '../error-text.ts'

/** What renames are told to. */
export interface NameFollower {
  readonly store: Pick<MoneyStore, 'rename'>
  readonly warn: (message: string) => void
}

/**
 * Budgets and limits that bear another name (`was`) go on with their usage, from the policy in force and from each that is published.
 * The store takes a name over at once, before a request is decided by the new policy; only writing it down takes longer.
 */
export function followNames(cell: SnapshotCell, { store, warn }: NameFollower): void {
  const follow = ({ table }: Snapshot): void => {
    for (const { table: of, name, was } of table.artifact.rules)
      if (was !== undefined && (of === 'budget' || of === 'limit'))
        store.rename(was, name).catch((error: unknown) => warn(untaken(was, name, error)))
  }
  follow(cell.current)
  cell.onPublish(follow)
}

function untaken(was: string, name: string, error: unknown): string {
  return `the usage of \`${was}\` could not be carried over to \`${name}\`: ${errorText(error)}`
}
