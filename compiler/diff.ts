import type { Model } from '../core/catalogue.ts'
import type { Witness } from '../lang/diagnostic.ts'
import type { DecisionTable } from '../schemas/generated/decision-table.ts'
import type { Space, TooManyGlobs } from './classes.ts'
import { atomsOf } from './classes.ts'
import type { Steps } from './cover.ts'
import { possibleCubes } from './cubed.ts'
import { askingFor, embeddingsIn, unwrittenAtoms } from './diff/asked-models.ts'
import { type Change, changesOf } from './diff/change.ts'
import { type Compared, differencesOf } from './diff/differences.ts'
import { followRenames } from './diff/follow-renames.ts'
import { joinSpaces } from './diff/joint-space.ts'
import { askAllowed, askOutside, type AskRest } from './diff/mask.ts'
import { type Meter, settle } from './diff/meters.ts'
import type { Note } from './diff/note.ts'
import { notesOf } from './diff/notes.ts'
import { firstOutside } from './diff/outside.ts'
import { outside } from './diff/region.ts'
import { type Side, sideOf } from './diff/side.ts'
import { type Strands, strandsOf } from './diff/strands.ts'
import type { Cond } from './typed.ts'

export type { Change, ChangedPart } from './diff/change.ts'
export type { Note } from './diff/note.ts'

/** What two policies decide differently, for all requests. */
export interface PolicyDiff {
  readonly before: Side
  readonly after: Side
  readonly space: Space
  /** Budgets and limits that apply to the same requests on both sides. */
  readonly meters: readonly Meter[]
  readonly strands: Strands
  /** The rows of one strand share no request. Empty: no request is told apart. */
  readonly changes: readonly Change[]
  /** What facts cannot say: another time zone, another type of a fact, other prices. */
  readonly notes: readonly Note[]
  /** Of `only`: a request outside of it that is decided differently. */
  readonly outside: { readonly strand: string; readonly witness: Witness } | undefined
  /** The cap on steps left a part of some row open: it may be empty. */
  readonly isProven: boolean
}

/** Globs of one fact that are few enough in each policy and too many in both together. */
export interface TooLarge {
  readonly kind: 'too-large'
  readonly globs: readonly TooManyGlobs[]
}

/** Steps for a whole difference: seconds. What is open after that is said to be. */
const stepsMax = 40_000_000

/**
 * The difference of two built tables, decided over cubes by the cover routine in the space of both: a table has no source,
 * so policies in source are built first, and every kind of policy is compared in one form. `only` is a condition outside
 * of which nothing is to differ.
 */
export function diffTables(
  old: DecisionTable,
  after: DecisionTable,
  only?: Cond,
): ({ readonly kind: 'diff' } & PolicyDiff) | TooLarge {
  const before = followRenames(old, after)
  const atoms = [...unwrittenAtoms(before, after), ...(only === undefined ? [] : atomsOf(only))]
  const served = (after.models as Model[]).map(({ id }) => id)
  const { space: joint, lifts, tooManyGlobs } = joinSpaces([before.axes, after.axes], atoms, served)
  if (tooManyGlobs.length > 0) return { kind: 'too-large', globs: tooManyGlobs }
  const [liftsBefore = [], liftsAfter = []] = lifts
  const { sides, space, meters } = settle(
    joint,
    sideOf(before, liftsBefore, joint),
    sideOf(after, liftsAfter, joint),
  )
  const strands = strandsOf(...sides, embeddingsIn(space), askingFor(space))
  const steps: Steps = { left: stepsMax }
  const found = compareStrands(space, strands, steps)
  const changes = found.flatMap((compared) => changesOf(space, compared, steps))
  const allowed = only === undefined ? undefined : (possibleCubes(only, space) ?? [])
  const isProven = changes.every(({ parts }) => parts.every(({ witness }) => witness !== undefined))
  const beyond = allowed === undefined ? undefined : firstOutside(space, found, allowed, { left: stepsMax })
  const notes = notesOf(before, after)
  return {
    kind: 'diff',
    before: sides[0],
    after: sides[1],
    meters,
    space,
    strands,
    changes,
    notes,
    outside: beyond?.kind === 'witness' ? beyond : undefined,
    isProven: isProven && beyond?.kind !== 'unproven',
  }
}

function compareStrands(space: Space, strands: Strands, steps: Steps): readonly Compared[] {
  const askRest = questionsOf(space, strands)
  return strands.compared.map((strand) => {
    const ask = askRest(strand.name)
    return { strand: strand.name, differences: differencesOf(space, strand, ask, steps), askRest: ask }
  })
}

/** Which requests matter: to the guard all, to a route table its own that no guard denies, to all else what is sent. */
function questionsOf(space: Space, { compared, decision }: Strands): (strand: string) => AskRest {
  const embeddings = embeddingsIn(space)
  const guard = compared.find(({ name }) => name === 'guard')
  const denied = [...(guard?.before ?? []), ...(guard?.after ?? [])]
    .filter(({ effect }) => effect.kind === 'deny')
    .map(({ cube }) => cube)
  const own: Readonly<Record<string, AskRest>> = {
    guard: askOutside(space, []),
    route: askOutside(space, [...denied, embeddings]),
    embeddings: askOutside(space, [...denied, ...outside(space, embeddings)]),
  }
  const sent = askAllowed(space, decision)
  return (strand) => own[strand] ?? sent
}
