import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { capable, clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import type { ToolCall } from '../support/provider/said.ts'
import { say } from '../support/provider/say.ts'
import { installCodex, startCodex, version } from './codex.ts'
import { startClient } from './run-client.ts'
import type { ClientRun, RunningClient } from './run-client.ts'

let folder: string
let provider: FakeProvider
let fixture: Fixture

vi.setConfig({ testTimeout: 100_000 })

beforeAll(async () => {
  folder = await installCodex()
  provider = await startFakeProvider(say())
  fixture = await startFixture(routeAll([stage('openai/gpt-large')]), {
    providers: { openai: { baseUrl: provider.baseUrl } },
    models: [capable('openai/gpt-large')],
  })
}, 300_000)

beforeEach(() => provider.script(say()))

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

function codex(prompt: string): Promise<RunningClient> {
  return startCodex(folder, prompt, { baseUrl: fixture.baseUrl, key: clientKey })
}

/** A call of the tool by which Codex runs a command in a shell. */
function shell(id: string, cmd: string): ToolCall {
  return { id, name: 'exec_command', arguments: JSON.stringify({ cmd }) }
}

/** What the tools answered, as the provider was told in its last request, by call. */
function toolAnswers(): ReadonlyMap<string, string> {
  const { input } = JSON.parse(provider.requests.at(-1)!.body.toString()) as {
    readonly input: readonly Item[]
  }
  const answers = input.filter(({ type }) => type === 'function_call_output')
  return new Map(answers.map(({ call_id: id, output }) => [id!, String(output)]))
}

interface Item {
  readonly type: string
  readonly call_id?: string
  readonly output?: unknown
}

async function ask(prompt: string): Promise<ClientRun> {
  const { ended } = await codex(prompt)
  return ended
}

describe(`Codex ${version} through the gateway`, () => {
  test('says what the model said', async () => {
    const run = await ask('Say hello.')
    expect(run.stdout).toContain('"text":"Hello there."')
    expect(run.stdout).toContain('"input_tokens":20')
    expect(run.code).toBe(0)
    expect(fixture.traces.at(-1)).toMatchObject({ model: 'openai/gpt-large', status: 200 })
  })

  test('keeps what it knows of the machine to itself', async () => {
    await ask('Say hello.')
    const { headers } = provider.requests.at(-1)!
    expect(headers['x-codex-window-id']).toBeDefined()
    expect(headers['x-codex-turn-metadata']).toBeUndefined()
    expect(JSON.stringify(headers)).not.toContain(clientKey)
  })

  test('runs a tool, and tells the model what came of it', async () => {
    provider.script([say({ calls: [shell('call_1', 'echo from the tool')] }), say({ text: 'Done.' })])
    const run = await ask('Run it.')
    expect(toolAnswers().get('call_1')).toContain('from the tool')
    expect(run.stdout).toContain('"text":"Done."')
  })

  test('runs two tools of one answer', async () => {
    const calls = [shell('call_1', 'echo first'), shell('call_2', 'echo second')]
    provider.script([say({ calls }), say({ text: 'Both done.' })])
    const run = await ask('Run both.')
    expect(toolAnswers().get('call_1')).toContain('first')
    expect(toolAnswers().get('call_2')).toContain('second')
    expect(run.stdout).toContain('"text":"Both done."')
  })

  test('takes arguments of 64 KiB whole', async () => {
    const text = 'x'.repeat(64 * 1024)
    provider.script([
      say({ calls: [shell('call_1', `printf %s ${text} | wc -c`)] }),
      say({ text: 'Counted.' }),
    ])
    await ask('Count it.')
    expect(toolAnswers().get('call_1')).toContain('65536')
  })

  test('is answered over HTTP at once where it tries a WebSocket first', async () => {
    const flags = ['-c', `openai_base_url=${JSON.stringify(fixture.baseUrl)}`, '-c', 'model="auto"']
    const { ended } = await startClient({
      command: join(folder, 'node_modules/.bin/codex'),
      args: ['exec', '--json', '--skip-git-repo-check', ...flags, 'Say hello.'],
      env: { OPENAI_API_KEY: clientKey, CODEX_API_KEY: clientKey },
    })
    const { stdout } = await ended
    expect(stdout).toContain('"text":"Hello there."')
  })

  test('leaves in the middle of an answer, and the provider is left too', async () => {
    const before = provider.requests.length
    provider.script(say({ text: 'word '.repeat(2_000) }, 20))
    const { kill, ended } = await codex('Talk.')
    await vi.waitUntil(() => provider.requests.length > before, { timeout: 30_000 })
    kill('SIGKILL')
    await ended
    await vi.waitUntil(() => provider.openConnections === 0, { timeout: 10_000 })
    await vi.waitUntil(() => fixture.traces.at(-1)?.error === 'client_closed_request', { timeout: 10_000 })
  })
})
