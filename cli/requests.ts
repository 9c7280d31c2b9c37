import type { TrafficLogEntry } from '../schemas/generated/traffic-log.ts'
import { adminClient } from './admin-client.ts'
import { columns } from './columns.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { requestWords } from './readable-log.ts'
import { ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc requests [ID]`: the last requests of a running gateway, or one of them whole. */
export async function run([id]: readonly string[], options: Options): Promise<ExitCode> {
  const client = adminClient(textOption(options, 'config'))
  return id === undefined
    ? listRequests(await client.get(`/requests?${queryOf(options)}`), options)
    : showRequest(await client.get(`/requests/${encodeURIComponent(id)}`), id, options)
}

const filters = ['limit', 'status', 'rule', 'model'] as const

function queryOf(options: Options): string {
  const given = filters.flatMap((name) => {
    const value = textOption(options, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return new URLSearchParams(Object.fromEntries(given)).toString()
}

function listRequests(answer: unknown, options: Options): ExitCode {
  const { requests } = (answer ?? { requests: [] }) as { readonly requests: readonly TrafficLogEntry[] }
  if (options.json === true) for (const entry of requests) console.log(JSON.stringify(entry))
  else if (requests.length === 0) console.log('no such request has ended since the start')
  else console.log(columns(requests.map((each) => [each.at, each.requestId, requestWords(each)])))
  return exitCode.ok
}

function showRequest(entry: unknown, id: string, options: Options): ExitCode {
  if (entry === undefined)
    throw new ToolFailure(
      `${id} is none of the last requests that have ended; \`gwc requests\` lists them, and the log has those before`,
    )
  console.log(JSON.stringify(entry, null, options.json === true ? 0 : 2))
  return exitCode.ok
}
