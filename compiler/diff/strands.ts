import type { FirstTable } from '../../core/tables.ts'
import type { ShapeAction } from '../../schemas/generated/decision-table.ts'
import { type Cube, everything, meet } from '../cube.ts'
import { builtIn } from '../emit/actions.ts'
import { allowed, effectOf, nothing } from './effect.ts'
import type { Line, Strand } from './line.ts'
import { type AskingFor, linesOfRow } from './row-lines.ts'
import type { Row, Side } from './side.ts'

/** The two policies, respect by respect. */
export interface Strands {
  /** `guard` first, then where requests go, then what else is said of them. */
  readonly compared: readonly Strand[]
  /** Guard and both route tables as one: whether a request is sent at all, and where. */
  readonly decision: Strand
}

/** Every respect in which two policies may differ. `embeddings` are the requests that `route embeddings` governs. */
export function strandsOf(before: Side, after: Side, embeddings: Cube, askingFor: AskingFor): Strands {
  const [old, now] = [linesOf(before, askingFor), linesOf(after, askingFor)]
  const names = [...new Set([...old.keys(), ...now.keys()])]
  const absent: readonly Line[] = [{ cube: everything, effect: nothing, rules: [-1] }]
  const compared = names.map((name) => ({
    name,
    before: old.get(name) ?? absent,
    after: now.get(name) ?? absent,
  }))
  const decision = {
    name: 'decision',
    before: decisionOf(old, embeddings),
    after: decisionOf(now, embeddings),
  }
  return { compared, decision }
}

type Lines = ReadonlyMap<string, readonly Line[]>

/** Guard's denies, then the embeddings among the requests, then all others. */
function decisionOf(lines: Lines, embeddings: Cube): readonly Line[] {
  const denies = (lines.get('guard') ?? []).filter(({ effect }) => effect.kind === 'deny')
  const vectors = (lines.get('embeddings') ?? []).flatMap((line): readonly Line[] => {
    const cube = meet(line.cube, embeddings)
    return cube === undefined ? [] : [{ ...line, cube }]
  })
  return [...denies, ...vectors, ...(lines.get('route') ?? [])]
}

function linesOf(side: Side, askingFor: AskingFor): Lines {
  const first = (table: FirstTable): readonly [string, readonly Line[]] => [
    table,
    firstLines(side, table, askingFor),
  ]
  return new Map<string, readonly Line[]>([
    ['guard', denyLines(side)],
    ...(['route', 'embeddings', 'cache', 'attempt'] as const).map(first),
    ...meterLines(side, 'budget'),
    ...meterLines(side, 'limit'),
    ...shapeLines(side),
    first('log'),
  ])
}

/** The first deny picks message and status. */
function denyLines(side: Side): readonly Line[] {
  const denies = side.rows.guard.filter(({ action }) => action.kind === 'deny')
  return [...denies.map((row) => plainLine(side, row)), { cube: everything, effect: allowed, rules: [-1] }]
}

/** In the end stands what gwc itself does where no row matches. */
function firstLines(side: Side, table: FirstTable, askingFor: AskingFor): readonly Line[] {
  const supplied: Row = { cube: everything, rule: -1, action: builtIn[table] }
  return [...side.rows[table], supplied].flatMap((row) => linesOfRow(side, row, askingFor))
}

const removeNothing = { models: new Set<string>(), asked: false }

const plainLine = (side: Side, { cube, rule, action }: Row): Line => ({
  cube,
  effect: effectOf(action, removeNothing, side.table.axes),
  rules: [rule],
})

type Named = readonly (readonly [string, readonly Line[]])[]

const noneApplies: Line = { cube: everything, effect: nothing, rules: [-1] }

/** Every meter that matches applies: each is a respect of its own, in which it counts a request or does not. */
function meterLines(side: Side, table: 'budget' | 'limit'): Named {
  const byName = Map.groupBy(side.rows[table], ({ action }) => ('name' in action ? action.name : ''))
  return [...byName].map(([name, rows]) => [
    `${table} ${name}`,
    [...rows.map((row) => plainLine(side, row)), noneApplies],
  ])
}

/** Every row that matches applies, and the lowest number holds: in ascending order the first that matches is it. */
function shapeLines(side: Side): Named {
  return (['maxOutput', 'compactTo', 'promptCache'] as const).map((setting) => {
    const rows = side.rows.shape.flatMap((row): readonly { row: Row; action: ShapeAction }[] =>
      row.action.kind === 'shape' && row.action[setting] !== undefined
        ? [{ row, action: { kind: 'shape', [setting]: row.action[setting] } }]
        : [],
    )
    const ascending = rows.toSorted((a, b) => Number(a.action[setting]) - Number(b.action[setting]) || 0)
    return [
      `shape ${setting}`,
      [...ascending.map(({ row, action }) => plainLine(side, { ...row, action })), noneApplies],
    ]
  })
}
