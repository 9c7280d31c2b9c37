import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import type { Status } from '../../runtime/admin/status.ts'
import { createKey, revokeKey } from '../../runtime/keys/change-keys.ts'
import { openKeyFile } from '../../runtime/keys/key-file.ts'
import { openLedger } from '../../runtime/money/ledger.ts'
import { answer } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { Script } from '../support/fake-provider.ts'
import { noteFigure } from '../support/figures.ts'
import { gwc, serve, temporaryFolder } from '../support/gwc.ts'
import { childrenOf } from '../support/pool.ts'
import { freePort } from '../support/redis.ts'
import { seriesOf } from '../support/watched-gateway.ts'

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

/** gpt-4.1-mini with ten tokens of output: 40 bytes of prompt and constants bound its input. */
const asking = { model: 'auto', max_tokens: 10, messages: [{ role: 'user', content: 'hello' }] }

const adminKey = 'an-admin-key-of-the-tests-0123456789'

async function pool(
  policy: string,
  script: Script = answer('hello'),
  workers = 4,
  keys: 'open' | 'required' = 'open',
) {
  const adminPort = await freePort()
  const provider = await startFakeProvider(script)
  open.push(provider.close)
  const folder = temporaryFolder()
  open.push(() => folder[Symbol.dispose]())
  const write = (text: string): void => writeFileSync(join(folder.path, 'main.route'), `gwc 1\n${text}\n`)
  write(policy)
  const config = {
    policy: 'main.route',
    keys,
    admin: { listen: `127.0.0.1:${adminPort}`, key: 'env:GWC_ADMIN_KEY' },
    providers: { openai: { dialect: 'openai', baseUrl: provider.baseUrl, accounts: [{ key: 'env:KEY' }] } },
  }
  writeFileSync(join(folder.path, 'gateway.json'), JSON.stringify(config))
  const served = await serve(['--workers', String(workers)], folder.path, {
    KEY: 'sk-test',
    GWC_ADMIN_KEY: adminKey,
  })
  open.push(() => served[Symbol.asyncDispose]())
  const ask = (body: object = asking, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${served.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close', ...headers },
      body: JSON.stringify(body),
    })
  const rows = () => {
    const ledger = openLedger(join(folder.path, '.gwc/gwc.db'))
    const entries = [...ledger.entries({})]
    ledger.close()
    return entries
  }
  const admin = (path: string): Promise<string> =>
    fetch(`http://127.0.0.1:${adminPort}${path}`, {
      headers: { authorization: `Bearer ${adminKey}` },
    }).then((response) => response.text())
  const metrics = (): Promise<string> => admin('/metrics')
  return { folder: folder.path, provider, served, ask, write, rows, admin, metrics }
}

/** Processes start, compile and die in their own time. */
const soon = { timeout: 20_000 }

const route = 'route { default use openai/gpt-4.1-mini }'

/** Asks until the store has answered in time: 503 is what one that does not comes to, and nobody is let in for want of an answer. */
async function askUntilAnswered(ask: () => Promise<Response>): Promise<number> {
  const { status } = await ask()
  return status === 503 ? askUntilAnswered(ask) : status
}

test.each([1, 4])(
  'M01 M02 of 1,000 requests at once on a budget with room for 10, exactly 10 are admitted by workers: %i',
  { timeout: 120_000 },
  async (workers) => {
    let release: (() => void) | undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const hello: Script = async (exchange) => {
      await held
      await answer('hello')(exchange)
    }
    const { ask, provider, rows, metrics } = await pool(
      `budget b $0.00074 per month\n${route}`,
      hello,
      workers,
    )
    const statuses: number[] = []
    const asked = Array.from({ length: 1_000 }, async () => statuses.push(await askUntilAnswered(ask)))
    await expect.poll(() => statuses.length + provider.requests.length, { timeout: 60_000 }).toBe(1_000)
    release?.()
    await Promise.all(asked)
    expect(statuses.filter((status) => status === 200)).toHaveLength(10)
    expect(statuses.filter((status) => status === 402)).toHaveLength(990)
    expect(provider.bill).toHaveLength(10)
    // A hold whose answer came late was let go of, and is a row of its own.
    const sent = () => rows().filter(({ outcome }) => outcome !== 'unsent')
    await expect.poll(() => sent().map(({ outcome }) => outcome), soon).toEqual(Array(10).fill('complete'))
    expect(Math.floor(740_000 / sent()[0]!.boundNanos)).toBe(10)
    const full = async () =>
      seriesOf(await metrics()).get('gwc_denied_total{kind="budget",name="b",reason="full"}')
    await expect.poll(full, soon).toBe(990)
    const spent = rows().reduce((sum, { certainNanos }) => sum + certainNanos, 0)
    expect(seriesOf(await metrics()).get('gwc_budget_spent_dollars{name="b",of="",mode="hard"}')).toBe(
      spent / 1e9,
    )
  },
)

