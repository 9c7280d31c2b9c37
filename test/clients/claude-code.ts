import { join } from 'node:path'
import type { Reached } from './client.ts'
import { installClient } from './install.ts'
import { startClient } from './run-client.ts'
import type { ClientCommand, RunningClient } from './run-client.ts'

/** The version that the tests run. */
export const version = '2.1.330'

/** Installs headless Claude Code; the folder to start it from. */
export function installClaudeCode(): Promise<string> {
  return installClient('@anthropic-ai/claude-code', version)
}

/** Starts Claude Code on one prompt; it ends with its answer as JSON. */
export function startClaudeCode(folder: string, prompt: string, reached: Reached): Promise<RunningClient> {
  return startClient(claudeCode(folder, prompt, reached))
}

/** How Claude Code is started on one prompt. */
export function claudeCode(
  folder: string,
  prompt: string,
  { baseUrl, key }: Reached,
  more: readonly string[] = [],
): ClientCommand {
  const platform = `claude-code-${process.platform}-${process.arch}`
  const flags = ['--output-format', 'json', '--model', 'claude-sonnet-4-6', '--dangerously-skip-permissions']
  return {
    command: join(folder, 'node_modules/@anthropic-ai', platform, 'claude'),
    args: ['-p', prompt, ...flags, ...more],
    env: {
      ANTHROPIC_BASE_URL: baseUrl.replace('/v1', ''),
      ANTHROPIC_API_KEY: key,
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      DISABLE_AUTOUPDATER: '1',
      // Else it refuses to go without asking where it runs as root, as in a container of CI.
      IS_SANDBOX: '1',
    },
  }
}
