import type { DialectName } from '../dialect.ts'

/**
 * What becomes of a field that another dialect has no place for: `refused`, since an answer without it would not be what was
 * asked; `dropped`, with a warning; `spared`, without one, since no answer changes by it.
 */
export type Fate = 'refused' | 'dropped' | 'spared'

/** One row of the table of losses. A field that has none is `dropped`. */
export interface LossRow {
  readonly from: DialectName
  /** The field as its dialect writes it, with `[]` for any item of a list; `field=value` for one value of it. */
  readonly field: string
  readonly fate: Fate
  readonly why: string
}

/** Makes the rows of one dialect. */
export function lossRow(from: DialectName): (field: string, fate: Fate, why: string) => LossRow {
  return (field, fate, why) => ({ from, field, fate, why })
}

/** What a translation could not carry. */
export interface Losses {
  /** Notes a field, by the name its own dialect gives it, and what it said. */
  readonly lose: (field: string, value?: unknown) => void
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
    lose: (field, value) => {
      const row = rowOf(rows, field, value)
      if (row?.fate === 'refused') refused ??= { ...row, field: shown(field, value) }
      else if (row?.fate !== 'spared') dropped.add(field)
    },
    lost: () => ({ dropped: [...dropped], refused }),
  }
}

/** The row of a field with this value, else the one of the field. */
function rowOf(rows: readonly LossRow[], field: string, value: unknown): LossRow | undefined {
  return (
    rows.find((row) => row.field === `${field}=${String(value)}`) ?? rows.find((row) => row.field === field)
  )
}

/** A kind is told with the field; what a client wrote otherwise is not repeated. */
function shown(field: string, value: unknown): string {
  const isKind = field.endsWith('.type') && typeof value === 'string' && /^[\w.:-]{1,64}$/.test(value)
  return isKind ? `${field}=${value}` : field
}
