import { type TableName, tableNames } from '../../core/tables.ts'
import type { JudgedGoal } from './coverage.ts'
import { type GoalKind, goalKinds } from './goal.ts'

/** How many goals tests show, of those that a test can show. */
export interface Count {
  readonly covered: number
  readonly of: number
}

/** The goals counted: in all, by kind, and by kind in each table and each file that has any. */
export interface CoverageCount {
  readonly total: Count
  readonly kinds: Readonly<Record<GoalKind, Count>>
  readonly tables: ReadonlyMap<TableName, KindCount>
  readonly files: ReadonlyMap<string, KindCount>
  /** Goals that count neither for nor against, by the reason. */
  readonly left: Readonly<Record<'unreachable' | 'unproven' | 'unwritable', number>>
}

export interface KindCount {
  readonly total: Count
  readonly kinds: Readonly<Record<GoalKind, Count>>
}

/** Counts goals. Those that no request can show do not count. */
export function countGoals(goals: readonly JudgedGoal[]): CoverageCount {
  const leftAs = (kind: JudgedGoal['state']['kind']): number =>
    goals.filter(({ state }) => state.kind === kind).length
  const byTable = Map.groupBy(goals, ({ goal }) => goal.table)
  return {
    ...countKinds(goals),
    tables: new Map(
      tableNames
        .filter((table) => byTable.has(table))
        .map((table) => [table, countKinds(byTable.get(table) ?? [])]),
    ),
    files: new Map(
      [...Map.groupBy(goals, ({ goal }) => goal.span.file)].map(([file, own]) => [file, countKinds(own)]),
    ),
    left: {
      unreachable: leftAs('unreachable'),
      unproven: leftAs('unproven'),
      unwritable: leftAs('unwritable'),
    },
  }
}

function countKinds(goals: readonly JudgedGoal[]): KindCount {
  const ofKind = (kind: GoalKind): Count => countOf(goals.filter(({ goal }) => goal.kind === kind))
  // Object.fromEntries forgets the names that it was given.
  const kinds = Object.fromEntries(goalKinds.map((kind) => [kind, ofKind(kind)])) as Record<GoalKind, Count>
  return { total: countOf(goals), kinds }
}

function countOf(goals: readonly JudgedGoal[]): Count {
  const covered = goals.filter(({ state }) => state.kind === 'covered').length
  const missing = goals.filter(({ state }) => state.kind === 'missing').length
  return { covered, of: covered + missing }
}

/** Whole percent, rounded down: 100 means all. Of nothing it is 100. */
export const percentOf = ({ covered, of }: Count): number =>
  of === 0 ? 100 : Math.floor((covered / of) * 100)

/** Two counts as one. */
export const addCounts = (a: Count, b: Count): Count => ({ covered: a.covered + b.covered, of: a.of + b.of })
