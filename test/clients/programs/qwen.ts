import { join } from 'node:path'
import type { Client, Heard, Job, Reached } from '../client.ts'
import { installClient } from '../install.ts'
import { runClient } from '../run-client.ts'
import { shellCalls } from './shell.ts'

const version = '0.24.4'

/** Qwen Code, headless. */
export const qwenClient: Client = {
  ...shellCalls('run_shell_command', (command) => ({
    command,
    description: 'says it',
    is_background: false,
  })),
  name: 'Qwen Code',
  version,
  dialect: 'openai-chat',
  rare: true,
  cannot: {
    schema: 'its command line takes none',
    image: 'its command line takes none',
  },
  keepsToItself: [],
  triesMax: { error: 1, cut: 6 },
  ready: async () => void (await install()),
  ask,
}

function install(): Promise<string> {
  return installClient('@qwen-code/qwen-code', version)
}

async function ask({ prompt, signal }: Job, { baseUrl, key }: Reached): Promise<Heard> {
  const script = join(await install(), 'node_modules/@qwen-code/qwen-code/cli.js')
  const text = await runClient(
    {
      command: process.execPath,
      args: [script, '-p', prompt, '--yolo', '--auth-type', 'openai'],
      env: { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: 'auto', NO_UPDATE_NOTIFIER: '1' },
    },
    signal,
  )
  return { text }
}
