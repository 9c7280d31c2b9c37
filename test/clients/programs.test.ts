import { afterAll, beforeAll, describe, test } from 'vitest'
import { isFull } from '../support/figures.ts'
import { providerColumns, startBench } from './bench.ts'
import type { Bench } from './bench.ts'
import { cells } from './cells.ts'
import type { Cell, Client } from './client.ts'
import { programs } from './every-client.ts'

/** A usual run has each program do two tools of one answer and say what came of them; with `GWC_TRUST=full` everything is asked. */
function asked(client: Client): readonly Cell[] {
  const all = Object.keys(cells) as Cell[]
  return isFull ? all.filter((cell) => client.cannot[cell] === undefined) : ['tools']
}

describe.each(providerColumns)('on a provider of $name', (column) => {
  let bench: Bench

  beforeAll(async () => {
    bench = await startBench(column)
  })

  afterAll(() => bench.close())

  const rows = programs.filter(({ dialect, rare }) => isFull || (dialect !== column.speaks && rare !== true))

  describe.each(rows)('$name $version', (client) => {
    beforeAll(() => client.ready(), 300_000)
    test.each(asked(client))('%s', (cell) => cells[cell](client, bench), 100_000)
  })
})
