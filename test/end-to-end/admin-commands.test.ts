import { readFileSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answer } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import { gwc, serve, temporaryFolder } from '../support/gwc.ts'
import { adminKey } from '../support/watched-gateway.ts'

const policy = 'gwc 1\nroute {\n  default use acme/large\n}\n'
const env = { GWC_ADMIN_KEY: adminKey, ACME_KEY: 'upstream-secret' }

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function configOf(adminPort: number, baseUrl: string): object {
  return {
    policy: 'main.route',
    keys: 'open',
    admin: { listen: `127.0.0.1:${adminPort}`, key: 'env:GWC_ADMIN_KEY' },
    providers: {
      acme: {
        dialect: 'openai',
        baseUrl,
        accounts: [{ key: 'env:ACME_KEY' }],
        models: { large: { price: {} } },
      },
    },
  }
}

test('gwc status, requests and audit tell of a running gateway; a refused policy and a bent log give exit 3', async () => {
  using folder = temporaryFolder()
  const provider = await startFakeProvider(answer('Hello.'))
  const run = (...args: string[]): ReturnType<typeof gwc> => gwc(args, { cwd: folder.path, env })
  writeFileSync(join(folder.path, 'main.route'), policy)
  writeFileSync(
    join(folder.path, 'gateway.json'),
    JSON.stringify(configOf(await freePort(), provider.baseUrl)),
  )
  expect(run('status')).toMatchObject({
    code: 1,
    err: expect.stringContaining('is `gwc serve` running') as string,
  })

  await using served = await serve([], folder.path, env)
  const response = await fetch(`${served.url}/v1/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'hello' }] }),
  })
  const id = response.headers.get('x-gwc-request-id') ?? ''
  await response.text()

  const listed = run('requests')
  expect(listed.out).toContain(id)
  const whole = run('requests', id, '--json')
  expect(JSON.parse(whole.out)).toMatchObject({
    requestId: id,
    rule: 'main.route#default',
    model: 'acme/large',
  })
  expect(gwc(['why', '--log', '-'], { cwd: folder.path, env, input: whole.out }).out).toContain(
    'the log says the same: main.route#default',
  )

  expect(run('audit').out).toMatch(/^1 change; the chain holds/m)

  writeFileSync(join(folder.path, 'main.route'), policy.replace('acme/large', 'acme/absent'))
  await expect.poll(() => run('status', '--json').code, { timeout: 20_000, interval: 500 }).toBe(3)
  expect(run('status').out).toContain('THE NEWEST POLICY IS REFUSED')

  const audit = run('audit')
  expect(audit.code).toBe(0)
  expect(audit.out).toMatch(/start[^]*reload-refused[^]*the chain holds/)
  const log = join(folder.path, '.gwc/audit.jsonl')
  writeFileSync(log, readFileSync(log, 'utf8').replace('"start"', '"stamp"'))
  expect(run('audit')).toMatchObject({
    code: 3,
    err: expect.stringContaining('audit.jsonl:1: it is not') as string,
  })
  await provider.close()
})
