import type { Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import type { ReceivedRequest } from '../support/provider/received-request.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import type { ToolCall } from '../support/provider/said.ts'
import { fail, say } from '../support/provider/say.ts'
import { installClaudeCode, startClaudeCode, version } from './claude-code.ts'
import type { ClientRun, RunningClient } from './run-client.ts'

let folder: string
let provider: FakeProvider
let fixture: Fixture

vi.setConfig({ testTimeout: 100_000 })

beforeAll(async () => {
  folder = await installClaudeCode()
  provider = await startFakeProvider(say())
  fixture = await startFixture(routeAll([stage('anthropic/claude')]), {
    providers: { anthropic: { baseUrl: provider.baseUrl, dialect: 'anthropic' } },
  })
}, 300_000)

beforeEach(() => provider.script(say()))

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

function claude(prompt: string, key = clientKey): Promise<RunningClient> {
  return startClaudeCode(folder, prompt, { baseUrl: fixture.baseUrl, key })
}

async function ask(prompt: string): Promise<ClientRun> {
  const run = await (await claude(prompt)).ended
  expect(run.code, run.stdout + run.stderr).toBe(0)
  return run
}

function bash(id: string, command: string): ToolCall {
  return { id, name: 'Bash', arguments: JSON.stringify({ command, description: 'says it' }) }
}

interface Block {
  readonly type: string
  readonly tool_use_id?: string
  readonly content?: unknown
}

/** What the tools answered, as the provider was told in its last request, by call. */
function toolAnswers({ body }: ReceivedRequest): ReadonlyMap<string, string> {
  const { messages } = JSON.parse(body.toString()) as { readonly messages: readonly { content: unknown }[] }
  const blocks = messages.flatMap(({ content }) =>
    Array.isArray(content) ? (content as readonly Block[]) : [],
  )
  const answers = blocks.filter(({ type }) => type === 'tool_result')
  return new Map(answers.map(({ tool_use_id: id, content }) => [id!, JSON.stringify(content)]))
}

describe(`Claude Code ${version}, headless`, () => {
  test('says what the model said; betas, version, session and query go up as it sent them', async () => {
    const { stdout } = await ask('Say hello.')
    expect(JSON.parse(stdout)).toMatchObject({ is_error: false, result: 'Hello there.' })
    const { path, headers, body } = provider.requests.at(-1)!
    expect(path).toBe('/v1/messages?beta=true')
    expect(headers['anthropic-version']).toBe('2023-06-01')
    expect(headers['anthropic-beta']).toContain('claude-code-')
    expect(headers['x-claude-code-session-id']).toBeDefined()
    expect(headers['x-api-key']).toBe('upstream-secret')
    expect(body.toString()).toContain('"cache_control":{"type":"ephemeral"')
    expect(fixture.traces.at(-1)).toMatchObject({
      status: 200,
      usage: { input: 12, cacheRead: 8, output: 5 },
    })
  })

  test('runs a tool and tells its result', async () => {
    provider.script([say({ calls: [bash('toolu_1', 'echo from-the-shell')] }), say({ text: 'Done.' })])
    const { stdout } = await ask('Run it.')
    expect(JSON.parse(stdout)).toMatchObject({ result: 'Done.' })
    expect(toolAnswers(provider.requests.at(-1)!).get('toolu_1')).toContain('from-the-shell')
  })

  test('runs tools that were called in parallel', async () => {
    const calls = [bash('toolu_1', 'echo first'), bash('toolu_2', 'echo second')]
    provider.script([say({ calls }), say({ text: 'Done.' })])
    await ask('Run both.')
    const answers = toolAnswers(provider.requests.at(-1)!)
    expect(answers.get('toolu_1')).toContain('first')
    expect(answers.get('toolu_2')).toContain('second')
  })

  test('takes arguments of 64 KiB', async () => {
    const command = `printf %s ${'x'.repeat(64 * 1024)} | wc -c`
    provider.script([say({ calls: [bash('toolu_1', command)] }), say({ text: 'Done.' })])
    await ask('Count it.')
    expect(toolAnswers(provider.requests.at(-1)!).get('toolu_1')).toContain('65536')
  })

  test('leaves in the middle of an answer, and the provider is left too', async () => {
    let socket: Socket | undefined
    const words = say({ text: 'word '.repeat(2_000) }, 20)
    provider.script((exchange) => {
      socket = exchange.socket
      return words(exchange)
    })
    const { kill, ended } = await claude('Talk.')
    await vi.waitUntil(() => socket !== undefined, { timeout: 30_000 })
    kill('SIGKILL')
    await ended
    await vi.waitUntil(() => socket?.destroyed === true, { timeout: 10_000 })
    await vi.waitUntil(() => fixture.traces.at(-1)?.error === 'client_closed_request', { timeout: 10_000 })
  })

  test('stops at once at a key that is not known', async () => {
    const before = provider.requests.length
    const run = await (await claude('Hello?', 'nobody')).ended
    expect(run.code).not.toBe(0)
    expect(run.stdout).toContain('401')
    expect(provider.requests.length).toBe(before)
  })

  test('waits out an overload, as it does without a gateway', async () => {
    provider.script([fail(529, { 'retry-after': '1' }), say()])
    expect(JSON.parse((await ask('Say hello.')).stdout)).toMatchObject({ result: 'Hello there.' })
  })
})
