import Anthropic from '@anthropic-ai/sdk'
import OpenAI from 'openai'
import { afterEach, describe, expect, test } from 'vitest'
import { anthropicMessages } from '../../runtime/wire/anthropic-messages/dialect.ts'
import type { Dialect } from '../../runtime/wire/dialect.ts'
import { openaiResponses } from '../../runtime/wire/openai-responses/dialect.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { Exchange, FakeProvider, Script } from '../support/fake-provider.ts'
import { clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture, FixtureProvider } from '../support/gateway-fixture.ts'
import { aMessagesRequest } from '../support/arbitrary-messages.ts'
import { aResponsesRequest } from '../support/arbitrary-responses.ts'
import { fc } from '../support/fast-check.ts'
import { httpChunk, lastChunk, streamHead, whole } from '../support/provider/http-bytes.ts'
import { eventsOf, fail, isStreamed, say, wholeOf } from '../support/provider/say.ts'

const open: AsyncDisposable[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each[Symbol.asyncDispose]()
})

const thought = { reasoning: 'Let me think.', text: 'Hello there.' }
/** What the fake providers seal with, until it is made a seal of its maker. */
const plain = new RegExp(`c2VhbGVk|${Buffer.from(`signed:${thought.reasoning}`).toString('base64')}`, 'g')
const SEAL = 'sealed'

/** A provider that seals its thoughts for `maker`, and refuses those that another sealed. */
function sealing(maker: (exchange: Exchange) => string): Script {
  let made = 0
  return async (exchange) => {
    const own = `${SEAL}.${maker(exchange)}.`
    const body = exchange.request.body.toString()
    if (body.split(`${SEAL}.`).length !== body.split(own).length)
      return fail(400, {}, { message: 'this thought is another’s' })(exchange)
    const seal = `${own}${++made}`
    const sealed = (text: string): string => text.replace(plain, seal)
    if (!isStreamed(exchange))
      return exchange.write(
        whole(200, JSON.parse(sealed(JSON.stringify(wholeOf(exchange, thought)))) as object),
      )
    await exchange.write(streamHead)
    for (const event of eventsOf(exchange, thought)) await exchange.write(httpChunk(sealed(event)))
    await exchange.write(lastChunk)
  }
}

const byAccount = ({ request }: Exchange): string =>
  String(request.headers['authorization']).replace('Bearer ', '')

async function provider(script: Script): Promise<FakeProvider> {
  const started = await startFakeProvider(script)
  open.push({ [Symbol.asyncDispose]: started.close })
  return started
}

async function gateway(
  models: readonly string[],
  providers: Readonly<Record<string, FixtureProvider>>,
): Promise<Fixture> {
  const chain = models.map((model, at) =>
    stage(model, at === 0 ? [] : ['5xx', '429', 'overloaded', 'unavailable']),
  )
  const fixture = await startFixture(routeAll(chain), { providers })
  open.push(fixture)
  return fixture
}

const accounts = ['one', 'two', 'three', 'four']
const include = ['reasoning.encrypted_content' as const]

const openai = ({ baseUrl }: Fixture): OpenAI =>
  new OpenAI({ apiKey: clientKey, baseURL: baseUrl, maxRetries: 0 })

const anthropic = ({ baseUrl }: Fixture): Anthropic =>
  new Anthropic({ apiKey: clientKey, baseURL: baseUrl.replace('/v1', ''), maxRetries: 0 })

const accountsOf = ({ traces }: Fixture): readonly unknown[] =>
  traces.flatMap(({ attempts }) => attempts.map(({ account }) => account))

const lastBody = ({ requests }: FakeProvider): string => requests.at(-1)!.body.toString()

