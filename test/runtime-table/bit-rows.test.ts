import { expect, test } from 'vitest'
import { everyRow, firstRow } from '../../runtime/table/bit-rows.ts'
import type { FactValue } from '../../core/types.ts'
import type { Action, Axis } from '../../schemas/generated/decision-table.ts'
import { containsAxis, cutsAxis, flagAxis, valuesAxis } from '../support/axes.ts'
import { fc } from '../support/fast-check.ts'
import { loaded } from '../support/loaded.ts'
import type { RowSpec } from '../support/table-builder.ts'
import { axisKey, matchLinear, use } from '../support/table-builder.ts'

const axes: readonly Axis[] = [
  valuesAxis('team', ['search', 'ads', 'maps']),
  valuesAxis('task', ['chat', 'code'], { default: 'chat' }),
  flagAxis('stream'),
  cutsAxis('temperature', [0.3, 0.3, 1], [0], { type: { kind: 'number', unit: 'decimal' }, default: 1 }),
  cutsAxis('input_tokens', [1_000, 8_000, 100_000], [1]),
  containsAxis('prompt', 'Invoice'),
  containsAxis('prompt', 'straße'),
]

const facts: fc.Arbitrary<Record<string, FactValue>> = fc.record(
  {
    team: fc.constantFrom('search', 'ads', 'maps', 'unknown'),
    task: fc.constantFrom('chat', 'code', 'poem'),
    stream: fc.boolean(),
    temperature: fc.constantFrom(0, 0.29, 0.3, 0.300001, 0.7, 1, 2),
    input_tokens: fc.constantFrom(0, 999, 1_000, 1_001, 7_999, 8_000, 8_001, 100_000, 100_001),
    prompt: fc.constantFrom('', 'an INVOICE', 'invoıce', 'STRAßE', 'straße and invoice', 'Straße'),
  },
  { requiredKeys: [] },
)

const cube = fc.record(
  Object.fromEntries(
    axes.map((axis) => [
      axisKey(axis),
      fc.uniqueArray(fc.nat(axis.count - 1), { minLength: 1, maxLength: axis.count }),
    ]),
  ),
  { requiredKeys: [] },
)

/** Few axes to a row and many rows to a table: words and blocks of words must be crossed. */
const rowsOf = (action: Action, max: number): fc.Arbitrary<RowSpec[]> =>
  fc.array(
    cube.map((allow) => ({ allow: allow as RowSpec['allow'], action })),
    { minLength: 1, maxLength: max, size: 'max' },
  )

test('bit rows find the row that asking each rule in turn finds', () => {
  fc.assert(
    fc.property(
      rowsOf(use('openai/a'), 90),
      rowsOf({ kind: 'deny', message: 'no', status: 403 }, 70),
      fc.array(facts, { minLength: 20, maxLength: 20 }),
      (route, guard, samples) => {
        const table = loaded({ axes, route, guard, selfTest: [] })
        for (const sample of samples) {
          const reading = table.typedReading.begin(sample)
          const found: number[] = []
          everyRow(table.guard, reading, found)
          expect(found).toEqual(matchLinear(axes, guard, sample))
          expect(firstRow(table.route, reading)).toBe(matchLinear(axes, route, sample)[0] ?? -1)
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('rows past the first thousand words are found through the summary', () => {
  const teams = Array.from({ length: 400 }, (_, index) => `team${index}`)
  const wide = [
    valuesAxis('team', teams),
    cutsAxis(
      'input_tokens',
      Array.from({ length: 99 }, (_, index) => index * 10),
    ),
  ]
  const route = Array.from({ length: 40_000 }, (_, row) => ({
    allow: { team: [row % 400], input_tokens: [Math.floor(row / 400)] },
    action: use('openai/a'),
    rule: `r${row % 7}`,
  }))
  const table = loaded({ axes: wide, route })
  for (const row of [0, 31, 32, 1_023, 1_024, 32_767, 32_768, 39_999]) {
    const sample = { team: `team${row % 400}`, input_tokens: Math.floor(row / 400) * 10 }
    expect(firstRow(table.route, table.typedReading.begin(sample))).toBe(row)
  }
  expect(firstRow(table.route, table.typedReading.begin({ team: 'nobody', input_tokens: 5 }))).toBe(-1)
})

test('more axes than a word has bits', () => {
  const many = Array.from({ length: 70 }, (_, index) => containsAxis('prompt', `w${index}.`))
  const route = [
    ...many.map((axis) => ({ allow: { [axisKey(axis)]: [1] }, action: use('openai/a') })),
    { allow: {}, action: use('openai/b') },
  ]
  const table = loaded({ axes: many, route })
  expect(firstRow(table.route, table.typedReading.begin({ prompt: 'w69. and w33.' }))).toBe(33)
  expect(firstRow(table.route, table.typedReading.begin({ prompt: 'nothing' }))).toBe(70)
})
