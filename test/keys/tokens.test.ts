import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import type { JWTPayload } from 'jose'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { jwtOf } from '../../runtime/config/jwt-config.ts'
import { isToken, openTokens } from '../../runtime/identity/tokens.ts'
import type { Identified } from '../../runtime/identity/keys.ts'
import { makeKey } from '../../runtime/identity/key-format.ts'
import { answer } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import { clientKey, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'

const issuer = 'https://login.example.com'
const claims = { team: 'groups', developer: 'email', cost_center: 'cc' }
const egress = { proxy: undefined, ca: [] }

/** An issuer's key, by its id, and what it publishes of it. */
async function signer(kid: string, alg = 'ES256') {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid, alg }
  const sign = (more: JWTPayload = {}): Promise<string> =>
    new SignJWT({ sub: 'ada', groups: 'payments', ...more })
      .setProtectedHeader({ alg, kid })
      .setIssuer(issuer)
      .setAudience('gwc')
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(privateKey)
  return { jwk, privateKey, sign }
}

const first = await signer('first')
const second = await signer('second')

/** Tokens by a clock and an issuer that the test moves. */
function world(published: readonly object[] = [first.jwk]) {
  const state = { nowMs: Date.now(), published, isDown: false, reads: 0 }
  const warnings: string[] = []
  const tokens = openTokens(
    { jwt: { issuer, audience: 'gwc', jwks: { file: 'unused' }, claims }, egress },
    {
      warn: (message) => warnings.push(message),
      clock: () => state.nowMs,
      load: async () => {
        state.reads++
        if (state.isDown) throw new Error('it is down')
        return JSON.stringify({ keys: state.published })
      },
    },
  )!
  return { state, warnings, identify: async (token: string): Promise<Identified> => tokens.identify(token) }
}

const reasonOf = (found: Identified): string => (found.ok ? 'ok' : found.reason)

describe('a token', () => {
  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('signed with %s tells who asks', async (alg) => {
    const { jwk, sign } = await signer('a', alg)
    const found = await world([jwk]).identify(await sign({ email: 'ada@example.com', cc: 42, org: 'other' }))
    expect(found).toEqual({
      ok: true,
      sources: undefined,
      identity: {
        key: `${issuer}#ada`,
        team: 'payments',
        developer: 'ada@example.com',
        claims: { cost_center: '42' },
        models: undefined,
      },
    })
  })

  test('whose claim is a list, or missing, tells no fact of it', async () => {
    const found = await world().identify(await first.sign({ groups: ['a', 'b'] }))
    expect(found.ok && 'team' in found.identity).toBe(false)
  })

  test('is refused where it is signed with no key, or with the public key as a secret', async () => {
    const { identify } = world()
    const none = new UnsecuredJWT({ sub: 'ada' })
      .setIssuer(issuer)
      .setAudience('gwc')
      .setExpirationTime('1h')
      .encode()
    const secret = new TextEncoder().encode(JSON.stringify(first.jwk))
    const shared = await new SignJWT({ sub: 'ada' })
      .setProtectedHeader({ alg: 'HS256', kid: 'first' })
      .setIssuer(issuer)
      .setAudience('gwc')
      .setExpirationTime('1h')
      .sign(secret)
    expect(reasonOf(await identify(`${none}x`))).toBe('unknown')
    expect(reasonOf(await identify(shared))).toBe('unknown')
  })

  test.each<[string, JWTPayload]>([
    ['another issuer', { iss: 'https://elsewhere.example.com' }],
    ['another audience', { aud: 'billing' }],
    ['no end', { exp: undefined as never }],
    ['a beginning to come', { nbf: Math.floor(Date.now() / 1000) + 300 }],
    ['no subject', { sub: undefined as never }],
  ])('with %s is refused', async (_, payload) => {
    const token = await new SignJWT({
      sub: 'ada',
      iss: issuer,
      aud: 'gwc',
      exp: Math.floor(Date.now() / 1000) + 600,
      ...payload,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'first' })
      .sign(first.privateKey)
    expect(reasonOf(await world().identify(token))).toBe('unknown')
  })

  test('of another key under the same id, or with one character bent, is refused', async () => {
    const { identify } = world([{ ...second.jwk, kid: 'first' }])
    expect(reasonOf(await identify(await first.sign()))).toBe('unknown')
    const token = await first.sign()
    const bent = token.replace(/\.(.)/, (_, char) => `.${char === 'e' ? 'f' : 'e'}`)
    expect(reasonOf(await world().identify(bent))).toBe('unknown')
  })

  test('is good for a minute beyond its end, and no longer, remembered or not', async () => {
    const { state, identify } = world()
    const token = await first.sign({})
    expect(reasonOf(await identify(token))).toBe('ok')
    state.nowMs += 10 * 60_000 + 30_000
    expect(reasonOf(await identify(token))).toBe('ok')
    state.nowMs += 35_000
    expect(reasonOf(await identify(token))).toBe('expired')
  })

  test('has a form that no key of gwc has', async () => {
    expect(isToken(await first.sign())).toBe(true)
    expect(isToken(makeKey())).toBe(false)
    expect(isToken('sk-proj-abc')).toBe(false)
  })
})

