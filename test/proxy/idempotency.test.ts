import { afterEach, expect, test } from 'vitest'
import { Turns } from '../../runtime/idempotency/turns.ts'
import { digestOf, makeKey } from '../../runtime/identity/key-format.ts'
import { answer, error, stream } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { Script } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'

const otherKey = makeKey(() => Buffer.alloc(32, 9))
const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

async function gatewayOver(script: Script | readonly Script[]) {
  const provider = await startFakeProvider(script)
  open.push(provider.close)
  const fixture = await startFixture(routeAll([stage('up/m')]), {
    providers: { up: { baseUrl: provider.baseUrl } },
    keys: [clientKey, otherKey].map((key) => ({ digest: digestOf(key) })),
  })
  open.push(() => fixture.gateway.close())
  const ask = (once: string, content = 'hello', more: object = {}, key = clientKey): Promise<Response> =>
    fetch(`${fixture.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': once,
      },
      body: JSON.stringify({ model: 'auto', messages: [{ role: 'user', content }], ...more }),
    })
  return { provider, ask }
}

test('a request that comes again with its key gets the answer that it had, and is billed once', async () => {
  const { provider, ask } = await gatewayOver([answer('first'), answer('second')])
  const first = await (await ask('a')).json()
  const again = await ask('a')
  expect(await again.json()).toEqual(first)
  expect(again.headers.get('x-gwc-cost')).toBe('0')
  expect(provider.bill).toHaveLength(1)
})

test('its key stays here: of two tenants that chose the same one a provider would take one for the other', async () => {
  const { provider, ask } = await gatewayOver(answer('hi'))
  await (await ask('a')).text()
  expect(provider.requests[0]!.headers).not.toHaveProperty('idempotency-key')
})

test('a stream comes again as a stream', async () => {
  const { provider, ask } = await gatewayOver([stream(['one', ' two']), answer('second')])
  expect(await (await ask('a', 'hello', { stream: true })).text()).toContain('[DONE]')
  const again = await (await ask('a', 'hello', { stream: true })).text()
  expect(again).toContain('two')
  expect(again).toContain('[DONE]')
  expect(provider.bill).toHaveLength(1)
})

test('the same key with another body is refused', async () => {
  const { ask } = await gatewayOver(answer('hi'))
  await (await ask('a')).text()
  const other = await ask('a', 'something else')
  expect(other.status).toBe(422)
  expect(await other.json()).toMatchObject({ error: { code: 'idempotency_key_reused' } })
})

test('while the first is under way, the second is told to wait', async () => {
  let go: (() => void) | undefined
  const { provider, ask } = await gatewayOver(async (exchange) => {
    await new Promise<void>((resolve) => (go = resolve))
    await answer('slow')(exchange)
  })
  const first = ask('a')
  await expect.poll(() => go).toBeDefined()
  const second = await ask('a')
  expect(second.status).toBe(409)
  expect(second.headers.get('retry-after')).toBe('1')
  go?.()
  expect((await first).status).toBe(200)
  expect((await ask('a')).status).toBe(200)
  expect(provider.bill).toHaveLength(1)
})

test('what failed may be tried again', async () => {
  const { provider, ask } = await gatewayOver([error(400), answer('now')])
  expect((await ask('a')).status).toBe(400)
  expect((await ask('a')).status).toBe(200)
  expect(provider.requests).toHaveLength(2)
})

test('the keys of two tenants never meet', async () => {
  const { provider, ask } = await gatewayOver([answer('mine'), answer('yours')])
  expect(await (await ask('a')).text()).toContain('mine')
  expect(await (await ask('a', 'hello', {}, otherKey)).text()).toContain('yours')
  expect(provider.bill).toHaveLength(2)
})

test('an answer is kept for a day', () => {
  let now = 0
  const turns = new Turns(1 << 20, () => now)
  const first = turns.begin('k', 'a', 'x')
  if (first.kind === 'first') {
    first.keep({
      id: '1',
      status: 200,
      model: 'm',
      provider: 'p',
      body: Buffer.from('{}'),
      usage: undefined,
      storedAtMs: 0,
    })
    first.end()
  }
  now = 24 * 3_600_000 - 1
  expect(turns.begin('k', 'a', 'x').kind).toBe('answered')
  now++
  expect(turns.begin('k', 'a', 'x').kind).toBe('first')
})