test('S07 a key that is revoked under load is refused by every worker', { timeout: 60_000 }, async () => {
  const { folder, ask } = await pool(route, answer('hello'), 4, 'required')
  const file = openKeyFile(join(folder, '.gwc/keys.db'))
  open.push(() => file.close())
  const who = { actor: 'tests', nowMs: Date.now() }
  const { secret } = createKey(file, { name: 'ci' }, who, new Set())
  /** Answers in the order in which they were asked for. Each connection goes to any worker: none is left out by so many. */
  const answers: { readonly atMs: number; readonly status: number }[] = []
  const asksUntil = async (isOver: () => boolean): Promise<void> => {
    while (!isOver()) {
      const atMs = performance.now()
      const { status } = await ask(asking, { authorization: `Bearer ${secret}` })
      answers.push({ atMs, status })
    }
  }
  const all = (status: number): boolean =>
    answers.length >= 60 && answers.slice(-60).every((each) => each.status === status)
  await Promise.all(Array.from({ length: 4 }, () => asksUntil(() => all(200))))
  revokeKey(file, 'ci', who)
  const revokedMs = performance.now()
  await Promise.all(Array.from({ length: 4 }, () => asksUntil(() => all(401))))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 401]))
  const lastMs = Math.max(...answers.filter(({ status }) => status === 200).map(({ atMs }) => atMs))
  noteFigure(
    'S07 a key that is revoked under load, 4 workers',
    `asked for the last time with success ${Math.max(0, lastMs - revokedMs).toFixed(0)} ms later (the promise: 1,000), by ${answers.length} requests`,
  )
})

test('a threshold is told of once, whichever of them passed it', { timeout: 60_000 }, async () => {
  const { ask, metrics, served } = await pool(`budget b $0.01 per month warn at 0.01%\n${route}`)
  const statuses = await Promise.all(Array.from({ length: 20 }, () => ask().then(({ status }) => status)))
  expect(new Set(statuses)).toEqual(new Set([200]))
  await expect.poll(metrics, soon).toMatch(/gwc_threshold_passed_total\{kind="budget",name="b"\} 1\n/)
  await expect.poll(() => served.printed().match(/budget b has passed/g), soon).toHaveLength(1)
})

test(
  'what one of them knows, all tell: an answer of an `idempotency-key`, how providers fare, a store that cannot be written',
  { timeout: 60_000 },
  async () => {
    const { ask, admin, provider, folder, served } = await pool(
      `budget b $1 per month\n${route}`,
      answer('hello'),
      2,
    )
    const once = (): Promise<number> =>
      ask(asking, { 'idempotency-key': 'the same' }).then(({ status }) => status)
    expect(await once()).toBe(200)
    // Each comes on a connection of its own, so to any of them; what was just answered may be under way for a moment more.
    for (let i = 0; i < 8; i++) await expect.poll(once).toBe(200)
    expect(provider.bill).toHaveLength(1)

    const status = async (): Promise<Status> => JSON.parse(await admin('/status')) as Status
    const models = { 'openai/gpt-4.1-mini': { state: 'closed', underWay: 0 } }
    await expect
      .poll(async () => (await status()).providers, soon)
      .toMatchObject([{ name: 'openai', accounts: [{ account: 0, models }] }])

    const ready = async (): Promise<ReadonlySet<number>> => {
      const asked = Array.from({ length: 6 }, () =>
        fetch(`${served.url}/readyz`, { headers: { connection: 'close' } }),
      )
      return new Set((await Promise.all(asked)).map((response) => response.status))
    }
    await expect.poll(ready, soon).toEqual(new Set([200]))
    const other = new DatabaseSync(join(folder, '.gwc/gwc.db'))
    other.exec('BEGIN IMMEDIATE')
    expect((await ask()).status).toBe(503)
    await expect.poll(ready, soon).toEqual(new Set([503]))
    expect(await status()).toMatchObject({ ready: false, draining: false })
    expect(await admin('/readyz')).toBe('{"status":"store_unavailable"}')
    other.exec('ROLLBACK')
    other.close()
    await expect.poll(ready, soon).toEqual(new Set([200]))
    expect((await ask()).status).toBe(200)
  },
)

