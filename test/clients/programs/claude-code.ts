import { claudeCode, installClaudeCode, version } from '../claude-code.ts'
import type { Client, Heard, Job, Reached } from '../client.ts'
import { runClient } from '../run-client.ts'
import { shellCalls } from './shell.ts'

/** Claude Code, headless. */
export const claudeCodeClient: Client = {
  ...shellCalls('Bash', (command) => ({ command, description: 'says it' })),
  name: 'Claude Code',
  version,
  dialect: 'anthropic-messages',
  formCall: (answer) => ({ id: 'call_form', name: 'StructuredOutput', arguments: answer }),
  cannot: { image: 'its command line takes none' },
  keepsToItself: ['x-anthropic-billing-header', 'cache_control', 'defer_loading', 'context_management'],
  // It leaves out one feature after the other before it believes a 400.
  triesMax: { error: 7, cut: 12 },
  ready: async () => void (await installClaudeCode()),
  ask,
}

async function ask({ prompt, schema, signal }: Job, reached: Reached): Promise<Heard> {
  const folder = await installClaudeCode()
  const more = schema === undefined ? [] : ['--json-schema', JSON.stringify(schema)]
  const command = claudeCode(folder, prompt, reached, more)
  const env = { ...command.env, CLAUDE_CODE_MAX_RETRIES: '2' }
  const answer = JSON.parse(await runClient({ ...command, env }, signal)) as Answer
  if (answer.is_error) throw new Error(answer.result)
  return { text: schema === undefined ? answer.result : JSON.stringify(answer.structured_output) }
}

interface Answer {
  readonly is_error: boolean
  readonly result: string
  readonly structured_output?: unknown
}
