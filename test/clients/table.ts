import { providerColumns } from './bench.ts'
import type { Cell, Client, Spoken } from './client.ts'
import { everyClient } from './every-client.ts'

/** The table of docs/clients.md: what the suite asks of each client on each provider. */
export function clientTable(): string {
  const head = ['client', 'version', ...providerColumns.map(({ name }) => name), 'not asked']
  const lines = [head, head.map(() => '---'), ...everyClient.map(rowOf)]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

function rowOf(client: Client): readonly string[] {
  const columns = providerColumns.map(({ speaks }) => askedOf(client, speaks))
  return [client.name, client.version, ...columns, notAsked(client)]
}

/** Programs take seconds: a usual run has those that differ run tools alone. */
function askedOf({ program, rare, dialect }: Client, speaks: Spoken): string {
  if (!program) return dialect === speaks ? 'all (as it is)' : 'all'
  if (dialect === speaks) return 'full run (as it is)'
  return rare === true ? 'full run' : 'tools'
}

function notAsked({ cannot }: Client): string {
  const reasons = Object.entries(cannot) as readonly (readonly [Cell, string])[]
  return reasons.map(([cell, why]) => `${cell}: ${why}`).join('; ')
}
