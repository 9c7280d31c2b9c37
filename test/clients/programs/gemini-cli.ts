import { join } from 'node:path'
import type { Client, Heard, Job, Reached } from '../client.ts'
import { installClient } from '../install.ts'
import { runClient } from '../run-client.ts'
import { shellCalls } from './shell.ts'

const version = '0.61.0'

/** Gemini CLI, headless. */
export const geminiCliClient: Client = {
  ...shellCalls('run_shell_command', (command) => ({ command, description: 'says it' })),
  name: 'Gemini CLI',
  version,
  dialect: 'gemini-generate',
  cannot: {
    schema: 'its command line takes none',
    image: 'its command line takes none',
  },
  keepsToItself: ['thoughtSignature'],
  triesMax: { error: 1, cut: 6 },
  ready: async () => void (await install()),
  ask,
}

const settings = {
  security: { auth: { selectedType: 'gemini-api-key' } },
  general: { disableAutoUpdate: true },
}

function install(): Promise<string> {
  return installClient('@google/gemini-cli', version)
}

async function ask({ prompt, signal }: Job, { baseUrl, key }: Reached): Promise<Heard> {
  const script = join(await install(), 'node_modules/@google/gemini-cli/bundle/gemini.js')
  const flags = ['--output-format', 'json', '--yolo', '--skip-trust', '-m', 'gemini-2.5-pro']
  const stdout = await runClient(
    {
      command: process.execPath,
      args: [script, '-p', prompt, ...flags],
      env: {
        GEMINI_API_KEY: key,
        GOOGLE_GEMINI_BASE_URL: baseUrl.replace('/v1', ''),
        GEMINI_CLI_TRUST_WORKSPACE: 'true',
        GEMINI_TELEMETRY_ENABLED: 'false',
        NO_UPDATE_NOTIFIER: '1',
      },
      files: { '.gemini/settings.json': JSON.stringify(settings) },
    },
    signal,
  )
  return { text: (JSON.parse(stdout.slice(stdout.indexOf('{'))) as { readonly response: string }).response }
}
