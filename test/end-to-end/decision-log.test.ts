import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digestOf } from '../../runtime/identity/key-format.ts'
import { openLog } from '../../runtime/log.ts'
import type { Log } from '../../runtime/log.ts'
import { loadGateway } from '../../runtime/config/load-gateway.ts'
import { startGateway } from '../../runtime/gateway.ts'
import { openMemoryStore } from '../../runtime/money/open-memory-store.ts'
import type { RunningGateway } from '../../runtime/gateway.ts'
import { openPolicy } from '../../runtime/reload.ts'
import { policySource } from '../../cli/policy-source.ts'
import type { TrafficLogEntry } from '../../schemas/generated/traffic-log.ts'
import { validate } from '../../schemas/generated/traffic-log.validate.js'
import { answer, stream } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { clientKey } from '../support/gateway-fixture.ts'
import { gwc, temporaryFolder } from '../support/gwc.ts'

/** Facts of every source decide here, and every level of `log`. */
const policy = `gwc 1
facts "own.facts.json"

guard {
  deny "Interns may not ask for premium models." when team == "interns" and model == acme/large
}

route {
  rule secrets   when prompt contains "password" or prompt contains "api key"  use acme/large
  rule project   when project_name == "apollo"                                use acme/small
  rule cold      when temperature < 0.2                                       use acme/small
  rule long      when input_tokens > 50                                       use acme/large
  rule named     when has session                                             use acme/small
  default                                                                     use acme/large
}

log {
  when prompt contains "off the record"  => off
  when prompt contains "password"        => metadata
  when stream or temperature < 0.2       => content
  when project_name == "apollo"          => content sample 50%
  default                                => metadata
}
`

const facts = {
  type: 'object',
  properties: { project_name: { type: 'string', 'x-gwc': { from: 'header:x-project', default: 'none' } } },
}

interface Asked {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
  readonly text?: string
}

/** Requests that every rule of the policy decides. */
const requests: readonly Asked[] = [
  {},
  { text: 'my PASSWORD is prompt-canary' },
  { text: 'what is an Api Key?' },
  { headers: { 'x-project': 'apollo' } },
  { headers: { 'x-project': 'zeus' } },
  { body: { temperature: 0.1 } },
  { body: { temperature: 0.2 } },
  { body: { stream: true } },
  { text: 'long '.repeat(100) },
  { headers: { 'session-id': 's-1' } },
  { body: { model: 'acme/large' } },
  { body: { model: 'nowhere/unknown' } },
  { text: 'this is off the record' },
]

const folder = temporaryFolder()
const lines: TrafficLogEntry[] = []
const outputs: string[] = []
let provider: FakeProvider
let gateway: RunningGateway
let interns: string

const logPath = join(folder.path, 'traffic.ndjson')
const contentFolder = join(folder.path, '.gwc/content')

beforeAll(async () => {
  provider = await startFakeProvider(async (exchange) =>
    exchange.request.body.includes('"stream":true')
      ? stream(['An answer', ' of upstream-secret.'])(exchange)
      : answer('An answer of upstream-secret.')(exchange),
  )
  interns = `${clientKey.slice(0, -1)}x`
  writeFileSync(join(folder.path, 'main.route'), policy)
  writeFileSync(join(folder.path, 'own.facts.json'), JSON.stringify(facts))
  writeFileSync(join(folder.path, 'key'), 'upstream-secret')
  writeFileSync(join(folder.path, 'gateway.json'), JSON.stringify(gatewayJson()))
  gateway = await serve()
  for (const asked of requests) await ask(asked)
  await ask({ body: { temperature: 0.1 } }, clientKey, 'messages/count_tokens')
  await ask({ body: { model: 'acme/large' } }, interns)
  await ask({}, 'gwc_unknown')
  await gateway.close()
  for (const line of outputs.join('').split('\n').filter(Boolean)) {
    const entry = JSON.parse(line) as TrafficLogEntry
    if (validate(entry)) lines.push(entry)
  }
  writeFileSync(logPath, outputs.join(''))
})

afterAll(async () => {
  await provider.close()
  folder[Symbol.dispose]()
})

function gatewayJson(): object {
  const model = { price: { input: 1, output: 2 }, context: 100_000, tools: true }
  return {
    policy: 'main.route',
    listen: '127.0.0.1:0',
    keys: [
      { digest: digestOf(clientKey), name: 'tester', team: 'payments' },
      { digest: digestOf(interns), name: 'intern', team: 'interns' },
    ],
    providers: {
      acme: {
        dialect: 'openai',
        baseUrl: provider.baseUrl,
        accounts: [{ key: 'file:key' }],
        models: { large: model, small: model },
      },
    },
  }
}

async function serve(): Promise<RunningGateway> {
  const loaded = loadGateway(join(folder.path, 'gateway.json'))
  if (!loaded.ok) throw new Error(loaded.message)
  const log: Log = openLog('info', { write: (text) => void outputs.push(text) })
  const opened = await openPolicy(policySource(loaded.gateway), loaded.gateway, log)
  if (!opened.ok) throw new Error(opened.message)
  return startGateway({
    cell: opened.cell,
    log,
    money: openMemoryStore({ writing: () => undefined, alarm: () => undefined }),
  })
}

async function ask(
  { headers = {}, body = {}, text = 'hello' }: Asked,
  key = clientKey,
  route = 'chat/completions',
): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${gateway.port}/v1/${route}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: text }], ...body }),
  })
  await response.text()
}