describe('reasoning that is encrypted for one of four accounts', () => {
  async function converse(fixture: Fixture, turns: number, streams: boolean): Promise<void> {
    const input: OpenAI.Responses.ResponseInput = [{ role: 'user', content: 'Hi.' }]
    for (let turn = 0; turn < turns; turn++) {
      const ask = { model: 'auto', input, store: false, include }
      const response = streams
        ? await openai(fixture).responses.stream(ask).finalResponse()
        : await openai(fixture).responses.create(ask)
      input.push(...(response.output as OpenAI.Responses.ResponseInput), { role: 'user', content: 'Go on.' })
    }
  }

  test.each([true, false])('comes back to the account that made it (streams: %s)', async (streams) => {
    const { baseUrl } = await provider(sealing(byAccount))
    const fixture = await gateway(['acme/large'], { acme: { baseUrl, accounts } })
    await converse(fixture, 8, streams)
    expect(new Set(accountsOf(fixture)).size).toBe(1)
    expect(fixture.traces.flatMap(({ warnings }) => warnings)).toEqual([])
  })

  test('is left out, and warned of, where that account is not to be had', async () => {
    const fake = await provider(sealing(byAccount))
    const fixture = await gateway(['acme/large'], { acme: { baseUrl: fake.baseUrl, accounts } })
    await converse(fixture, 1, false)
    const [home] = accountsOf(fixture)
    fake.script((exchange) =>
      byAccount(exchange) === accounts[Number(home)] ? fail(401)(exchange) : sealing(byAccount)(exchange),
    )
    const input = [
      { role: 'user' as const, content: 'Hi.' },
      { type: 'reasoning' as const, id: 'rs_1', summary: [], encrypted_content: sealOf(fake) },
      { role: 'user' as const, content: 'Go on.' },
    ]
    const { response } = await openai(fixture)
      .responses.create({ model: 'auto', input, store: false, include })
      .withResponse()
    expect(response.headers.get('x-gwc-warnings')).toBe('dropped input[].type=reasoning')
    expect(JSON.parse(lastBody(fake))).toMatchObject({
      input: [{ content: 'Hi.' }, { content: 'Go on.' }],
    })
  })

  /** The seal of the one thought that was made. */
  function sealOf({ requests }: FakeProvider): string {
    return `${SEAL}.${String(requests.at(-1)!.headers['authorization']).replace('Bearer ', '')}.1`
  }

  test('goes anywhere as it is where nobody knows who made it', async () => {
    const fake = await provider(say(thought))
    const fixture = await gateway(['acme/large'], { acme: { baseUrl: fake.baseUrl, accounts } })
    const item = { type: 'reasoning' as const, id: 'rs_1', summary: [], encrypted_content: 'unknown' }
    await openai(fixture).responses.create({ model: 'auto', input: [item], store: false })
    expect(JSON.parse(lastBody(fake))).toMatchObject({ input: [item] })
  })

  test('an item that is named by its id alone is sought at its maker only', async () => {
    const fake = await provider(say())
    const fixture = await gateway(['acme/large'], { acme: { baseUrl: fake.baseUrl, accounts } })
    const { output } = await openai(fixture).responses.create({ model: 'auto', input: 'Hi.' })
    const named = { type: 'item_reference' as const, id: output[0]!.id! }
    for (let turn = 0; turn < 8; turn++)
      await openai(fixture).responses.create({
        model: 'auto',
        input: [named, { role: 'user', content: 'Go on.' }],
      })
    expect(new Set(accountsOf(fixture)).size).toBe(1)
  })
})