describe("the issuer's keys", () => {
  test('are read once for many tokens, and asked for an unknown one once a minute', async () => {
    const { state, identify } = world()
    await Promise.all(Array.from({ length: 20 }, async () => identify(await first.sign())))
    expect(state.reads).toBe(1)
    expect(reasonOf(await identify(await second.sign()))).toBe('unknown')
    expect(state.reads).toBe(1)
    state.published = [first.jwk, second.jwk]
    state.nowMs += 61_000
    expect(reasonOf(await identify(await second.sign()))).toBe('ok')
    expect(state.reads).toBe(2)
  })

  test('that are taken back are believed for ten minutes at most', async () => {
    const { state, identify } = world()
    expect(reasonOf(await identify(await first.sign()))).toBe('ok')
    state.published = [second.jwk]
    state.nowMs += 599_000
    const late = await first.sign({ exp: Math.floor(state.nowMs / 1000) + 3600 })
    expect(reasonOf(await identify(late))).toBe('ok')
    state.nowMs += 61_000
    expect(reasonOf(await identify(late))).toBe('unknown')
  })

  test('that are known go on while the issuer is down; a token of any other is not judged', async () => {
    const { state, warnings, identify } = world()
    expect(reasonOf(await identify(await first.sign()))).toBe('ok')
    state.isDown = true
    state.nowMs += 61_000
    expect(reasonOf(await identify(await second.sign()))).toBe('unverified')
    expect(reasonOf(await identify(await first.sign()))).toBe('ok')
    expect(warnings).toHaveLength(1)
  })
})

// ---------------------------------------------------------------------------------------------- on sockets

const served = { keys: [first.jwk], isDown: false }
const keyServer = createServer((_, response) => {
  response.writeHead(served.isDown ? 500 : 200)
  response.end(JSON.stringify({ keys: served.keys }))
})
await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve))
afterAll(() => keyServer.close())
const jwks = { url: `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/keys` }

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  served.isDown = false
  for (const close of open.splice(0).toReversed()) await close()
})

async function gateway(): Promise<Fixture> {
  const provider = await startFakeProvider(answer('hello'))
  const fixture = await startFixture(
    'gwc 1\nguard { deny "Not you." when team == "interns" }\nroute { default use openai/gpt-4.1-mini }',
    {
      providers: { openai: { baseUrl: provider.baseUrl } },
      config: { jwt: { issuer, audience: 'gwc', jwks, claims } },
    },
  )
  open.push(provider.close, () => fixture.gateway.close())
  return fixture
}

