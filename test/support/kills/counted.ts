import { DatabaseSync } from 'node:sqlite'

/** One budget of one developer, or of all, at an instant. Nano-dollars. */
export interface Counted {
  readonly name: string
  readonly whose: string
  readonly spentNanos: number
}

/** What watches a store from outside, while others write it and are killed. */
export interface StoreWatch extends Disposable {
  /** certain + uncertain + held of each budget, all of one instant. */
  readonly counted: () => readonly Counted[]
  readonly holds: () => number
}

const everyBudget = `
  SELECT name, whose, certain + uncertain + coalesce((
    SELECT sum(bound) FROM holds, json_each(holds.hard) WHERE json_each.value = counters.id), 0) AS spent
  FROM counters`

/** Watches a store's file. */
export function watchStore(file: string): StoreWatch {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  return {
    counted: () =>
      database
        .prepare(everyBudget)
        .all()
        .map(({ name, whose, spent }) => ({
          name: String(name),
          whose: String(whose),
          spentNanos: Number(spent),
        })),
    holds: () => Number(database.prepare('SELECT count(*) AS n FROM holds').get()?.['n']),
    [Symbol.dispose]: () => database.close(),
  }
}
