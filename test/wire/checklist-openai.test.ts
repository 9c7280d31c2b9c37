import { gzipSync, zstdCompressSync } from 'node:zlib'
import OpenAI, { AuthenticationError } from 'openai'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { capable, clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { httpChunk, lastChunk, streamHead, whole } from '../support/provider/http-bytes.ts'
import { hello } from '../support/provider/said.ts'
import { eventsOf, fail, say, wholeOf } from '../support/provider/say.ts'
import { rawExchange } from '../support/raw-socket.ts'

/** wire.md's checklist for OpenAI's dialects, line by line: what real clients need of the wire. */

let provider: FakeProvider
let fixture: Fixture
let root: string

beforeAll(async () => {
  provider = await startFakeProvider(say())
  fixture = await startFixture(routeAll([stage('openai/large')]), {
    providers: { openai: { baseUrl: provider.baseUrl } },
    models: [capable('openai/large'), capable('openai/vectors', { kind: 'embedding' })],
  })
  root = `http://127.0.0.1:${fixture.gateway.port}`
})

beforeEach(() => provider.script(say()))

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

interface Api {
  readonly name: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

const chat: Api = {
  name: 'chat',
  path: '/v1/chat/completions',
  body: { model: 'auto', messages: [{ role: 'user', content: 'Hi' }] },
}
const responses: Api = { name: 'responses', path: '/v1/responses', body: { model: 'auto', input: 'Hi' } }
const completions: Api = {
  name: 'completions',
  path: '/v1/completions',
  body: { model: 'auto', prompt: 'Hi' },
}
const embeddings: Api = {
  name: 'embeddings',
  path: '/v1/embeddings',
  body: { model: 'vectors', input: 'Hi' },
}
const apis = [chat, responses, completions, embeddings]
const streaming = [chat, responses, completions]

/** Asks by fetch, with the key as OpenAI's clients send it unless the headers say otherwise. */
function ask(
  { path, body }: Api,
  more: object = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${root}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...body, ...more }),
  })
}

const lastRequest = () => provider.requests.at(-1)!

