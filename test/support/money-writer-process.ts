/** Takes holds in the store of a file, and prints the name of each once it is durable: `node money-writer-process.ts FILE PREFIX`. */
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openSqliteStore } from '../../runtime/money/sqlite/open-sqlite-store.ts'
import { budget, hold, toldReports } from './money.ts'

const [, , path = '', prefix = ''] = process.argv
const store = await openSqliteStore({ path, durability: 'process', reports: toldReports() })
for (let n = 0; ; n++) {
  const reply = await store.reserve(hold(`${prefix}${n}`, [budget({ limit: 1e9 })]))
  if (reply.kind === 'held') writeSync(1, `${prefix}${n}\n`)
  else await sleep(50) // a slow disk: asking without pause would keep its answer from being heard
}
