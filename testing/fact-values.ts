import * as fc from 'fast-check'
import type { Axis } from '../compiler/classes.ts'
import { edgesOf } from '../compiler/coverage/edges.ts'
import type { Policy } from '../compiler/typed.ts'
import type { FactRow, FactType } from '../core/types.ts'
import type { FactValue } from './types.ts'

/** How often a value stands where the policy changes its mind, for each one taken from anywhere. */
const boundaryWeight = 4

/**
 * Values of a fact, most of them at the boundaries of the classes that the policy tells apart. `undefined`, for a request
 * that does not say the fact, comes first, so that a counterexample says only what it must.
 */
export function valuesOf(
  fact: FactRow,
  axes: readonly Axis[],
  policy: Policy,
): fc.Arbitrary<FactValue | undefined> {
  const near = nearBoundaries(fact, axes)
  const anywhere = anyValue(fact.type, literalsOf(axes), policy)
  const said =
    near.length === 0
      ? anywhere
      : fc.oneof(
          { weight: boundaryWeight, arbitrary: fc.constantFrom(...near) },
          { weight: 1, arbitrary: anywhere },
        )
  return isAlwaysSaid(fact) ? said : fc.option(said, { nil: undefined, freq: axes.length === 0 ? 1 : 3 })
}

/** Every request has it: it is never missing, and no default stands in. */
const isAlwaysSaid = ({ optional, default: usual }: FactRow): boolean => !optional && usual === undefined

/** A value of each class, and those at which a comparison of numbers turns. */
function nearBoundaries({ type }: FactRow, axes: readonly Axis[]): readonly FactValue[] {
  if (type.kind === 'text' || type.kind === 'strings') return []
  const samples = axes.flatMap((axis) => axis.samples.filter((sample) => sample !== undefined))
  const edges = axes.flatMap(({ fact, tests }) =>
    tests.flatMap((test) => edgesOf({ kind: 'atom', fact, test, span: nowhere })),
  )
  return [...new Set([...samples, ...edges])]
}

const nowhere = { file: '', start: 0, end: 0 }

/** What the policy looks for in a text, or in a set of strings. */
const literalsOf = (axes: readonly Axis[]): readonly string[] =>
  axes.flatMap(({ classes }) =>
    classes.kind === 'contains' && classes.literal !== '' ? [classes.literal] : [],
  )

function anyValue(type: FactType, literals: readonly string[], policy: Policy): fc.Arbitrary<FactValue> {
  switch (type.kind) {
    case 'bool':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...type.values, ...(type.open ? ['other'] : []))
    case 'string':
      return fc.string({ maxLength: 20 })
    case 'number':
      return anyNumber(type)
    case 'address':
      return fc.ipV4()
    case 'strings':
      return fc.uniqueArray(fc.oneof(someOf(literals), fc.string({ maxLength: 8 })), { maxLength: 4 })
    case 'text':
      return fc
        .array(fc.oneof(someOf(literals), fc.string()), { maxLength: 4 })
        .map((parts) => parts.join(' '))
    case 'model':
      return fc.constantFrom('auto', ...policy.served)
  }
}

const someOf = (literals: readonly string[]): fc.Arbitrary<string> =>
  literals.length === 0 ? fc.string({ maxLength: 8 }) : fc.constantFrom(...literals)

/** Far beyond every constant that a policy of tokens, money or bytes has. */
const numberMax = 10_000_000

function anyNumber({
  unit,
  min = 0,
  max = numberMax,
}: Extract<FactType, { kind: 'number' }>): fc.Arbitrary<number> {
  return unit === 'decimal'
    ? fc.double({ min, max: Math.min(max, min + 10), noNaN: true })
    : fc.integer({ min, max })
}