describe('transport', () => {
  test.each([
    ['authorization', `Bearer ${clientKey}`],
    ['x-api-key', clientKey],
    ['x-goog-api-key', clientKey],
  ])('1, 3: the key is taken as %s, and never goes upstream', async (name, value) => {
    const answer = await fetch(`${root}${chat.path}`, {
      method: 'POST',
      headers: { [name]: value },
      body: JSON.stringify(chat.body),
    })
    expect(answer.status).toBe(200)
    expect(lastRequest().rawHead).not.toContain(clientKey)
  })

  test.each(apis)('1, 3: the key is taken as ?key=, and never goes upstream: $name', async (api) => {
    const answer = await fetch(`${root}${api.path}?key=${clientKey}`, {
      method: 'POST',
      body: JSON.stringify(api.body),
    })
    expect(answer.status).toBe(200)
    expect(lastRequest().rawHead).not.toContain(clientKey)
  })

  test.each(apis)(
    '4, 5: an unknown key is a 401 in the shape of the route, not to be tried again: $name',
    async (api) => {
      const answer = await ask(api, {}, { authorization: 'Bearer gwc_unknown' })
      expect([answer.status, answer.headers.get('x-should-retry')]).toEqual([401, 'false'])
      expect(await answer.json()).toMatchObject({
        error: { type: 'authentication_error', code: 'invalid_api_key', param: null },
      })
    },
  )

  test('9: a WebSocket upgrade is answered with 426 at once', async () => {
    const upgrade = [
      'GET /v1/responses HTTP/1.1',
      'host: 127.0.0.1',
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
      'openai-beta: responses_websockets=2026-02-06',
    ]
    const answer = await rawExchange(fixture.gateway.port, `${upgrade.join('\r\n')}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 426 /)
  })

  test('10: HEAD /api/hello is no error of the gateway', async () => {
    expect((await fetch(`${root}/api/hello`, { method: 'HEAD' })).status).toBe(404)
  })

  test('11: an unknown route is a 404 in JSON', async () => {
    const answer = await fetch(`${root}/v1/images/generations`, { method: 'POST' })
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { error: expect.objectContaining({ code: 'not_found' }) },
    ])
  })

  test.each([
    ['GET', '/resp_1', 'kept by the provider'],
    ['POST', '/resp_1/cancel', 'kept by the provider'],
    ['POST', '/compact', 'compacted by the client'],
    ['POST', '/input_tokens', 'POST /v1/messages/count_tokens'],
    ['POST', '/constructor', 'kept by the provider'],
  ])('11: %s /v1/responses%s says what is served instead', async (method, path, why) => {
    const answer = await fetch(`${root}/v1/responses${path}`, { method })
    expect([answer.status, await answer.json()]).toEqual([
      404,
      {
        error: expect.objectContaining({
          code: 'not_found',
          message: expect.stringMatching(`^gwc serves POST /v1/responses and nothing below it: .*${why}`),
        }),
      },
    ])
  })

  test.each(apis)('12: bad JSON is a 400: $name', async ({ path }) => {
    const headers = { authorization: `Bearer ${clientKey}` }
    const answer = await fetch(`${root}${path}`, { method: 'POST', headers, body: '{"model":' })
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: expect.objectContaining({ type: 'invalid_request_error', code: 'invalid_json' }) },
    ])
  })

  test.each([
    ['13', 'gzip', gzipSync],
    ['14', 'zstd', zstdCompressSync],
  ])('%s: a request body in %s', async (_, encoding, pack) => {
    const answer = await fetch(`${root}${responses.path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${clientKey}`, 'content-encoding': encoding },
      body: new Uint8Array(pack(Buffer.from(JSON.stringify(responses.body)))),
    })
    expect(answer.status).toBe(200)
    expect(lastRequest().headers['content-encoding']).toBeUndefined()
    expect(JSON.parse(lastRequest().body.toString())).toEqual({ ...responses.body, model: 'large' })
  })

  test('15: a request body in chunks', async () => {
    const text = JSON.stringify(responses.body)
    const head = `POST /v1/responses HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${clientKey}\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n`
    const answer = await rawExchange(fixture.gateway.port, `${head}${httpChunk(text)}${lastChunk}`)
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  })

  test('16: a request body of 16 MiB and more', async () => {
    const answer = await ask(responses, { input: 'x'.repeat(17 * 1024 * 1024) })
    expect(answer.status).toBe(200)
    expect(lastRequest().body.length).toBeGreaterThan(16 * 1024 * 1024)
  })

  test.each(apis)('17: length and encoding match the bytes: $name', async (api) => {
    const answer = await ask(api)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(answer.headers.get('content-length')).toBe(String(bytes.length))
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(lastRequest().headers['accept-encoding']).toBe('identity')
  })

  test('18 to 21: of the provider’s headers the ids and the turn of Codex go down, its limits and its model stay', async () => {
    provider.script(async (exchange) =>
      exchange.write(
        whole(200, wholeOf(exchange, hello), {
          'x-request-id': 'req_1',
          'x-codex-turn-state': 'turn_2',
          'openai-model': 'gpt-other',
          'anthropic-ratelimit-requests-limit': '1',
          'x-ratelimit-limit-requests': '1',
          'set-cookie': 'a=b',
        }),
      ),
    )
    const answer = await ask(responses, {}, { 'x-codex-turn-state': 'turn_1', 'x-codex-turn-metadata': '{}' })
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-request-id': 'req_1',
      'x-codex-turn-state': 'turn_2',
    })
    for (const name of ['openai-model', 'anthropic-ratelimit-requests-limit', 'set-cookie'])
      expect(answer.headers.get(name), name).toBeNull()
    expect(lastRequest().headers['x-codex-turn-state']).toBe('turn_1')
    expect(lastRequest().headers['x-codex-turn-metadata']).toBeUndefined()
  })

  test('18: an error of ours has an id, too', async () => {
    const answer = await fetch(`${root}/v1/none`)
    expect(answer.headers.get('x-request-id')).toBe(answer.headers.get('x-gwc-request-id'))
  })

  test.each(apis)('22: a path prefix carries the project: $name', async (api) => {
    expect((await ask({ ...api, path: `/p/alpha${api.path}` })).status).toBe(200)
  })

  test('22: also before the list of models', async () => {
    const headers = { authorization: `Bearer ${clientKey}` }
    expect((await fetch(`${root}/p/alpha/v1/models`, { headers })).status).toBe(200)
  })

  test.each(apis)('23: unknown headers and betas do no harm: $name', async (api) => {
    const headers = { 'openai-beta': 'future=v9', 'x-unknown': 'yes', 'x-stainless-lang': 'js' }
    expect((await ask(api, {}, headers)).status).toBe(200)
    expect(lastRequest().headers).toMatchObject({ 'openai-beta': 'future=v9', 'x-stainless-lang': 'js' })
    expect(lastRequest().headers['x-unknown']).toBeUndefined()
  })
})

describe('streaming', () => {
  test.each(streaming)(
    '25, 26: events come as they are sent, as an event stream without a length: $name',
    async (api) => {
      provider.script(async (exchange) => {
        const events = eventsOf(exchange, { text: 'Hello there, dear friend.' })
        await exchange.write(streamHead)
        for (const [at, text] of events.entries()) {
          await exchange.write(httpChunk(text))
          // The rest waits until the client has had this much: a gateway that buffers never gets there.
          if (at === events.length - 3) await reached
        }
        await exchange.write(lastChunk)
      })
      let reach = (): void => undefined
      const reached = new Promise<void>((resolve) => (reach = resolve))
      const answer = await ask(api, { stream: true })
      expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
      expect(answer.headers.get('content-length')).toBeNull()
      let text = ''
      for await (const piece of answer.body!) {
        text += Buffer.from(piece as Uint8Array).toString()
        if (text.includes('dear')) reach()
      }
      expect(text).toContain(api === responses ? 'response.completed' : '[DONE]')
    },
  )

  test.each(streaming)('28: a provider that dies never looks complete: $name', async (api) => {
    provider.script(async (exchange) => {
      await exchange.write(streamHead)
      const events = eventsOf(exchange, { text: 'Hello there, dear friend.' })
      for (const text of events.slice(0, -2)) await exchange.write(httpChunk(text))
      exchange.rst()
    })
    const text = await (await ask(api, { stream: true })).text()
    expect(text).toContain('stream_truncated')
    expect(text).not.toMatch(/\[DONE\]|response\.completed/)
  })

  test.each(streaming)(
    '29 to 32, 35, 40, 41: what a provider sends in CRLF and by seven bytes arrives whole: $name',
    async (api) => {
      const said = { text: 'Grüße, 你好 👋.' }
      let sentText = ''
      provider.script(async (exchange) => {
        sentText = eventsOf(exchange, said).join('').replaceAll('\n', '\r\n')
        await exchange.write(streamHead)
        const bytes = Buffer.from(sentText)
        for (let at = 0; at < bytes.length; at += 7) {
          const piece = bytes.subarray(at, at + 7)
          await exchange.write(
            Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]),
          )
        }
        await exchange.write(lastChunk)
      })
      const options = api === responses ? {} : { stream_options: { include_usage: true } }
      const text = await (await ask(api, { stream: true, ...options })).text()
      expect(text).toBe(sentText)
      expect(text).toMatch(
        api === responses
          ? /response\.output_item\.done[^]*response\.completed/
          : /"finish_reason":"stop"[^]*\[DONE\]/,
      )
    },
  )

  test.each(apis)('36: an empty 200 is an error: $name', async (api) => {
    for (const body of ['', '{}', '<html>']) {
      provider.script(({ write }) => write(whole(200, body)))
      expect((await ask(api)).status, body).toBe(502)
    }
  })

  test.each(streaming)('36: and so is an empty stream: $name', async (api) => {
    provider.script(({ write }) => write(`${streamHead}${lastChunk}`))
    expect((await ask(api, { stream: true })).status).toBe(502)
  })

  test.each([chat, completions])(
    '38, 39: usage is sent to those who ask, and metered of all: $name',
    async (api) => {
      const asked = await (await ask(api, { stream: true, stream_options: { include_usage: true } })).text()
      expect(asked).toContain('"usage":{')
      const unasked = await (await ask(api, { stream: true })).text()
      expect(unasked).not.toContain('"usage":{')
      expect(fixture.traces.slice(-2).map(({ usage }) => usage?.output)).toEqual([5, 5])
    },
  )

  test.each(streaming)('42: an error before the first byte keeps its status: $name', async (api) => {
    provider.script(fail(422, {}, { message: 'No such voice.', code: 'bad_voice' }))
    const answer = await ask(api, { stream: true })
    expect([answer.status, await answer.json()]).toEqual([
      422,
      { error: expect.objectContaining({ message: 'No such voice.', code: 'bad_voice' }) },
    ])
  })

  test('51: one response id through all events', async () => {
    const text = await (await ask(responses, { stream: true })).text()
    expect(new Set([...text.matchAll(/"id":"(resp_[^"]*)"/g)].map(([, id]) => id)).size).toBe(1)
  })
})

describe('fidelity', () => {
  test.each(apis)('53: fields that gwc does not know survive: $name', async (api) => {
    await ask(api, { x_future: { deep: [1, 'é', null] } })
    expect(JSON.parse(lastRequest().body.toString())).toMatchObject({ x_future: { deep: [1, 'é', null] } })
  })

  test('63: embeddings keep their format and order', async () => {
    for (const encoding_format of ['float', 'base64']) {
      const sent = (await (await ask(embeddings, { input: ['b', 'a'], encoding_format })).json()) as {
        data: readonly { readonly index: number; readonly embedding: unknown }[]
      }
      expect(sent.data.map(({ index }) => index)).toEqual([0, 1])
      expect(sent.data.map(({ embedding }) => typeof embedding)).toEqual(
        encoding_format === 'float' ? ['object', 'object'] : ['string', 'string'],
      )
    }
  })
})

describe('errors', () => {
  test('71: a short retry-after is kept', async () => {
    provider.script(fail(400, { 'retry-after': '2' }))
    expect((await ask(responses)).headers.get('retry-after')).toBe('2')
  })

  test.each(apis)('73: a page of the provider becomes JSON: $name', async (api) => {
    provider.script(({ write }) =>
      write(whole(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' })),
    )
    const answer = await ask(api)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'application/json'])
    expect(await answer.json()).toMatchObject({ error: { code: 'upstream_error' } })
  })

  test.each(streaming)('74: the code context_length_exceeded is kept: $name', async (api) => {
    provider.script(fail(400, {}, { message: 'Too long.', code: 'context_length_exceeded' }))
    const answer = await ask(api)
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: expect.objectContaining({ code: 'context_length_exceeded' }) },
    ])
  })

  test('the SDK tells errors of ours by class', async () => {
    const client = new OpenAI({ apiKey: 'gwc_unknown', baseURL: `${root}/v1`, maxRetries: 0 })
    await expect(client.responses.create({ model: 'auto', input: 'Hi' })).rejects.toBeInstanceOf(
      AuthenticationError,
    )
  })
})
