import { join } from 'node:path'
import type { Client, Heard, Job, Reached } from '../client.ts'
import { installClient } from '../install.ts'
import { runClient } from '../run-client.ts'
import type { ClientCommand } from '../run-client.ts'
import { linesOf, shellCalls } from './shell.ts'

const version = '1.18.33'

/** opencode with each of its packages for providers. */
export const opencodeClients: readonly Client[] = [
  row('opencode, chat completions', 'openai-chat', '@ai-sdk/openai-compatible'),
  { ...row('opencode, Responses', 'openai-responses', '@ai-sdk/openai'), rare: true },
  { ...row('opencode, Anthropic', 'anthropic-messages', '@ai-sdk/anthropic'), rare: true },
]

function row(name: string, dialect: Client['dialect'], npm: string): Client {
  return {
    ...shellCalls('bash', (command) => ({ command, description: 'says it' })),
    name,
    version,
    dialect,
    cannot: {
      schema: 'its command line takes none',
      cut: 'it asks again without end, as it does without a gateway',
    },
    keepsToItself: ['cache_control', 'encrypted_content'],
    triesMax: { error: 1, cut: 1 },
    ready: async () => void (await install()),
    ask: (job, reached) => ask(npm, job, reached),
  }
}

function install(): Promise<string> {
  return installClient('opencode-ai', version)
}

/** How opencode is started on one prompt. */
export async function opencode(
  npm: string,
  { prompt, image }: Job,
  reached: Reached,
): Promise<ClientCommand> {
  const platform = `opencode-${process.platform}-${process.arch}`
  const picture = image === undefined ? [] : ['--file', 'picture.png']
  return {
    command: join(await install(), 'node_modules', platform, 'bin/opencode'),
    args: ['run', '--format', 'json', '-m', 'gwc/auto', prompt, ...picture],
    env: {
      OPENCODE_CONFIG_CONTENT: JSON.stringify(configFor(npm, reached)),
      OPENCODE_DISABLE_AUTOUPDATE: '1',
      OPENCODE_DISABLE_DEFAULT_PLUGINS: '1',
      OPENCODE_DISABLE_LSP_DOWNLOAD: '1',
      OPENCODE_DISABLE_MODELS_FETCH: '1',
    },
    ...(image === undefined ? {} : { files: { 'picture.png': Buffer.from(image, 'base64') } }),
  }
}

/** Without the request for a title that it makes beside. */
function configFor(npm: string, { baseUrl, key }: Reached): object {
  const modalities = { input: ['text', 'image'], output: ['text'] }
  const limit = { context: 200_000, output: 16_000 }
  const auto = { name: 'auto', tool_call: true, reasoning: true, attachment: true, modalities, limit }
  return {
    agent: { title: { disable: true } },
    permission: 'allow',
    provider: {
      gwc: { npm, name: 'gwc', options: { baseURL: baseUrl, apiKey: key }, models: { auto } },
    },
  }
}

async function ask(npm: string, job: Job, reached: Reached): Promise<Heard> {
  const stdout = await runClient(await opencode(npm, job, reached), job.signal)
  const lines = linesOf(stdout) as readonly Line[]
  const failed = lines.find(({ type }) => type === 'error')
  if (failed !== undefined) throw new Error(JSON.stringify(failed))
  return { text: lines.map(({ part }) => part?.text ?? '').join('') }
}

interface Line {
  readonly type: string
  readonly part?: { readonly text?: string }
}
