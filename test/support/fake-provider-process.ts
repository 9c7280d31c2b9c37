/**
 * The fake provider as a process of its own: `node test/support/fake-provider-process.ts --script NAME[,NAME…] [--bill FILE] [--port N]
 * [--seed N --share 0.3 --good NAME] [--named]`. With a share, each request fails by one of the names or is answered well; `--named` gives each answer an `x-request-id`. It prints one line,
 * `{"port":…}`, when it listens.
 */
import { parseArgs } from 'node:util'
import { startFakeProvider } from './fake-provider.ts'
import type { Script } from './fake-provider.ts'
import { byContent, failingShare, scriptNamed } from './provider/scripts-by-name.ts'
import type { ScriptName } from './provider/scripts-by-name.ts'

const { values } = parseArgs({
  options: {
    script: { type: 'string' },
    bill: { type: 'string' },
    port: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    share: { type: 'string' },
    good: { type: 'string', default: 'hello' },
    named: { type: 'boolean', default: false },
  },
})

function scriptOf(): Script | readonly Script[] {
  if (values.script === undefined) return byContent
  const names = values.script.split(',')
  if (values.share === undefined) return names.flatMap((name) => scriptNamed(name))
  const good = [scriptNamed(values.good)].flat()[0]!
  return failingShare(Number(values.seed), Number(values.share), names as ScriptName[], good)
}

const provider = await startFakeProvider(scriptOf(), {
  port: Number(values.port),
  namesAnswers: values.named,
  ...(values.bill === undefined ? {} : { billFile: values.bill }),
})
process.stdout.write(`${JSON.stringify({ port: provider.port })}\n`)
process.once('SIGTERM', () => void provider.close())
