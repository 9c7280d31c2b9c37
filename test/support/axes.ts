import type { Axis } from '../../schemas/generated/decision-table.ts'

type Over = Partial<Pick<Axis, 'source' | 'cost' | 'origin' | 'default' | 'missing' | 'type'>>

const builtin = { source: 'request', cost: 'free', origin: { kind: 'builtin' } } as const

/** Strings told apart by value: class i for `values[i]`, then *other*, then a missing fact. */
export function valuesAxis(fact: string, values: readonly string[], over: Over = {}): Axis {
  const classes: Axis['classes'] = {
    kind: 'values',
    values: values.map((value, index) => [value, index]),
    other: values.length,
  }
  return {
    fact,
    type: { kind: 'string' },
    ...builtin,
    count: values.length + 2,
    missing: values.length + 1,
    classes,
    ...over,
  }
}

export function flagAxis(fact: string, over: Over = {}): Axis {
  return {
    fact,
    type: { kind: 'bool' },
    ...builtin,
    cost: 'parsed',
    count: 2,
    default: false,
    classes: { kind: 'flag' },
    ...over,
  }
}

/** Numbers told apart at `at`: each cut lies after its point (`> at`) unless `before` lists it (`>= at`). */
export function cutsAxis(
  fact: string,
  at: readonly number[],
  before: readonly number[] = [],
  over: Over = {},
): Axis {
  const classes: Axis['classes'] = {
    kind: 'cuts',
    at: [...at],
    after: at.map((_, index) => !before.includes(index)),
  }
  return {
    fact,
    type: { kind: 'number', unit: 'tokens' },
    ...builtin,
    cost: 'scanned',
    count: at.length + 1,
    default: 0,
    classes,
    ...over,
  }
}

export function containsAxis(fact: string, literal: string, over: Over = {}): Axis {
  return {
    fact,
    type: { kind: 'text' },
    ...builtin,
    source: 'content',
    cost: 'scanned',
    count: 2,
    default: '',
    classes: { kind: 'contains', literal },
    ...over,
  }
}

export function modelAxis(ids: readonly string[]): Axis {
  const axis = valuesAxis('model', ids, { cost: 'parsed', type: { kind: 'model' }, default: 'auto' })
  const { missing: _, ...rest } = axis
  return { ...rest, count: ids.length + 1 }
}
