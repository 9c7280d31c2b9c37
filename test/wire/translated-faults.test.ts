import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { asked, capable, routeAll, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { wide } from '../support/provider/bent-streams.ts'
import { hello } from '../support/provider/said.ts'
import { scriptNamed } from '../support/provider/scripts-by-name.ts'
import type { ScriptName } from '../support/provider/scripts-by-name.ts'
import { say } from '../support/provider/say.ts'
import { askIn, tongues } from '../support/tongues.ts'
import type { Told, Tongue } from '../support/tongues.ts'

/** A model of each provider, and the one tongue that it speaks. */
const models = [
  { id: 'deepseek/chat', tongue: 'chat completions' },
  { id: 'anthropic/claude', tongue: 'messages' },
  { id: 'google/gemini', tongue: 'generateContent' },
  { id: 'other/gpt', tongue: 'responses' },
] as const

let provider: FakeProvider
let fixture: Fixture

beforeAll(async () => {
  provider = await startFakeProvider(say())
  const { baseUrl } = provider
  fixture = await startFixture(routeAll([asked], { ambiguous: 'never' }), {
    providers: {
      deepseek: { baseUrl },
      anthropic: { baseUrl, dialect: 'anthropic' },
      google: { baseUrl, dialect: 'gemini' },
      other: { baseUrl, speaks: ['openai-responses'] },
    },
    models: models.map(({ id }) => capable(id)),
  })
})

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

/** Each tongue on each provider that does not speak it. */
const pairs = tongues
  .filter(({ name }) => name !== 'legacy completions')
  .flatMap((tongue) =>
    models
      .filter(({ tongue: spoken }) => spoken !== tongue.name)
      .map(({ id }) => ({ name: tongue.name, model: id, tongue })),
  )

describe.each(pairs)('$name on $model', ({ tongue, model }) => {
  function under(name: ScriptName, stream = true): Promise<Told> {
    provider.script(scriptNamed(name))
    const translated: Tongue = { ...tongue, ask: { ...tongue.ask, model } }
    return askIn(fixture, translated, stream)
  }

  test.each(['cut-by-end', 'cut-by-reset', 'cut-at-eof', 'no-terminal', 'error-event'] as const)(
    'a stream with %s does not look complete',
    async (fault) => {
      const { text, isWhole } = await under(fault)
      expect(text).not.toContain(tongue.terminal)
      expect(text).toMatch(tongue.failed)
      expect(isWhole).toBe(tongue.breaks !== true)
    },
  )

  test.each([
    ['sliced-crlf', wide.text!],
    ['mixed-line-ends', hello.text!],
    ['no-final-blank', hello.text!],
    ['byte-order-mark', hello.text!],
  ] as const)('a stream with %s is told whole, to the last letter', async (bend, said) => {
    const { text } = await under(bend)
    expect(text).toContain(tongue.terminal)
    expect(text).not.toMatch(tongue.failed)
    expect(String(tongue.dialect.assemble(Buffer.from(text)))).toContain(said)
  })

  test.each(['error-event-with-key', 'echoed-key-400'] as const)('%s: our key stays here', async (fault) => {
    const { text } = await under(fault)
    expect(text).not.toContain('upstream-secret')
  })

  test.each(['empty-answer', 'empty-object'] as const)('%s is no answer', async (fault) => {
    expect((await under(fault, false)).status).toBe(502)
  })

  test('an error keeps its status, in the form of the client', async () => {
    const { status, text } = await under('422', false)
    expect(status).toBe(422)
    expect(JSON.parse(text)).toMatchObject({ error: { message: 'made up 422' } })
  })
})
