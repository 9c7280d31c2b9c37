import { readFileSync } from 'node:fs'
import type { ShadowReport } from '../runtime/shadow-policy/shadow.ts'
import { adminClient, type AdminClient } from './admin-client.ts'
import { columns } from './columns.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { readProviders } from './read-providers.ts'
import { tellObeyed } from './tell-obeyed.ts'
import { reasonOf, ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc shadow start|status|promote|stop`: a candidate decides beside the current policy. */
export async function run([action, policy]: readonly string[], options: Options): Promise<ExitCode> {
  const config = textOption(options, 'config') ?? 'gateway.json'
  const admin = adminClient(config)
  switch (action) {
    case 'start':
      return start(admin, policy, config)
    case 'promote':
      tellObeyed(await there(admin.change('POST', '/shadow/promote')))
      return exitCode.ok
    case 'stop':
      return tell((await there(admin.change('DELETE', '/shadow'))) as ShadowReport, options)
    default:
      return tell((await there(admin.get('/shadow'))) as ShadowReport, options)
  }
}

async function there(asked: Promise<unknown>): Promise<unknown> {
  const answer = await asked
  if (answer === undefined)
    throw new ToolFailure('no candidate decides beside the policy; `gwc shadow start FILE` starts one')
  return answer
}

async function start(admin: AdminClient, policy: string | undefined, config: string): Promise<ExitCode> {
  if (policy === undefined) throw new ToolFailure('name the candidate: gwc shadow start next.route')
  const built = policy.endsWith('.json') ? readText(policy) : await compile(policy, config)
  if (built === undefined) return exitCode.errors
  const { candidate } = (await admin.change('POST', '/shadow', { table: built })) as { candidate: string }
  console.log(`${candidate.slice(0, 12)} decides beside the policy; \`gwc shadow status\` tells what differs`)
  return exitCode.ok
}

async function compile(policy: string, config: string): Promise<string | undefined> {
  const { buildPolicy } = await import('./build-policy.ts')
  const providers = Object.entries(readProviders(config) ?? {})
  const { built } = buildPolicy(
    providers.map(([name, { models = {} }]) => ({ name, models })),
    policy,
  )
  if (built.ok) return built.bytes.toString('utf8')
  console.error(built.message)
  return undefined
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new ToolFailure(`cannot read ${path}: ${reasonOf(error)}`, { cause: error })
  }
}

function tell(report: ShadowReport, options: Options): ExitCode {
  console.log(options.json === true ? JSON.stringify(report, null, 2) : show(report))
  return report.different === 0 ? exitCode.ok : exitCode.changes
}

function show(report: ShadowReport): string {
  const { candidate, since, same, different, skipped, failed, pairs, others } = report
  const more = [
    ...(skipped > 0 ? [`${skipped} passed over`] : []),
    ...(failed > 0 ? [`${failed} that it could not decide`] : []),
  ]
  const lines = pairs.map(({ count, current, candidate: rule, kinds, examples }) => [
    String(count),
    `${current} → ${rule}`,
    kinds.join(', '),
    examples[0] ?? '',
  ])
  return [
    `${candidate.slice(0, 12)} beside ${report.against?.slice(0, 12) ?? 'no request yet'} since ${since}`,
    [`${same} decided alike`, `${different} differently`, ...more].join(', '),
    ...(lines.length === 0
      ? []
      : ['', columns([['requests', 'rules', 'what differs', 'such as'], ...lines])]),
    ...(others === 0 ? [] : [`${others} more of other rules`]),
  ].join('\n')
}
