import { afterAll, beforeAll, describe, test } from 'vitest'
import { providerColumns, startBench } from './bench.ts'
import type { Bench } from './bench.ts'
import { cells } from './cells.ts'
import type { Cell } from './client.ts'
import { libraries } from './every-client.ts'

describe.each(providerColumns)('on a provider of $name', (column) => {
  let bench: Bench

  beforeAll(async () => {
    bench = await startBench(column)
  })

  afterAll(() => bench.close())

  describe.each(libraries)('$name $version', (client) => {
    for (const cell of Object.keys(cells) as Cell[]) test(cell, () => cells[cell](client, bench))
  })
})
