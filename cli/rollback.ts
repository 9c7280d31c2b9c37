import type { PastPolicy } from '../runtime/policy-history.ts'
import { adminClient } from './admin-client.ts'
import { columns } from './columns.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { tellObeyed } from './tell-obeyed.ts'
import { ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc rollback [VERSION]`: a policy of before is obeyed, until the policy changes. */
export async function run([version]: readonly string[], options: Options): Promise<ExitCode> {
  const admin = adminClient(textOption(options, 'config'))
  if (options.list === true) list(await admin.get('/policies'), options.json === true)
  else tellObeyed(await admin.change('POST', '/rollback', version === undefined ? {} : { version }))
  return exitCode.ok
}

function list(answer: unknown, asJson: boolean): void {
  if (typeof answer !== 'object' || answer === null || !('policies' in answer))
    throw new ToolFailure('what answers there is no admin listener of this gwc')
  const policies = answer.policies as readonly PastPolicy[]
  if (asJson) console.log(JSON.stringify(policies, null, 2))
  else
    console.log(
      columns(
        policies.map(({ version, since }, i) => [version.slice(0, 12), since, i === 0 ? 'obeyed' : '']),
      ),
    )
}