const decided = (): readonly TrafficLogEntry[] => lines.filter(({ rule }) => rule !== 'gwc#undecided')
const isCount = ({ operation }: TrafficLogEntry): boolean => operation === 'count_tokens'
const idsOf = (some: readonly { readonly requestId: string }[]): readonly string[] =>
  some.map(({ requestId }) => requestId).toSorted()

interface Kept {
  readonly requestId: string
  readonly request: string
  readonly answer: string
}

function contents(): readonly Kept[] {
  return readdirSync(contentFolder)
    .flatMap((file) => readFileSync(join(contentFolder, file), 'utf8').split('\n'))
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Kept)
}

test('every rule decided some request, and each request has its line but those that are off', () => {
  expect(new Set(decided().map(({ rule }) => rule.replace(/^main\.route#/, '')))).toEqual(
    new Set(['secrets', 'project', 'cold', 'long', 'named', 'default', decided().at(-1)?.rule.split('#')[1]]),
  )
  const counted = 1
  expect(lines).toHaveLength(requests.length + counted + 2 - 1)
  expect(lines.at(-1)).toMatchObject({ rule: 'gwc#undecided', status: 401, error: 'invalid_api_key' })
})

test('no word of a prompt, no answer and no secret is in the log', () => {
  expect(outputs.join('')).not.toMatch(/canary|off the record|An answer|upstream-secret|gwc_/)
})

test('`gwc why --log` decides a logged request by the rule that the log names', () => {
  const [first, second] = decided()
  for (const entry of [first, second, decided().at(-1)].filter((each) => each !== undefined)) {
    const args = ['why', '--log', logPath, '--request', entry.requestId, '--policy', folder.path, '--json']
    const { code, out } = gwc(args)
    expect({ code, rule: (JSON.parse(out) as { rule?: string }).rule }).toEqual({
      code: 0,
      rule: entry.rule.split('#')[1],
    })
  }
})

test('without --request all of them at once; a policy that decides some otherwise is told, with exit 10', () => {
  const { code, out } = gwc(['why', '--log', logPath, '--policy', folder.path])
  expect({ code, out }).toMatchObject({
    code: 0,
    out: expect.stringContaining(`${decided().length} requests`) as string,
  })
  const other = temporaryFolder()
  writeFileSync(
    join(other.path, 'main.route'),
    policy.replace('temperature < 0.2                 ', 'temperature < 0.05                '),
  )
  writeFileSync(join(other.path, 'own.facts.json'), JSON.stringify(facts))
  const config = join(folder.path, 'gateway.json')
  const changed = gwc(['why', '--log', logPath, '--policy', other.path, '--config', config, '--json'])
  expect(changed.code).toBe(10)
  expect(JSON.parse(changed.out)).toMatchObject({
    differing: 2,
    requestsThatDiffer: [
      { was: 'main.route#cold', now: 'default' },
      { was: 'main.route#cold', now: 'default' },
    ],
  })
  other[Symbol.dispose]()
})

test('a count of tokens says that it is one; each attempt says at which account, and never by which key', () => {
  expect(lines.filter(isCount)).toMatchObject([
    { operation: 'count_tokens', facts: { endpoint: 'messages' }, rule: 'main.route#cold', cost: 0 },
  ])
  const answered = lines.filter(({ attempts }) => attempts !== undefined)
  expect(answered.length).toBeGreaterThan(0)
  for (const { attempts } of answered) expect(attempts).toMatchObject([{ provider: 'acme', account: 0 }])
})

test('`gwc diff --log` weighs a change with the same requests, but for what was only counted and what no policy saw', () => {
  const other = temporaryFolder()
  writeFileSync(
    join(other.path, 'main.route'),
    policy.replace('rule cold      when temperature < 0.2 ', 'rule cold      when temperature < 0.05'),
  )
  writeFileSync(join(other.path, 'own.facts.json'), JSON.stringify(facts))
  const config = join(folder.path, 'gateway.json')
  const { code, out } = gwc(['diff', folder.path, other.path, '--config', config, '--log', logPath, '--json'])
  expect(code).toBe(10)
  expect(JSON.parse(out)).toMatchObject({
    log: { requests: decided().filter((entry) => !isCount(entry)).length, changed: { requests: 1 } },
  })
  other[Symbol.dispose]()
})

describe('content', () => {
  test('is kept of the requests whose row says so, of a share of them where it says that, and of no other', () => {
    const always = decided().filter(
      (entry) =>
        !isCount(entry) && (entry.facts['stream'] === true || Number(entry.facts['temperature'] ?? 1) < 0.2),
    )
    const kept = idsOf(contents())
    const apollo = decided().find(({ rule }) => rule.endsWith('#project'))?.requestId ?? ''
    expect(kept.filter((id) => id !== apollo)).toEqual(idsOf(always))
    expect(always).toHaveLength(2)
  })

  test('is what was said and answered, without a secret of the gateway', () => {
    for (const { request, answer: answered } of contents()) {
      expect(JSON.parse(request)).toMatchObject({ messages: [{ content: 'hello' }] })
      expect(answered).toContain('[redacted]')
      expect(answered).not.toContain('upstream-secret')
    }
  })

  test('is for the user of the gateway alone', () => {
    expect(statSync(contentFolder).mode & 0o777).toBe(0o700)
    for (const file of readdirSync(contentFolder))
      expect(statSync(join(contentFolder, file)).mode & 0o777).toBe(0o600)
    expect(existsSync(logPath)).toBe(true)
  })
})
