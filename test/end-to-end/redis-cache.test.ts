import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { digestOf } from '../../runtime/identity/key-format.ts'
import { converse } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import { serve, temporaryFolder } from '../support/gwc.ts'
import { startRedis } from '../support/redis.ts'

const policy = `gwc 1
route { default use openai/gpt-4.1 }
cache {
  when temperature > 0.3  => off
  default                 => exact for 1h within team
}
`

test('two gateways share answers over Redis by team; when it dies they miss, and nobody notices', async () => {
  using first = temporaryFolder()
  using second = temporaryFolder()
  const redis = await startRedis()
  const provider = await startFakeProvider(converse())
  const keys = ['search', 'ads'].map((team) => ({ digest: digestOf(`key-${team}`), name: team, team }))
  const config = JSON.stringify({
    policy: 'main.route',
    keys,
    cache: { kind: 'redis', url: 'env:REDIS_URL' },
    providers: {
      openai: { dialect: 'openai', baseUrl: provider.baseUrl, accounts: [{ key: 'env:PROVIDER_KEY' }] },
    },
  })
  for (const { path } of [first, second]) {
    writeFileSync(join(path, 'main.route'), policy)
    writeFileSync(join(path, 'gateway.json'), config)
  }
  const env = { REDIS_URL: redis.url, PROVIDER_KEY: 'upstream-secret' }
  await using one = await serve([], first.path, env)
  await using two = await serve([], second.path, env)
  const ask = async (url: string, team: string, body: object = {}, headers = {}): Promise<string> => {
    const response = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer key-${team}`, ...headers },
      body: JSON.stringify({
        model: 'auto',
        temperature: 0,
        messages: [{ role: 'user', content: 'Hi.' }],
        ...body,
      }),
    })
    expect(await response.text()).toContain('Hello')
    const [layer] = response.headers.get('x-gwc-cache')?.split(';') ?? []
    return `${response.status} ${layer}`
  }
  expect(await ask(one.url, 'search')).toBe('200 miss')
  // Each serves what is kept once it has heard what the others have purged.
  const soon = { timeout: 10_000 }
  await expect.poll(() => ask(two.url, 'search'), soon).toBe('200 exact')
  await expect.poll(() => ask(one.url, 'search', { stream: true }), soon).toBe('200 exact')
  expect(await ask(two.url, 'ads')).toBe('200 miss')
  expect(await ask(two.url, 'search', { temperature: 0.9 })).toBe('200 off')
  expect(await ask(two.url, 'search', { temperature: null })).toBe('200 off')
  expect(await ask(one.url, 'search', {}, { 'cache-control': 'no-cache' })).toBe('200 miss')
  await redis.kill()
  expect(await ask(one.url, 'search')).toBe('200 miss')
  expect(await ask(two.url, 'search', { stream: true })).toBe('200 miss')
  expect(await ask(two.url, 'ads')).toBe('200 miss')
  await expect.poll(() => one.printed()).toContain("the cache's store does not answer")
  expect(one.printed().match(/the cache's store does not answer/g)).toHaveLength(1)
  expect(one.printed()).not.toContain('redis://')
  await provider.close()
})