test(
  'a worker that is killed is replaced, and what it held becomes uncertain',
  { timeout: 60_000 },
  async () => {
    const { ask, served, rows, provider } = await pool(
      `budget b $1 per month\n${route}`,
      async (exchange) => {
        exchange.bill()
        if (exchange.request.body.includes('stay')) return exchange.wait(60_000)
        await answer('hello')(exchange)
      },
      2,
    )
    const before = childrenOf(served.process.pid!)
    expect(before).toHaveLength(2)
    const cut = ask({ ...asking, messages: [{ role: 'user', content: 'stay' }] }).catch(() => undefined)
    await expect.poll(() => provider.bill.length).toBe(1)
    for (const pid of before) process.kill(pid, 'SIGKILL')
    expect(await cut).toBeUndefined()
    await expect
      .poll(
        () =>
          ask().then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 20_000 },
      )
      .toBe(200)
    expect(childrenOf(served.process.pid!)).toHaveLength(2)
    await expect.poll(() => rows().length, soon).toBe(2)
    const [lost, answered] = rows()
    expect(lost).toMatchObject({ outcome: 'uncertain', certainNanos: 0, uncertainNanos: lost?.boundNanos })
    expect(answered).toMatchObject({ outcome: 'complete', uncertainNanos: 0 })
  },
)

test('a new policy reaches every worker, and a drain lets each finish', { timeout: 60_000 }, async () => {
  let release: (() => void) | undefined
  const { ask, served, write, provider } = await pool(route, async (exchange) => {
    if (exchange.request.body.includes('slow')) await new Promise<void>((resolve) => (release = resolve))
    await answer('hello')(exchange)
  })
  const model = (): Promise<string | null> => ask().then(({ headers }) => headers.get('x-gwc-model'))
  write('route { default use openai/gpt-5.4-nano }')
  await expect.poll(model, soon).toBe('openai/gpt-5.4-nano')
  for (let i = 0; i < 20; i++) expect(await model()).toBe('openai/gpt-5.4-nano')
  const slow = ask({ ...asking, messages: [{ role: 'user', content: 'slow' }] })
  await expect.poll(() => release).toBeDefined()
  const workers = childrenOf(served.process.pid!)
  served.process.kill('SIGTERM')
  await expect
    .poll(() =>
      ask().then(
        () => 'answered',
        () => 'refused',
      ),
    )
    .toBe('refused')
  release?.()
  expect((await slow).status).toBe(200)
  await expect.poll(() => served.process.exitCode, soon).toBe(0)
  for (const pid of workers) expect(() => process.kill(pid, 0)).toThrow()
  expect(provider.openConnections).toBe(0)
})

test(
  'a port or a folder that other workers serve is refused: clients or policies would be shared with them unasked',
  { timeout: 60_000 },
  async () => {
    const { served, folder } = await pool(route, answer('hello'), 2)
    const config = JSON.parse(readFileSync(join(folder, 'gateway.json'), 'utf8')) as object
    const { host } = new URL(served.url)
    const serveOther = (path: string, policy: string) => {
      const other = { ...config, policy, admin: undefined, store: { kind: 'memory' } }
      writeFileSync(join(folder, path), JSON.stringify(other))
      const args = ['serve', '--config', path, '--workers', '2', '--listen', host]
      return gwc(args, { cwd: folder, env: { KEY: 'sk-test' } })
    }
    mkdirSync(join(folder, 'beside'))
    expect(serveOther('beside/gateway.json', '../main.route')).toMatchObject({
      code: 1,
      err: expect.stringContaining(`cannot listen on ${host}`),
    })
    // In the same folder each would take the other's policies for its own.
    expect(serveOther('other.json', 'main.route')).toMatchObject({
      code: 1,
      err: expect.stringContaining('another gwc serves from'),
    })
  },
)

test('when the process that started them is killed, the workers end too', { timeout: 60_000 }, async () => {
  const { served } = await pool(route)
  const workers = childrenOf(served.process.pid!)
  expect(workers).toHaveLength(4)
  served.process.kill('SIGKILL')
  const isAlive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  await expect.poll(() => workers.filter(isAlive), soon).toEqual([])
})
