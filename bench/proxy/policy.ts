import type { Axis } from '../../schemas/generated/decision-table.ts'
import { use } from '../../test/support/table-builder.ts'
import type { RowSpec, TableSpec } from '../../test/support/table-builder.ts'
import { capable } from '../../test/support/gateway-fixture.ts'

/** A policy of `count` rules over team, model asked, stream and temperature, the last of which takes the benchmark's request. */
export function policyOf(count: number): TableSpec {
  const teams = Array.from({ length: count }, (_, i) => `team-${i}`)
  const rows: RowSpec[] = teams.map((_, i) => ({
    allow: { team: [i + 2], stream: i % 3 === 0 ? [1] : [0, 1], temperature: [i % 2, 2] },
    action: use(`acme/model-${i % 10}`),
    rule: `team_${i}`,
  }))
  return {
    axes: axesOf(teams),
    route: [...rows.slice(0, count - 1), { allow: {}, action: use('acme/large'), rule: 'rest' }],
    models: [...Array.from({ length: 10 }, (_, i) => `acme/model-${i}`), 'acme/large'].map(
      (id) => capable(id) as never,
    ),
  }
}

function axesOf(teams: readonly string[]): readonly Axis[] {
  const builtin = { kind: 'builtin' } as const
  return [
    {
      fact: 'team',
      type: { kind: 'string' },
      source: 'identity',
      cost: 'free',
      origin: builtin,
      count: teams.length + 2,
      missing: 1,
      classes: { kind: 'values', values: teams.map((team, i) => [team, i + 2]), other: 0 },
    },
    {
      fact: 'stream',
      type: { kind: 'bool' },
      source: 'request',
      cost: 'parsed',
      origin: builtin,
      default: false,
      count: 2,
      classes: { kind: 'flag' },
    },
    {
      fact: 'temperature',
      type: { kind: 'number', unit: 'decimal' },
      source: 'request',
      cost: 'parsed',
      origin: builtin,
      default: 1,
      count: 3,
      classes: { kind: 'cuts', at: [0.3, 1.5], after: [true, true] },
    },
  ]
}
