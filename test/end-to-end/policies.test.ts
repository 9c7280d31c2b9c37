import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { digestOf } from '../../runtime/identity/key-format.ts'
import { converse, error, whole } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import { serve, temporaryFolder, type Served } from '../support/gwc.ts'

const root = join(import.meta.dirname, '../../policies')
const canary = 'sk-canary-5f0c1d7e9b'
const open: (() => Promise<void> | void)[] = []

async function closeAll(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close()
}

interface World {
  readonly served: Served
  readonly provider: FakeProvider
}

/** `gwc serve` as its own process, obeying one of the policies that come with gwc; every provider is one scripted server. */
async function world(policy: string, script: Script, more: object): Promise<World> {
  const folder = temporaryFolder()
  const provider = await startFakeProvider(script)
  cpSync(join(root, policy), folder.path, { recursive: true })
  const names = ['openai', 'anthropic', 'google', 'bedrock', 'deepseek', 'mistral']
  const one = { dialect: 'openai', baseUrl: provider.baseUrl, accounts: [{ key: 'env:CANARY' }] }
  const config = {
    policy: 'main.route',
    providers: Object.fromEntries(names.map((name) => [name, one])),
    ...more,
  }
  writeFileSync(join(folder.path, 'gateway.json'), JSON.stringify(config))
  const served = await serve([], folder.path, { CANARY: canary })
  open.push(
    () => folder[Symbol.dispose](),
    provider.close,
    () => served[Symbol.asyncDispose](),
  )
  return { served, provider }
}

interface Told {
  readonly status: number
  readonly rule: string | null
  readonly message: string
  readonly headers: Headers
}

async function ask(
  { served }: World,
  key: string,
  headers: Record<string, string> = {},
  body: object = {},
): Promise<Told> {
  const response = await fetch(`${served.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, ...headers },
    body: JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'Hi.' }], ...body }),
  })
  const text = await response.text()
  const message = text.startsWith('{"error"')
    ? (JSON.parse(text) as { error: { message: string } }).error.message
    : text
  return {
    status: response.status,
    rule: response.headers.get('x-gwc-rule'),
    message,
    headers: response.headers,
  }
}

describe('policies/org, with static keys of its teams', () => {
  const teams = ['payments', 'research', 'platform', 'interns']
  const keys = [
    ...teams.map((team) => ({ digest: digestOf(`key-${team}`), name: team, org: 'acme', team })),
    { digest: digestOf('key-us'), name: 'us', team: 'platform', region: 'us' },
  ]
  let org: World
  beforeAll(async () => {
    org = await world('org', converse(), { keys })
  })
  afterAll(closeAll)

  test('each team has its own rule, and what comes first stands over all', async () => {
    expect(await ask(org, 'key-payments')).toMatchObject({
      status: 200,
      rule: 'teams/payments.route#payments.default',
    })
    expect(await ask(org, 'key-research')).toMatchObject({
      status: 200,
      rule: 'teams/research.route#research.default',
    })
    expect(await ask(org, 'key-platform')).toMatchObject({ status: 200, rule: 'main.route#quick' })
    expect(await ask(org, 'key-payments', { 'x-data-class': 'pii' })).toMatchObject({
      status: 200,
      rule: 'main.route#private_data',
    })
    expect(await ask(org, 'key-interns', {}, { model: 'anthropic/claude-opus-4.8' })).toMatchObject({
      status: 403,
      rule: 'main.route#guard:1',
      message: 'Interns may not ask for premium models. (main.route#guard:1)',
    })
    expect(await ask(org, 'key-platform', {}, { metadata: { latency: 'batch' } })).toMatchObject({
      rule: 'main.route#default',
    })
  })

  test('a value that a fact does not take: 400 that names where it comes from and what it takes', async () => {
    const before = org.provider.requests.length
    const header = await ask(org, 'key-platform', { 'x-data-class': 'ultra' })
    expect(header).toMatchObject({ status: 400, rule: 'gwc#facts' })
    expect(header.message).toContain('header `x-data-class` and takes one of none, internal, pii, secret')
    const metadata = await ask(org, 'key-platform', {}, { metadata: { latency: 'soon' } })
    expect(metadata.message).toContain('metadata `latency` and takes one of interactive, batch')
    expect(org.provider.requests.length).toBe(before)
  })

  test('what a key says is not for the request to say', async () => {
    const spoofs = {
      'x-data-class': 'pii',
      region: 'eu',
      'x-region': 'eu',
      'x-gwc-region': 'eu',
      team: 'payments',
    }
    expect(await ask(org, 'key-us', spoofs, { metadata: { region: 'eu', team: 'payments' } })).toMatchObject({
      status: 403,
      rule: 'main.route#guard:2',
    })
  })

  test('the key of the provider is in no answer and in no line of the log, whatever the provider says of it', async () => {
    const echo: Script = async ({ request, write }) => {
      const message = `wrong key: ${request.headers['authorization']}`
      await write(whole(statuses[org.provider.requests.length % statuses.length]!, { error: { message } }))
    }
    const statuses = [400, 401, 403, 404, 422, 429, 500, 503]
    org.provider.script(echo)
    for (const _ of statuses) expect((await ask(org, 'key-research')).message).not.toContain(canary)
    org.provider.script(error(400))
    await ask(org, canary)
    org.served.process.kill('SIGTERM')
    await expect.poll(() => org.served.printed()).toContain('"ended"')
    expect(org.served.printed()).toContain('teams/research.route')
    expect(org.served.printed()).not.toContain('canary')
  })
})

describe('policies/failover', () => {
  afterEach(closeAll)
  const anybody = { keys: 'open' }

  test('a stream goes to the spare at once, and is refused in the policy’s words when that is down too', async () => {
    const down = await world('failover', error(503), anybody)
    expect(await ask(down, 'x', {}, { stream: true })).toMatchObject({
      status: 503,
      rule: 'main.route#interactive',
      message: 'All providers are busy: try again in a minute. (main.route#interactive)',
    })
    expect(
      down.provider.requests.map(({ body }) => (JSON.parse(body.toString()) as { model: string }).model),
    ).toContain('gpt-4.1')
  })

  test('a rate limit does not drive batch work away from its model; an overload does', async () => {
    const models = (each: World): string[] =>
      each.provider.requests.map(({ body }) => (JSON.parse(body.toString()) as { model: string }).model)
    const limited = await world('failover', error(429, { 'retry-after': '0' }), anybody)
    expect(await ask(limited, 'x')).toMatchObject({ status: 429, rule: 'main.route#default' })
    expect(new Set(models(limited))).toEqual(new Set(['gpt-4.1']))
    const overloaded = await world(
      'failover',
      async (exchange) => {
        const { model } = JSON.parse(exchange.request.body.toString()) as { model: string }
        return model === 'gpt-4.1' ? error(529)(exchange) : converse('Spare.')(exchange)
      },
      anybody,
    )
    expect(await ask(overloaded, 'x')).toMatchObject({
      status: 200,
      message: expect.stringContaining('Spare.'),
    })
  })
})
