/** A process that publishes two policies in turn until it is killed: `node publish-without-end.ts FOLDER`. */
import { openPolicy, watchPolicy } from '../../runtime/reload.ts'
import { someGateway } from './gateway.ts'
import { silent } from './silent-log.ts'
import { buildTable, bytesOf, use } from './table-builder.ts'

const tables = ['a', 'b'].map((model) =>
  bytesOf(buildTable({ axes: [], route: [{ allow: {}, action: use(`openai/${model}`) }] })),
)
const source = { build: async () => ({ ok: true, bytes: tables[0]! }) as const, files: () => [] }

const opened = await openPolicy(source, someGateway(process.argv[2]!), silent)
if (!opened.ok) throw new Error(opened.message)
const watch = watchPolicy(source, opened.cell, silent, opened.seen)
process.send?.('ready')
for (let i = 1; ; i++) await watch.put(tables[i % 2]!, { actor: 'test', action: 'reload' })
