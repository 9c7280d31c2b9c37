import type { Policy } from '../compiler/typed.ts'
import { suggest } from '../core/did-you-mean.ts'
import type { Catalogue } from '../core/catalogue.ts'
import type { FactValue } from '../core/types.ts'
import type { RequestView } from '../runtime/contracts.ts'
import { anonymous } from '../runtime/identity/keys.ts'
import { readerOf, RefusedValue } from '../runtime/table/facts.ts'
import { nothingCounted } from '../runtime/table/state.ts'
import type { Dialect } from '../runtime/wire/dialect.ts'
import { dialects } from '../runtime/wire/dialects.ts'
import { ToolFailure } from './tool-failure.ts'

/** Whether a JSON object is the body of POST /v1/chat/completions rather than a list of facts. */
export const isChatRequest = (given: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(given.messages)

/** The dialect of an endpoint by its name, as the fact `endpoint` has it. */
export function dialectOf(endpoint: string): Dialect {
  const all = Object.values(dialects)
  const found = all.find((each) => each.endpoint === endpoint)
  if (found !== undefined) return found
  const names = [...new Set(all.map((each) => each.endpoint))]
  const near = suggest(endpoint, names)
  throw new ToolFailure(
    `there is no endpoint \`${endpoint}\`${near === undefined ? '' : `; did you mean \`${near}\`?`} A request file is one of ${names.join(', ')}`,
  )
}

/** The facts of a request of that dialect, by the very readers that the proxy uses. Who asks and when is not in a body: those facts are left out. */
export function factsFromBody(
  text: string,
  { endpoint, read }: Dialect,
  policy: Policy,
  models: Catalogue,
): Record<string, FactValue> {
  const body = read(Buffer.from(text))
  if ('kind' in body) throw new ToolFailure(`the proxy would refuse this request: ${body.message}`)
  const view: RequestView = {
    id: 'why',
    endpoint,
    headers: {},
    from: { remoteAddress: undefined },
    pathProject: undefined,
    identity: anonymous,
    body,
  }
  const state = { env: 'prod', hour: 0, weekday: 'mon', models, ...nothingCounted }
  const facts: Record<string, FactValue> = {}
  for (const row of policy.facts.values()) {
    if (row.source === 'identity' || row.source === 'state' || row.source === 'deployment') continue
    const value = readerOf({ fact: row.name, type: row.type, origin: row.origin })(view, state)
    if (value instanceof RefusedValue)
      throw new ToolFailure(`the proxy would refuse this request: ${value.outcome.message}`)
    if (value !== undefined) facts[row.name] = value
  }
  return facts
}
