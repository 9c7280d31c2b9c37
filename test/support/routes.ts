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
}

/** One path whose requests the policy decides, and a valid request for it. */
export interface RouteUnderTest {
  readonly dialect: DialectName
  readonly path: string
  readonly body: object
  readonly text: string
  /** Whether its answers may be streams. */
  readonly streams: boolean
}

/** Every path whose requests the policy decides. */
export const routes: readonly RouteUnderTest[] = Object.values(dialects).map((dialect) => ({
  dialect: dialect.name,
  path: `/v1${pathOf(dialect, 'auto', false)}`,
  body: bodies[dialect.name],
  text: JSON.stringify(bodies[dialect.name]),
  streams: dialect.name !== 'openai-embeddings',
}))
