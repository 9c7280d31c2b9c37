import { join } from 'node:path'
import type { Reached } from './client.ts'
import { installClient } from './install.ts'
import { startClient } from './run-client.ts'
import type { ClientCommand, RunningClient } from './run-client.ts'

/** The version that the tests run. */
export const version = '0.169.0'

/** Installs headless Codex; the folder to start it from. */
export function installCodex(): Promise<string> {
  return installClient('@openai/codex', version)
}

/** Starts Codex on one prompt; it tells what it does as JSON Lines. */
export function startCodex(folder: string, prompt: string, reached: Reached): Promise<RunningClient> {
  return startClient(codex(folder, prompt, reached))
}

/** How Codex is started on one prompt. */
export function codex(
  folder: string,
  prompt: string,
  { baseUrl, key }: Reached,
  more: readonly string[] = [],
): ClientCommand {
  const settings = {
    model: 'auto',
    model_provider: 'gwc',
    'model_providers.gwc.name': 'gwc',
    'model_providers.gwc.base_url': baseUrl,
    'model_providers.gwc.env_key': 'GWC_KEY',
    'model_providers.gwc.wire_api': 'responses',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => [
    '-c',
    `${name}=${JSON.stringify(value)}`,
  ])
  const exec = ['exec', '--json', '--skip-git-repo-check', '--dangerously-bypass-approvals-and-sandbox']
  return {
    command: join(folder, 'node_modules/.bin/codex'),
    args: [...exec, ...flags, ...more, prompt],
    env: { GWC_KEY: key },
  }
}
