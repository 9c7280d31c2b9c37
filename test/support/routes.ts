import { pathOf } from '../../runtime/wire/dialect.ts'
import type { DialectName } from '../../runtime/wire/dialect.ts'
import { dialects } from '../../runtime/wire/dialects.ts'

/** A request of each API, as plain as it can be. */
const bodies: Readonly<Record<DialectName, object>> = {
  'openai-chat': { model: 'auto', messages: [{ role: 'user', content: 'Hi.' }] },
  'openai-responses': { model: 'auto', input: 'Hi.' },
  'openai-completions': { model: 'auto', prompt: 'Hi.' },
  'openai-embeddings': { model: 'acme/vectors', input: 'Hi.' },
  'anthropic-messages': { model: 'auto', max_tokens: 10, messages: [{ role: 'user', content: 'Hi.' }] },
  'gemini-generate': { model: 'models/auto', contents: [{ role: 'user', parts: [{ text: 'Hi.' }] }] },
  'gemini-embed': { model: 'models/vectors', content: { parts: [{ text: 'Hi.' }] } },
  'gemini-embed-batch': {
    model: 'models/vectors',
    requests: [{ content: { parts: [{ text: 'Hi.' }] } }],
  },
}

/** One path whose requests the policy decides, and a valid request for it. */
export interface RouteUnderTest {
  readonly dialect: DialectName
  readonly path: string
  /** The same as a provider serves it, by its own names of models. */
  readonly upstream: string
  /** How its bodies name a model. */
  readonly namesModel: (name: string) => string
  readonly body: object
  readonly text: string
  /** Whether its answers may be streams. */
  readonly streams: boolean
}

/** Every path whose requests the policy decides. */
export const routes: readonly RouteUnderTest[] = Object.values(dialects).map((dialect) => ({
  upstream: `/v1${pathOf(dialect, dialect.endpoint === 'embeddings' ? 'vectors' : 'large', false)}`,
  namesModel: (name) => (dialect.name.startsWith('gemini') ? `models/${name}` : name),
  dialect: dialect.name,
  path: `/v1${pathOf(dialect, dialect.endpoint === 'embeddings' ? 'acme/vectors' : 'auto', false)}`,
  body: bodies[dialect.name],
  text: JSON.stringify(bodies[dialect.name]),
  streams: dialect.endpoint !== 'embeddings',
}))

/** One of them for each way to read a body. */
export const readers: readonly RouteUnderTest[] = routes.filter(
  (route, at) =>
    routes.findIndex((each) => dialects[each.dialect].read === dialects[route.dialect].read) === at,
)
