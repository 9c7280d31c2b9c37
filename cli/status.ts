import { basename } from 'node:path'
import type { Status } from '../runtime/admin/status.ts'
import { adminClient } from './admin-client.ts'
import { columns } from './columns.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc status`: what a running gateway obeys, since when, and how its providers fare. */
export async function run(_: readonly string[], options: Options): Promise<ExitCode> {
  const status = (await adminClient(textOption(options, 'config')).get('/status')) as Status | undefined
  if (status === undefined) throw new ToolFailure('what answers there is no admin listener of gwc')
  console.log(options.json === true ? JSON.stringify(status, null, 2) : show(status))
  return status.reload?.result === 'refused' ? exitCode.errors : exitCode.ok
}

function show(status: Status): string {
  const { version, uptimeS, listen, policy, reload, requests, providers } = status
  const lines = [
    ['gateway', `gwc ${version} on ${listen}, ${readiness(status)}, up ${duration(uptimeS)}`],
    ['policy', `${policy.file}, version ${policy.version.slice(0, 12)}, since ${policy.since}`],
    ...(policy.withdrawn === undefined ? [] : [['', standing(policy.withdrawn, policy.file)]]),
    ['reload', reload === undefined ? 'none since the start' : `${reload.result} at ${reload.at}`],
    ['requests', `${requests.inFlight} under way, ${requests.streams} of them streams`],
  ]
  const accounts = providers.flatMap(({ name, accounts: list }) =>
    list.flatMap(({ account, refused, models }) =>
      Object.entries(models).map(([model, { state, underWay }]) => [
        `  ${name}`,
        `account ${account}`,
        model,
        refused ? 'refused by the provider' : state,
        `${underWay} under way`,
      ]),
    ),
  )
  return [
    columns(lines),
    ...(reload?.message === undefined ? [] : ['', 'THE NEWEST POLICY IS REFUSED:', reload.message]),
    ...(accounts.length === 0 ? [] : ['', columns(accounts)]),
  ].join('\n')
}

function readiness({ ready, draining }: Status): string {
  if (ready) return 'ready'
  return draining ? 'draining' : 'ITS STORE CANNOT BE WRITTEN (hard budgets are answered with 503)'
}

function standing(withdrawn: string, file: string): string {
  return `rolled back from ${withdrawn.slice(0, 12)}; ${basename(file)} compiles to it and is withdrawn until its sources change or \`gwc reload\``
}

function duration(seconds: number): string {
  const units = [
    ['d', 86_400],
    ['h', 3_600],
    ['m', 60],
  ] as const
  const found = units.find(([, size]) => seconds >= 2 * size)
  return found === undefined ? `${seconds}s` : `${Math.floor(seconds / found[1])}${found[0]}`
}