const ask = ({ baseUrl }: Fixture, path: string, headers: Record<string, string>, body?: object) =>
  fetch(baseUrl + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

const messages = [{ role: 'user', content: 'hello' }]
const chat = { model: 'auto', messages }

describe('a gateway with an issuer', () => {
  test('takes tokens where it takes keys, keys beside them, and decides by their claims', async () => {
    const fixture = await gateway()
    const bearer = { authorization: `Bearer ${await first.sign()}` }
    expect((await ask(fixture, '/chat/completions', bearer, chat)).status).toBe(200)
    expect((await ask(fixture, '/chat/completions', bearer, chat)).status).toBe(200)
    expect((await ask(fixture, '/models', bearer)).status).toBe(200)
    const counting = await ask(
      fixture,
      '/messages/count_tokens',
      { 'x-api-key': await first.sign() },
      { model: 'openai/gpt-4.1-mini', messages },
    )
    expect(counting.status).toBe(200)
    const byKey = { authorization: `Bearer ${clientKey}` }
    expect((await ask(fixture, '/chat/completions', byKey, chat)).status).toBe(200)
    const intern = { authorization: `Bearer ${await first.sign({ groups: 'interns' })}` }
    expect((await ask(fixture, '/chat/completions', intern, chat)).status).toBe(403)
    expect(fixture.bugs).toEqual([])
  })

  test('refuses a token whose own amount for a budget is none, in place of giving it the default', async () => {
    const provider = await startFakeProvider(answer('hello'))
    const policy =
      'gwc 1\nbudget own per month per key from key.allowance default $100\nroute { default use openai/gpt-4.1-mini }'
    const fixture = await startFixture(policy, {
      providers: { openai: { baseUrl: provider.baseUrl } },
      config: { jwt: { issuer, audience: 'gwc', jwks, claims: { allowance: 'budget' } } },
    })
    open.push(provider.close, () => fixture.gateway.close())
    const status = async (more: JWTPayload): Promise<number> => {
      const bearer = { authorization: `Bearer ${await first.sign(more)}` }
      return (await ask(fixture, '/chat/completions', bearer, { ...chat, max_tokens: 10 })).status
    }
    for (const budget of ['12 dollars', '', -1, ['5'], { usd: 5 }]) expect(await status({ budget })).toBe(403)
    for (const budget of ['$12.50', 12.5, null]) expect(await status({ budget })).toBe(200)
    expect(await status({})).toBe(200)
    const { text } = await ask(
      fixture,
      '/chat/completions',
      { authorization: `Bearer ${await first.sign({ budget: 'much' })}` },
      chat,
    ).then(async (response) => ({ text: await response.text() }))
    expect(text).toContain('Budget `own` takes its amount from the claim `allowance`')
  })

  test('answers 401 in the words of the caller, to be sent no second time', async () => {
    const fixture = await gateway()
    const token = await second.sign()
    const response = await ask(
      fixture,
      '/messages',
      { 'x-api-key': token },
      {
        model: 'auto',
        max_tokens: 5,
        messages,
      },
    )
    expect(response.status).toBe(401)
    expect(response.headers.get('x-should-retry')).toBe('false')
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ type: 'error', error: { type: 'authentication_error' } })
    expect(text).not.toContain(token.slice(0, 20))
  })

  test('answers 503 while it cannot read the keys', async () => {
    served.isDown = true
    const fixture = await gateway()
    const response = await ask(
      fixture,
      '/chat/completions',
      { authorization: `Bearer ${await first.sign()}` },
      chat,
    )
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(fixture.warnings.join()).toContain("the issuer's keys cannot be read: their server answered 500")
  })
})

describe('`jwt` of gateway.json', () => {
  const place = { file: '/etc/gwc/gateway.json', shown: 'gateway.json', env: {}, readFile: () => '' }
  const problemsOf = (jwt: object, keys: 'open' | 'required' = 'required') =>
    jwtOf({ keys, jwt: { issuer, audience: 'gwc', jwks: 'file:keys.json', ...jwt } }, place).problems.map(
      ({ path }) => path,
    )

  test.each([
    ['http://login.example.com/keys', ['jwt.jwks']],
    ['https://ada:secret@login.example.com/keys', ['jwt.jwks']],
    ['keys.json', ['jwt.jwks']],
    ['https://login.example.com/keys', []],
    ['http://127.0.0.1:9/keys', []],
    ['file:keys.json', []],
  ])('takes no keys over a way that somebody may change: %s', (url, expected) => {
    expect(problemsOf({ jwks: url })).toEqual(expected)
  })

  test('is refused beside "open", and where a claim would tell what the gateway tells', () => {
    expect(problemsOf({}, 'open')).toEqual(['jwt'])
    expect(problemsOf({ claims: { models: 'm', team: 't' } })).toEqual(['jwt.claims.models'])
  })
})
