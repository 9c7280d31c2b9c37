import OpenAI from 'openai'
import { afterEach, describe, expect, test } from 'vitest'
import { digestOf } from '../../runtime/identity/key-format.ts'
import { answerId } from '../../runtime/wire/openai-responses/answer-id.ts'
import { memoryHomes } from '../../runtime/upstream/answer-homes.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { Exchange, FakeProvider, Script } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { httpChunk, lastChunk, streamHead, whole } from '../support/provider/http-bytes.ts'
import { hello } from '../support/provider/said.ts'
import { eventsOf, fail, isStreamed, wholeOf } from '../support/provider/say.ts'

const open: AsyncDisposable[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each[Symbol.asyncDispose]()
})

const otherKey = `${clientKey.slice(0, -1)}x`

/** Names the account that a request came by. */
const accountOf = ({ request }: Exchange): string =>
  String(request.headers['authorization']).replace('Bearer ', '')

/** A provider as OpenAI is: an account has the responses that it made, and no others. */
function provider(): Script {
  const made = new Map<string, string>()
  return async (exchange) => {
    const asked = JSON.parse(exchange.request.body.toString()) as { previous_response_id?: string }
    const { previous_response_id: previous } = asked
    if (previous !== undefined && made.get(previous) !== accountOf(exchange))
      return fail(400, {}, { code: 'previous_response_not_found' })(exchange)
    const id = `resp_${made.size + 1}`
    made.set(id, accountOf(exchange))
    if (!isStreamed(exchange)) return exchange.write(whole(200, { ...wholeOf(exchange, hello), id }))
    await exchange.write(streamHead)
    for (const event of eventsOf(exchange, hello))
      await exchange.write(httpChunk(event.replaceAll('"resp_1"', JSON.stringify(id))))
    await exchange.write(lastChunk)
  }
}

async function world(
  names: readonly string[] = ['acme'],
  script = provider,
): Promise<{ readonly fixture: Fixture; readonly providers: readonly FakeProvider[] }> {
  const providers = await Promise.all(names.map(() => startFakeProvider(script())))
  const accounts = ['one', 'two', 'three', 'four']
  const fixture = await startFixture(
    routeAll(
      names.map((name, at) => stage(`${name}/large`, at === 0 ? [] : ['5xx'])),
      { retries: 2, backoffMinMs: 1, backoffMaxMs: 2 },
    ),
    {
      providers: Object.fromEntries(
        names.map((name, at) => [name, { baseUrl: providers[at]!.baseUrl, accounts }]),
      ),
      keys: [
        { digest: digestOf(clientKey), name: 'tester' },
        { digest: digestOf(otherKey), name: 'other' },
      ],
    },
  )
  open.push(...providers.map((each) => ({ [Symbol.asyncDispose]: each.close })), fixture)
  return { fixture, providers }
}

const clientOf = ({ baseUrl }: Fixture, apiKey = clientKey): OpenAI =>
  new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0 })

const placesOf = ({ traces }: Fixture): readonly unknown[] =>
  traces.map(({ attempts }) => attempts.map(({ provider: name, account }) => `${name} ${account}`))

describe('a request that continues a response', () => {
  test('goes to the account that made it, turn after turn, where four share the traffic', async () => {
    const { fixture } = await world()
    const client = clientOf(fixture)
    let previous: string | undefined
    for (let turn = 0; turn < 12; turn++) {
      const continued = previous === undefined ? {} : { previous_response_id: previous }
      const response = await client.responses.create({ model: 'auto', input: 'Hi.', ...continued })
      previous = response.id
    }
    expect(new Set(placesOf(fixture).flat()).size).toBe(1)
  })

  test('so does one that continues a stream', async () => {
    const { fixture } = await world()
    const client = clientOf(fixture)
    let previous: string | undefined
    for (let turn = 0; turn < 12; turn++) {
      const continued = previous === undefined ? {} : { previous_response_id: previous }
      const events = await client.responses.create({
        model: 'auto',
        input: 'Hi.',
        stream: true,
        ...continued,
      })
      for await (const event of events) if (event.type === 'response.completed') previous = event.response.id
    }
    expect(previous).toBe('resp_12')
    expect(new Set(placesOf(fixture).flat()).size).toBe(1)
  })

  test('stays with it through failures: neither another account nor another provider has the response', async () => {
    const { fixture, providers } = await world(['acme', 'other'])
    const client = clientOf(fixture)
    const { id } = await client.responses.create({ model: 'auto', input: 'Hi.' })
    const [home] = placesOf(fixture).flat() as readonly string[]
    providers[0]!.script([fail(503), fail(503), provider()])
    await client.responses
      .create({ model: 'auto', input: 'Go on.', previous_response_id: id })
      .catch(() => undefined)
    await expect.poll(() => fixture.traces.length).toBe(2)
    expect(new Set(placesOf(fixture).flat())).toEqual(new Set([home]))
    expect(fixture.traces[1]?.attempts).toHaveLength(3)
    expect(providers[1]!.requests).toHaveLength(0)
  })

  test('of another key, or unknown, goes where any request goes, and its provider says that it is not there', async () => {
    const { fixture } = await world()
    const { id } = await clientOf(fixture).responses.create({ model: 'auto', input: 'Hi.' })
    const asOther = clientOf(fixture, otherKey)
    const went = new Set<unknown>()
    for (const previous of Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? id : `resp_none_${at}`))) {
      await asOther.responses
        .create({ model: 'auto', input: 'Hi.', previous_response_id: previous })
        .catch(() => undefined)
    }
    await expect.poll(() => fixture.traces.length).toBe(25)
    for (const place of placesOf(fixture).slice(1).flat()) went.add(place)
    expect(went.size).toBeGreaterThan(1)
  })
})

test('the id of an answer is read at its beginning, and nowhere else', () => {
  expect(answerId(Buffer.from('{ "id": "resp_1", "object": "response" }'))).toBe('resp_1')
  const created = 'event: response.created\ndata: {"type":"response.created","response":{"id":"resp_2"}}\n\n'
  expect(answerId(Buffer.from(created))).toBe('resp_2')
  expect(answerId(Buffer.from(`{"text":"${'x'.repeat(5_000)}","id":"resp_3"}`))).toBeUndefined()
})

test('the homes of answers are bounded: what was unused for longest goes first', () => {
  const homes = memoryHomes(2)
  const home = { provider: 'acme', account: 0, server: 'http://127.0.0.1', isTranslated: false }
  for (const id of ['a', 'b']) homes.keep('key', id, home)
  expect(homes.find('key', 'a')).toEqual(home)
  homes.keep('key', 'c', home)
  expect(['a', 'b', 'c'].map((id) => homes.find('key', id) !== undefined)).toEqual([true, false, true])
})
