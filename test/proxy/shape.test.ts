import { afterEach, describe, expect, test } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import { capable, clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import { say } from '../support/provider/say.ts'

const open: AsyncDisposable[] = []

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each[Symbol.asyncDispose]()
})

/** What the provider is sent of a request when the policy says `max_output 100` and the model writes at most `modelMax`, and what the client is warned of. */
async function sentAndWarned(
  path: string,
  body: object,
  modelMax: number,
  provider: string,
): Promise<readonly [unknown, string | null]> {
  const fake = await startFakeProvider(say())
  const shape = [{ allow: {}, action: { kind: 'shape', maxOutput: 100 } as const, rule: 'caps' }]
  const fixture = await startFixture(
    { ...routeAll([stage(`${provider}/large`)]), shape },
    {
      providers: { [provider]: { baseUrl: fake.baseUrl } },
      models: [capable(`${provider}/large`, { maxOutput: modelMax })],
    },
  )
  open.push({ [Symbol.asyncDispose]: fake.close }, fixture)
  const answer = await fetch(`${fixture.baseUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'auto', ...body }),
  })
  expect(answer.status, await answer.text()).toBe(200)
  return [JSON.parse(fake.requests[0]!.body.toString()), answer.headers.get('x-gwc-warnings')]
}

async function sent(path: string, body: object, modelMax = 1_000, provider = 'acme'): Promise<unknown> {
  return (await sentAndWarned(path, body, modelMax, provider))[0]
}

describe('`shape { max_output 100 }`', () => {
  test('adds the field by which the provider knows the cap', async () => {
    const messages = [{ role: 'user', content: 'Hi.' }]
    expect(await sent('/chat/completions', { messages })).toMatchObject({ max_tokens: 100 })
    expect(await sent('/chat/completions', { messages }, 1_000, 'groq')).toMatchObject({
      max_completion_tokens: 100,
    })
    expect(await sent('/responses', { input: 'Hi.' })).toMatchObject({ max_output_tokens: 100 })
    expect(await sent('/completions', { prompt: 'Hi.' })).toMatchObject({ max_tokens: 100 })
  })

  test("goes no higher than the model's own maximum", async () => {
    expect(await sent('/responses', { input: 'Hi.' }, 64)).toMatchObject({ max_output_tokens: 64 })
  })

  test('makes a model capable that could not write what was asked for', async () => {
    const asked = { input: 'Hi.', max_output_tokens: 5_000 }
    expect(await sent('/responses', asked)).toMatchObject({ max_output_tokens: 100 })
  })

  test('takes the thinking from a message that has no room left for it, and says so', async () => {
    const messages = [{ role: 'user', content: 'Hi.' }]
    const asked = { messages, max_tokens: 5_000, thinking: { type: 'enabled', budget_tokens: 2_000 } }
    expect(await sentAndWarned('/messages', asked, 1_000, 'acme')).toEqual([
      { messages, model: 'large', max_tokens: 100, thinking: { type: 'disabled' } },
      'dropped thinking',
    ])
    const { thinking: _, ...plain } = asked
    expect(await sentAndWarned('/messages', plain, 1_000, 'acme')).toEqual([
      { messages, model: 'large', max_tokens: 100 },
      null,
    ])
  })
})
