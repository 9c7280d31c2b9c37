import { describe, expect, test } from 'vitest'
import { findUnguarded } from '../../compiler/check/presence.ts'
import type { Atom, Cond } from '../../compiler/typed.ts'
import type { FactRow } from '../../core/types.ts'
import { fc } from '../support/fast-check.ts'
import { marksFound, marksIn } from '../support/marks.ts'

const agree = (text: string): void => expect(marksFound(text)).toEqual(marksIn(text))

describe('facts that a request may lack', () => {
  test.each([
    'has session and session == "x"',
    'session == "x" and has session',
    'not has session or session == "x"',
    'has session and (stream or session like "a*")',
    '(has session and stream or has session and tools) and session == "x"',
    'not (not has session or session == "x")',
    'stream and has session and not (session == "x" and tools)',
    '(has session or not stream) and stream and session == "x"',
    'has max_output and max_output > 4k and (not has session or session != "a")',
    'team == "anonymous"',
  ])('settled: %s', (condition) => expect(marksFound(`guard { deny "a" when ${condition} }`)).toEqual([]))

  test('not settled', () =>
    agree(`
guard {
  deny "a" when session == "x"
  //            ^^^^^^^^^^^^^^ GWC1211
  deny "b" when has session or session == "x"
  //                           ^^^^^^^^^^^^^^ GWC1211
  deny "c" when not has session and session == "x"
  //                                ^^^^^^^^^^^^^^ GWC1211
  deny "d" when has max_output and session == "x"
  //                               ^^^^^^^^^^^^^^ GWC1211
  deny "e" when not (has session and stream) and session == "x"
  //                                             ^^^^^^^^^^^^^^ GWC1211
}`))

  test('a predicate is judged where it is used', () =>
    agree(`
pred long = max_output > 4k
//          ^^^^^^^^^^^^^^^ GWC1211
guard {
  deny "a" when has max_output and long
  deny "b" when long
  deny "c" when not long
}`))
})

// The verdict against its meaning: does some request without the fact change its outcome with the fact's value?

const row = (name: string, optional: boolean): FactRow => ({
  name,
  type: { kind: 'bool' },
  source: 'request',
  cost: 'free',
  origin: { kind: 'builtin' },
  optional,
  doc: '',
})
const span = { file: 'x', start: 0, end: 0 }
const maybe = row('maybe', true)
const others = ['a', 'b', 'c'].map((name) => row(name, false))
const atom = (fact: FactRow, kind: 'flag' | 'present'): Atom => ({ kind: 'atom', fact, test: { kind }, span })

const condition: fc.Arbitrary<Cond> = fc.letrec<{ cond: Cond }>((tie) => ({
  cond: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(atom(maybe, 'flag'), atom(maybe, 'present'), ...others.map((fact) => atom(fact, 'flag'))),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      operands: fc.array(tie('cond'), { maxLength: 3 }),
      span: fc.constant(span),
    }),
    fc.record({ kind: fc.constant('not' as const), operand: tie('cond'), span: fc.constant(span) }),
  ),
})).cond

/** Kleene's value when the fact is absent: `undefined` where its value would decide. */
function value(cond: Cond, given: Readonly<Record<string, boolean>>): boolean | undefined {
  switch (cond.kind) {
    case 'atom':
      return cond.test.kind === 'present' ? false : given[cond.fact.name]
    case 'not': {
      const inner = value(cond.operand, given)
      return inner === undefined ? undefined : !inner
    }
    case 'all':
    case 'any': {
      const values = cond.operands.map((operand) => value(operand, given))
      if (values.includes(cond.kind === 'any')) return cond.kind === 'any'
      return values.includes(undefined) ? undefined : cond.kind === 'all'
    }
  }
}

test('the verdict is exact: reported if and only if some request without the fact is left undecided', () => {
  fc.assert(
    fc.property(condition, (cond) => {
      const requests = Array.from({ length: 8 }, (_, bits) => ({
        a: (bits & 1) > 0,
        b: (bits & 2) > 0,
        c: (bits & 4) > 0,
      }))
      const isUndecided = requests.some((given) => value(cond, given) === undefined)
      expect(findUnguarded(cond, span).length > 0).toBe(isUndecided)
    }),
    { numRuns: 3_000 },
  )
})
