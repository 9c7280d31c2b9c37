import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider, Script } from '../support/fake-provider.ts'
import { capable, clientKey, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture, FixtureProvider } from '../support/gateway-fixture.ts'
import { strictly } from '../support/provider/rules/strictly.ts'
import { say } from '../support/provider/say.ts'
import type { Reached, Spoken } from './client.ts'

/** One column of docs/clients.md: a provider that speaks one API and no other. */
export interface ProviderColumn {
  readonly name: string
  readonly speaks: Spoken
  readonly model: string
  readonly dialect: NonNullable<FixtureProvider['dialect']>
}

export const providerColumns: readonly ProviderColumn[] = [
  { name: 'chat completions', speaks: 'openai-chat', model: 'openai/gpt-large', dialect: 'openai' },
  { name: 'Responses', speaks: 'openai-responses', model: 'openai/gpt-large', dialect: 'openai' },
  { name: 'messages', speaks: 'anthropic-messages', model: 'anthropic/claude', dialect: 'anthropic' },
  { name: 'Gemini', speaks: 'gemini-generate', model: 'google/gemini', dialect: 'gemini' },
]

/** A gateway that sends everything to one such provider, which takes only what the real one takes. */
export interface Bench {
  readonly column: ProviderColumn
  readonly provider: FakeProvider
  /** Replaces what the provider answers. */
  readonly script: (...next: readonly Script[]) => void
  readonly fixture: Fixture
  readonly reached: Reached
  readonly close: () => Promise<void>
}

/** Starts both. */
export async function startBench(column: ProviderColumn): Promise<Bench> {
  const { speaks, model, dialect } = column
  const provider = await startFakeProvider(say())
  const [name = ''] = model.split('/')
  const fixture = await startFixture(routeAll([stage(model)]), {
    providers: { [name]: { baseUrl: provider.baseUrl, dialect, speaks: [speaks] } },
    models: [capable(model)],
  })
  return {
    column,
    provider,
    script: (...next) => provider.script(next.map(strictly)),
    fixture,
    reached: { baseUrl: fixture.baseUrl, key: clientKey },
    close: async () => {
      await fixture.gateway.close()
      await provider.close()
    },
  }
}
