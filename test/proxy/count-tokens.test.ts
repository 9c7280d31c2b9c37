import { afterEach, describe, expect, test } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import { asked, clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { fail, say } from '../support/provider/say.ts'

const open: AsyncDisposable[] = []

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each[Symbol.asyncDispose]()
})

async function world(
  script: Script | readonly Script[],
  dialect: 'openai' | 'anthropic' = 'anthropic',
  stages = [stage('anthropic/claude')],
): Promise<{ readonly provider: FakeProvider; readonly fixture: Fixture }> {
  const provider = await startFakeProvider(script)
  const providers = { anthropic: { baseUrl: provider.baseUrl, dialect } }
  const fixture = await startFixture(routeAll(stages), { providers })
  open.push({ [Symbol.asyncDispose]: provider.close }, fixture)
  return { provider, fixture }
}

const request = {
  model: 'claude',
  system: 'You are brief.',
  messages: [{ role: 'user', content: 'Hello?' }],
}

function count(
  { baseUrl }: Fixture,
  body: object = request,
  path = '/messages/count_tokens',
): Promise<Response> {
  return fetch(`${baseUrl}${path}`, {
    method: 'POST',
    headers: { 'x-api-key': clientKey, 'anthropic-version': '2023-06-01', 'anthropic-beta': 'a-1,b-2' },
    body: JSON.stringify(body),
  })
}

async function estimated(answer: Response): Promise<number> {
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-gwc-estimated')).toBe('true')
  return ((await answer.json()) as { input_tokens: number }).input_tokens
}

describe('POST /v1/messages/count_tokens', () => {
  test('asks the provider of the model that the policy chose, with query and betas as sent', async () => {
    const { provider, fixture } = await world(say())
    const answer = await count(fixture, request, '/messages/count_tokens?beta=true')
    expect(await answer.json()).toEqual({ input_tokens: 20 })
    expect(answer.headers.get('x-gwc-model')).toBe('anthropic/claude')
    expect(provider.requests[0]).toMatchObject({
      path: '/v1/messages/count_tokens?beta=true',
      headers: { 'anthropic-beta': 'a-1,b-2', 'x-api-key': 'upstream-secret' },
    })
    expect(fixture.traces[0]).toMatchObject({ cost: 0, status: 200 })
  })

  test('counts here, system and tools too, where no provider of the chain speaks this API', async () => {
    const { provider, fixture } = await world(say(), 'openai')
    const bare = await estimated(await count(fixture, { ...request, system: '' }))
    const whole = await estimated(await count(fixture))
    const tools = [{ name: 'weather', description: 'Tells the weather of a town.', input_schema: {} }]
    expect(whole).toBeGreaterThan(bare)
    expect(await estimated(await count(fixture, { ...request, tools }))).toBeGreaterThan(whole)
    expect(provider.requests).toHaveLength(0)
  })

  test('takes 26 at once, beside the answers', async () => {
    const { fixture } = await world(say())
    const answers = await Promise.all(Array.from({ length: 26 }, () => count(fixture)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 26 }, () => 200))
  })

  test.each([404, 401, 429, 500, 529])(
    'counts here after a %i, which says nothing against the model',
    async (status) => {
      const { provider, fixture } = await world(fail(status))
      for (let i = 0; i < 4; i++) await estimated(await count(fixture))
      provider.script(say())
      const message = await count(fixture, { ...request, max_tokens: 5 }, '/messages')
      expect(message.status, await message.text()).toBe(200)
    },
  )

  test("passes on what the provider says of the request itself, in the provider's own words", async () => {
    const { fixture } = await world(fail(400, {}, { type: 'invalid_request_error', message: 'no such role' }))
    const answer = await count(fixture)
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: { message: 'no such role' } }])
  })

  test('refuses a model that is not served with 404', async () => {
    const { fixture } = await world(say(), 'anthropic', [asked])
    const unknown = await count(fixture, { ...request, model: 'no-such-model' })
    expect([unknown.status, await unknown.json()]).toMatchObject([
      404,
      { type: 'error', error: { type: 'not_found_error', code: 'model_not_found' } },
    ])
  })
})

describe('errors on /messages', () => {
  test('where no model can take the request it is a 403, which Claude Code tries once', async () => {
    const { fixture } = await world(say(), 'openai')
    const answer = await count(fixture, { ...request, max_tokens: 5, container: 'c1' }, '/messages')
    expect(answer.headers.get('x-should-retry')).toBe('false')
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { type: 'error', error: { type: 'permission_error', code: 'no_capable_model' } },
    ])
  })

  test('come in the shape of the route though the request never got there', async () => {
    const { fixture } = await world(say())
    const answer = await fetch(`${fixture.baseUrl}/messages?model=x`, { method: 'POST', body: '{}' })
    expect(await answer.json()).toMatchObject({ type: 'error', error: { code: 'unknown_query' } })
  })
})