describe('thoughts that one server of messages has signed', () => {
  async function world(): Promise<{
    readonly fixture: Fixture
    readonly first: FakeProvider
    readonly second: FakeProvider
  }> {
    const [first, second] = [await provider(sealing(() => 'first')), await provider(sealing(() => 'second'))]
    const dialect = 'anthropic' as const
    const fixture = await gateway(['anthropic/claude', 'deepseek/chat'], {
      anthropic: { baseUrl: first.baseUrl, dialect, accounts },
      deepseek: { baseUrl: second.baseUrl, dialect },
    })
    return { fixture, first, second }
  }

  const question = { model: 'auto', max_tokens: 100 }
  const hi = { role: 'user' as const, content: 'Hi.' }

  test.each([true, false])(
    'are left out, and warned of, where another answers (streams: %s)',
    async (streams) => {
      const { fixture, first, second } = await world()
      const ask = { ...question, messages: [hi] }
      const { content } = streams
        ? await anthropic(fixture).messages.stream(ask).finalMessage()
        : await anthropic(fixture).messages.create(ask)
      expect(JSON.stringify(content)).toContain(`${SEAL}.first.`)
      const messages = [hi, { role: 'assistant' as const, content }, hi]
      await anthropic(fixture).messages.create({ ...question, messages })
      expect(JSON.parse(lastBody(first))).toMatchObject({ messages })
      first.script(fail(503))
      const { response } = await anthropic(fixture)
        .messages.create({ ...question, messages })
        .withResponse()
      expect(response.headers.get('x-gwc-warnings')).toBe('dropped messages[].content[].type=thinking')
      expect(JSON.parse(lastBody(second))).toMatchObject({
        messages: [hi, { role: 'assistant', content: [{ type: 'text', text: 'Hello there.' }] }, hi],
      })
    },
  )

  test('is not counted where it cannot be read', async () => {
    const { fixture, first, second } = await world()
    const { content } = await anthropic(fixture).messages.create({ ...question, messages: [hi] })
    const messages = [hi, { role: 'assistant' as const, content }, hi]
    const ask = { model: question.model, messages }
    await anthropic(fixture).messages.countTokens(ask)
    expect(JSON.parse(lastBody(first))).toMatchObject({ messages })
    fixture.publish(routeAll([stage('deepseek/chat')]))
    const { input_tokens: counted } = await anthropic(fixture).messages.countTokens(ask)
    expect(counted).toBe(20)
    expect(lastBody(second)).not.toContain(SEAL)
  })

  test('a turn that held nothing else is left out whole', async () => {
    const { fixture, first, second } = await world()
    const { content } = await anthropic(fixture).messages.create({ ...question, messages: [hi] })
    first.script(fail(503))
    const alone = { role: 'assistant' as const, content: content.slice(0, 1) }
    await anthropic(fixture).messages.create({ ...question, messages: [hi, alone, hi] })
    expect(JSON.parse(lastBody(second))).toMatchObject({ messages: [hi, hi] })
  })
})

describe('a response that a provider of another API made', () => {
  test('cannot be continued by its id, and the client is told what to send', async () => {
    const { baseUrl } = await provider(say())
    const fixture = await gateway(['anthropic/claude'], { anthropic: { baseUrl, dialect: 'anthropic' } })
    const { id } = await openai(fixture).responses.create({ model: 'auto', input: 'Hi.' })
    const more = openai(fixture).responses.create({
      model: 'auto',
      input: 'Go on.',
      previous_response_id: id,
    })
    await expect(more).rejects.toMatchObject({
      status: 400,
      code: 'previous_response_not_found',
      param: 'previous_response_id',
      message: expect.stringContaining('send the whole input') as string,
    })
  })
})

const dialects: readonly (readonly [Dialect, fc.Arbitrary<object>, (body: never, drops: Drops) => object])[] =
  [
    [openaiResponses, aResponsesRequest, withoutItems],
    [anthropicMessages, aMessagesRequest, withoutBlocks],
  ]

type Drops = (seal: string) => boolean
type Item = { readonly type?: string; readonly [field: string]: unknown }

describe.each(dialects)('$name without seals', (dialect, requests, expected) => {
  test('is the same request without those thoughts, however it is spaced', () => {
    fc.assert(
      fc.property(requests, fc.func(fc.boolean()), fc.constantFrom(0, 2), (request, isDropped, space) => {
        const body = dialect.read(Buffer.from(JSON.stringify(request, undefined, space)))
        if ('kind' in body) throw new Error(body.message)
        const without = dialect.seals!.without(body, isDropped)
        expect(JSON.parse(without.toString())).toEqual(expected(request as never, isDropped))
      }),
    )
  })
})

function withoutItems(request: { readonly input: readonly Item[] | string }, drops: Drops): object {
  if (typeof request.input === 'string') return request
  const input = request.input.filter(({ type, encrypted_content: content, id }) => {
    const seal = content ?? id
    return type !== 'reasoning' || typeof seal !== 'string' || !drops(seal)
  })
  return { ...request, input }
}

function withoutBlocks(request: { readonly messages: readonly Item[] }, drops: Drops): object {
  const messages = request.messages.flatMap((message) => {
    const { content } = message as unknown as { readonly content: readonly Item[] | string }
    if (typeof content === 'string') return [message]
    const kept = content.filter(({ type, signature, data }) => {
      const seal = type === 'thinking' ? signature : type === 'redacted_thinking' ? data : undefined
      return typeof seal !== 'string' || seal === '' || !drops(seal)
    })
    return kept.length === 0 && content.length > 0 ? [] : [{ ...message, content: kept }]
  })
  return { ...request, messages }
}
