import type { DialectName } from '../dialect.ts'

/**
 * What becomes of a field that another dialect has no place for: `refused`, since an answer without it would not be what was
 * asked; `dropped`, with a warning; `spared`, without one, since no answer changes by it.
 */
export type Fate = 'refused' | 'dropped' | 'spared'

/** One row of the table of losses. A field that has none is `dropped`. */
export interface LossRow {
  readonly from: DialectName
  /** The field as its dialect writes it; `tools[].type=NAME` for a kind of tool. */
  readonly field: string
  readonly fate: Fate
  readonly why: string
}

/** What a translation could not carry. */
export interface Losses {
  /** Notes a field, by the name its own dialect gives it. */
  readonly lose: (field: string) => void
}

/** What was lost, and whether the request may go on without it. */
export interface Lost {
  /** Fields to warn of, each once, in the order met. */
  readonly dropped: readonly string[]
  /** The first field that may not be lost. */
  readonly refused: LossRow | undefined
}

/** Gathers the losses of one translation by the rows of its dialect. */
export function gatherLosses(rows: readonly LossRow[]): Losses & { readonly lost: () => Lost } {
  const dropped = new Set<string>()
  let refused: LossRow | undefined
  return {
    lose: (field) => {
      const row = rows.find((each) => each.field === field)
      if (row?.fate === 'refused') refused ??= row
      else if (row?.fate !== 'spared') dropped.add(field)
    },
    lost: () => ({ dropped: [...dropped], refused }),
  }
}
