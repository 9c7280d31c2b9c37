import { type Facts, holds } from '../holds.ts'
import type { Asked } from './asked.ts'
import { type Expected, isExpected } from './expectable.ts'
import type { GoalCase } from './goal.ts'

/** A test at hand: its request, the rules that it asks, and what it expects. */
export interface Shown {
  readonly facts: Facts
  readonly asks: Asked
  readonly expect: Expected
}

/** Whether a test shows a goal in one of its cases. */
export function shows(
  { facts, asks, expect }: Shown,
  { table, rule, condition, at, isExpected: expected }: GoalCase,
): boolean {
  if (at !== undefined && (facts[at.fact.name] ?? at.fact.default) !== at.value) return false
  return holds(condition, facts) && asks(table, rule) && (!expected || isExpected(table, expect))
}
