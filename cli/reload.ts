import { adminClient } from './admin-client.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { tellObeyed } from './tell-obeyed.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc reload`: what the sources say now is obeyed, or the reason why not is told. */
export async function run(_: readonly string[], options: Options): Promise<ExitCode> {
  tellObeyed(await adminClient(textOption(options, 'config')).change('POST', '/reload'))
  return exitCode.ok
}
