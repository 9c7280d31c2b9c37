import { describe, expect, test } from 'vitest'
import { classesOf, type Axis } from '../../compiler/classes.ts'
import { classList } from '../../compiler/class-set.ts'
import type { Cond, Test } from '../../compiler/typed.ts'
import type { FactRow } from '../../core/types.ts'
import { level, tags } from '../support/arbitrary-policy.ts'
import {
  all,
  any,
  compare,
  factRow,
  finds,
  flag,
  has,
  is,
  like,
  policyOf,
  route,
} from '../support/typed-policy.ts'

/** The axes of a policy with one rule. */
function axesOf(condition: Cond): readonly Axis[] {
  return classesOf(policyOf({ route: [route('r', condition, 'openai/gpt-4.1')] })).space.axes
}

function axisOf(condition: Cond): Axis {
  const [axis] = axesOf(condition)
  if (axis === undefined) throw new Error('no axis')
  return axis
}

const cut = (op: '<' | '<=' | '>' | '>=' | '==', value: number): Test => ({ kind: 'compare', op, value })

describe('numbers fall between their cuts', () => {
  test('in whole units, after c is before c + 1, and equal cuts are one', () => {
    const { classes, samples } = axisOf(
      any(compare('input_tokens', '>', 100), compare('input_tokens', '>=', 101)),
    )
    expect(classes).toEqual({ kind: 'cuts', at: [101], after: [false] })
    expect(samples).toEqual([0, 101])
  })

  test('a decimal is cut on either side of its constant', () => {
    const axis = axisOf(any(compare('temperature', '==', 0.3), compare('temperature', '>', 1)))
    expect(axis.classes).toEqual({ kind: 'cuts', at: [0.3, 0.3, 1], after: [false, true, true] })
    expect(axis.samples).toEqual([0, 0.3, 0.8, 2])
    expect(classList(axis.passing(cut('==', 0.3)))).toEqual([1])
    expect(classList(axis.passing(cut('>', 1)))).toEqual([3])
  })

  test('a cut outside the range of the fact is none', () => {
    const axis = axisOf(any(compare('hour', '<', 0), compare('hour', '>', 23), compare('hour', '>=', 12)))
    expect(axis.classes).toEqual({ kind: 'cuts', at: [12], after: [false] })
    expect(classList(axis.passing(cut('<', 0)))).toEqual([])
    expect(classList(axis.passing(cut('<=', 23)))).toEqual([0, 1])
  })

  test('below zero there are values where no minimum is declared', () => {
    const open: FactRow = { ...level, type: { kind: 'number', unit: 'integer' } }
    expect(axisOf(compare(open, '<', -5)).samples).toEqual([-6, -5])
  })
})

describe('names', () => {
  test('values that the same tests name are one class, and the rest another', () => {
    const axis = axisOf(any(is('team', 'a', 'b'), is('team', 'c')))
    expect(axis.classes).toEqual({
      kind: 'values',
      values: [
        ['a', 0],
        ['b', 0],
        ['c', 1],
      ],
      other: 2,
    })
    expect(axis.samples).toEqual(['a', 'c', 'anonymous'])
  })

  test('a closed enumeration has no other value than those listed', () => {
    expect(axisOf(is('env', 'dev', 'test', 'stage', 'prod')).count).toBe(1)
    expect(axisOf(is('env', 'dev')).samples).toEqual(['dev', 'prod'])
  })

  test('globs and names of one fact share one automaton', () => {
    const axis = axisOf(any(like('team', 'pay-*'), is('team', 'pay-eu', 'ads')))
    expect(axis.classes.kind).toBe('globs')
    expect(new Set(axis.samples)).toEqual(new Set(['ads', 'anonymous', 'pay-eu', 'pay-x']))
  })

  test('globs past the cap are named', () => {
    const globs = Array.from('abcdefghij', (letter) => like('team', `*${letter}*`))
    const policy = policyOf({ route: [route('r', any(...globs), 'openai/gpt-4.1')] })
    const { tooManyGlobs } = classesOf(policy)
    expect(tooManyGlobs.map(({ fact, atoms }) => [fact.name, atoms.length])).toEqual([['team', 10]])
  })
})

describe('absence', () => {
  test('a default stands in, unless `has` asks', () => {
    expect(axisOf(is('project', 'x')).missing).toBeUndefined()
    const asked = axisOf(all(has('project'), is('project', 'x')))
    expect(asked.samples).toEqual(['x', 'anonymous', undefined])
    expect(asked.missing).toBe(2)
  })

  test('a fact without a default is absent where no test passes', () => {
    expect(axisOf(is('session', 'x')).missing).toBe(1)
    expect(axisOf(compare('max_output', '<', 10)).missing).toBe(1)
  })

  test('a fact that every request has is never absent', () => {
    expect(axisOf(has('hour')).count).toBe(1)
  })
})

test('each literal is an axis of its own, in either case one of a prompt', () => {
  const axes = axesOf(
    any(
      finds('prompt', 'Drop'),
      finds('prompt', 'drop'),
      finds('prompt', 'x'),
      finds(tags, 'X'),
      finds(tags, 'x'),
    ),
  )
  const literals = axes.map(({ fact, classes }) => [
    fact.name,
    classes.kind === 'contains' ? classes.literal : '',
  ])
  expect(literals).toEqual([
    ['tags', 'X'],
    ['tags', 'x'],
    ['prompt', 'drop'],
    ['prompt', 'x'],
  ])
})

test('axes stand in the order of lookup: by cost, then as the catalogue has them', () => {
  const axes = axesOf(
    all(
      compare('input_tokens', '>', 1),
      flag('stream'),
      is('env', 'dev'),
      is('team', 'a'),
      compare('temperature', '>', 1),
    ),
  )
  expect(axes.map(({ fact }) => fact.name)).toEqual(['team', 'env', 'stream', 'temperature', 'input_tokens'])
  expect(factRow('team').cost).toBe('free')
})
