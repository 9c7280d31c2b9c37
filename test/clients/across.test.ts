import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { capable, clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture, FixtureProvider } from '../support/gateway-fixture.ts'
import { say } from '../support/provider/say.ts'
import { installClaudeCode, startClaudeCode } from './claude-code.ts'
import { installCodex, startCodex } from './codex.ts'
import type { ClientRun } from './run-client.ts'

vi.setConfig({ testTimeout: 100_000 })

/** Coding agents on providers that do not speak their dialect. */
const clients = [
  { client: 'Claude Code', model: 'deepseek/chat', path: '/v1/chat/completions', dialect: 'openai' },
  { client: 'Codex', model: 'anthropic/claude', path: '/v1/messages', dialect: 'anthropic' },
  { client: 'Codex', model: 'deepseek/chat', path: '/v1/chat/completions', dialect: 'openai' },
] as const

const tools = {
  'Claude Code': (command: string) => ({
    name: 'Bash',
    arguments: JSON.stringify({ command, description: 'says it' }),
  }),
  Codex: (cmd: string) => ({ name: 'exec_command', arguments: JSON.stringify({ cmd }) }),
}

describe.each(clients)('$client on $model', ({ client, model, path, dialect }) => {
  let folder: string
  let provider: FakeProvider
  let fixture: Fixture

  beforeAll(async () => {
    folder = await (client === 'Codex' ? installCodex() : installClaudeCode())
    provider = await startFakeProvider(say())
    const [name = ''] = model.split('/')
    const reached: FixtureProvider = { baseUrl: provider.baseUrl, dialect }
    fixture = await startFixture(routeAll([stage(model)]), {
      providers: { [name]: reached },
      models: [capable(model)],
    })
  }, 300_000)

  beforeEach(() => provider.script(say()))

  afterAll(async () => {
    await fixture.gateway.close()
    await provider.close()
  })

  async function ask(prompt: string): Promise<ClientRun> {
    const reached = { baseUrl: fixture.baseUrl, key: clientKey }
    const start = client === 'Codex' ? startCodex : startClaudeCode
    const run = await (await start(folder, prompt, reached)).ended
    expect(run.code, run.stdout + run.stderr).toBe(0)
    return run
  }

  test('says what the model said', async () => {
    const run = await ask('Say hello.')
    expect(run.stdout).toContain('Hello there.')
    expect(provider.requests.map((request) => request.path)).toContain(path)
    expect(fixture.traces.at(-1)).toMatchObject({ model, status: 200, usage: { output: 5 } })
  })

  test('runs two tools of one answer, and tells the model what came of them', async () => {
    const calls = ['first', 'second'].map((word, at) => ({
      id: `call_${at}`,
      ...tools[client](`echo the ${word}`),
    }))
    provider.script([say({ calls }), say({ text: 'Both done.' })])
    const run = await ask('Run both.')
    const told = provider.requests.at(-1)!.body.toString()
    expect(told).toContain('the first')
    expect(told).toContain('the second')
    expect(run.stdout).toContain('Both done.')
  })

  test('leaves the words of its own provider behind', async () => {
    await ask('Say hello.')
    const { body, headers } = provider.requests.at(-1)!
    expect(body.toString()).not.toContain('x-anthropic-billing-header')
    expect(headers['anthropic-beta']).toBeUndefined()
    expect(headers['x-codex-window-id']).toBeUndefined()
  })
})
