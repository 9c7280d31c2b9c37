import { resolveModel } from '../../core/model-names.ts'
import type { FactValue } from '../../core/types.ts'
import { clientAddress } from '../front/client-address.ts'
import type { Identity, RefusedOutcome, RequestView } from '../contracts.ts'
import type { LinkedAxis } from './axis.ts'
import { clientOf, sessionOf } from './client-facts.ts'
import { mayAsk } from './model-allowed.ts'
import type { DecisionState } from './state.ts'
import { readWireValue } from './wire-value.ts'

/** Reads one fact from a request; `undefined` = the request lacks it. */
export type ReadFact = (request: RequestView, state: DecisionState) => FactValue | undefined | RefusedValue

/** A value that its fact does not take. */
export class RefusedValue {
  readonly outcome: RefusedOutcome
  constructor(fact: string, message: string) {
    this.outcome = { kind: 'refused', fact, message }
  }
}

/** Where each built-in fact comes from. The names are the rows of core/facts; a test holds the two lists together. */
export const builtinReaders: ReadonlyMap<string, ReadFact> = new Map<string, ReadFact>([
  ['key', (request) => request.identity.key],
  ['org', (request) => request.identity.org],
  ['team', (request) => request.identity.team],
  ['project', (request) => request.identity.project],
  ['developer', (request) => request.identity.developer],
  ['env', (_, state) => state.env],
  ['hour', (_, state) => state.hour],
  ['weekday', (_, state) => state.weekday],
  ['endpoint', (request) => request.endpoint],
  ['client', clientOf],
  [
    'client_address',
    (request, state) => clientAddress(request.from.remoteAddress, request.headers, state.trustedProxies),
  ],
  ['session', sessionOf],
  ['path_project', (request) => request.pathProject],
  ['task', (request) => headerOf(request, 'x-gwc-task')],
  ['model', askedModel],
  [
    'model_allowed',
    (request, state) => mayAsk(request.identity.models, request.body.model, askedModel(request, state)),
  ],
  ['stream', (request) => request.body.stream],
  ['temperature', (request) => request.body.temperature],
  ['max_output', (request) => request.body.maxOutput],
  ['choices', (request) => request.body.n],
  ['json_schema', (request) => request.body.jsonSchema],
  ['reasoning', (request) => request.body.reasoning],
  ['tools', (request) => request.body.tools],
  ['messages', (request) => request.body.conversation().messages],
  ['images', (request) => request.body.conversation().images],
  ['input_tokens', (request) => request.body.conversation().inputTokens],
  ['input_bound', (request) => request.body.conversation().inputBound],
  ['prompt', (request) => request.body.conversation().text],
])

/** The catalogue id that the request asks for; `undefined` for none, `auto` and names that are not served. */
export function askedModel(request: RequestView, state: DecisionState): string | undefined {
  const asked = request.body.model
  return asked === undefined ? undefined : resolveModel(state.models, asked)
}

/** The reader of an axis: a built-in fact's, or one that reads and parses what a declared fact's origin carries. */
export function readerOf(axis: Pick<LinkedAxis, 'fact' | 'type' | 'origin'>): ReadFact {
  const { origin } = axis
  switch (origin.kind) {
    case 'builtin':
      return builtinReaders.get(axis.fact) ?? (() => undefined)
    case 'header':
      return parsed(axis, `header \`${origin.name}\``, (request) =>
        headerOf(request, origin.name.toLowerCase()),
      )
    case 'metadata':
      return parsed(axis, `metadata \`${origin.name}\``, (request) => own(request.body.metadata, origin.name))
    case 'key':
      return parsed(axis, `the key's claim \`${origin.name}\``, (request) =>
        claimOf(request.identity, origin.name),
      )
    case 'meter':
      return (request, state) => state.spentOf(origin.name, request)
    case 'provider':
      return (_, state) => state.isUp(origin.name)
  }
}

function parsed(
  axis: Pick<LinkedAxis, 'fact' | 'type'>,
  place: string,
  textOf: (request: RequestView) => string | undefined,
): ReadFact {
  return (request) => {
    const text = textOf(request)
    if (text === undefined) return undefined
    const read = readWireValue(axis.type, text)
    if (read.ok) return read.value
    return new RefusedValue(
      axis.fact,
      `The fact \`${axis.fact}\` comes from ${place} and takes ${read.wants}, not ${quote(text)}.`,
    )
  }
}

const quotedCharsMax = 64

/** What was sent, short and in one line: it is the client's own text going back to it. */
function quote(text: string): string {
  return JSON.stringify(text.length > quotedCharsMax ? `${text.slice(0, quotedCharsMax)}…` : text)
}

function headerOf(request: RequestView, name: string): string | undefined {
  const value = Object.hasOwn(request.headers, name) ? request.headers[name] : undefined
  return Array.isArray(value) ? value.join(', ') : value
}

/** Claims, and the identity's own fields under their names. */
function claimOf(identity: Identity, name: string): string | undefined {
  switch (name) {
    case 'key':
    case 'org':
    case 'team':
    case 'project':
    case 'developer':
      return identity[name]
    default:
      return own(identity.claims, name)
  }
}

function own(record: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
