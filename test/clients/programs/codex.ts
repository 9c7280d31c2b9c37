import type { Client, Heard, Job, Reached } from '../client.ts'
import { codex, installCodex, version } from '../codex.ts'
import { runClient } from '../run-client.ts'
import { linesOf, shellCalls } from './shell.ts'

/** Codex, headless. */
export const codexClient: Client = {
  ...shellCalls('exec_command', (cmd) => ({ cmd })),
  name: 'Codex',
  version,
  dialect: 'openai-responses',
  cannot: {},
  keepsToItself: ['client_metadata', 'encrypted_content'],
  triesMax: { error: 1, cut: 6 },
  ready: async () => void (await installCodex()),
  ask,
}

async function ask({ prompt, schema, image, signal }: Job, reached: Reached): Promise<Heard> {
  const folder = await installCodex()
  const more = [
    ...(schema === undefined ? [] : ['--output-schema', 'schema.json']),
    ...(image === undefined ? [] : ['--image=picture.png']),
  ]
  const files = {
    ...(schema === undefined ? {} : { 'schema.json': JSON.stringify(schema) }),
    ...(image === undefined ? {} : { 'picture.png': Buffer.from(image, 'base64') }),
  }
  const stdout = await runClient({ ...codex(folder, prompt, reached, more), files }, signal)
  const lines = linesOf(stdout) as readonly Line[]
  const said = lines.findLast(({ item }) => item?.type === 'agent_message')
  return { text: said?.item?.text ?? '' }
}

interface Line {
  readonly item?: { readonly type: string; readonly text?: string }
}
