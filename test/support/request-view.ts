import { builtinCatalogue } from '../../core/catalogue.ts'
import type { Conversation, Identity, RequestView, ScannedBody } from '../../runtime/contracts.ts'
import { type DecisionState, nothingCounted } from '../../runtime/table/state.ts'

export interface ViewSpec {
  readonly identity?: Partial<Identity>
  readonly headers?: RequestView['headers']
  readonly body?: Partial<Omit<ScannedBody, 'conversation'>>
  readonly conversation?: Partial<Conversation>
  readonly remoteAddress?: string
  readonly pathProject?: string
  /** Called when a fact needs the messages read. */
  readonly onConversation?: () => void
}

/** A request as the proxy hands it to a decision, with plain values where the test names none. */
export function requestView(spec: ViewSpec = {}): RequestView {
  const conversation: Conversation = {
    messages: 1,
    images: false,
    text: 'hello',
    opening: 'hello',
    inputTokens: 2,
    inputBound: 2,
    ...spec.conversation,
  }
  return {
    id: 'r1',
    endpoint: 'chat',
    headers: spec.headers ?? {},
    from: { remoteAddress: spec.remoteAddress },
    pathProject: spec.pathProject,
    identity: { key: 'k1', claims: {}, models: undefined, ...spec.identity },
    body: {
      bytes: Buffer.from('{}'),
      model: undefined,
      stream: false,
      temperature: undefined,
      maxOutput: undefined,
      jsonSchema: false,
      reasoning: false,
      tools: false,
      n: 1,
      includeUsage: false,
      metadata: {},
      ...spec.body,
      conversation: () => {
        spec.onConversation?.()
        return conversation
      },
    },
  }
}

/** Tuesday, ten in the morning, on a gateway that serves the whole catalogue. */
export function someState(over: Partial<DecisionState> = {}): DecisionState {
  return { env: 'prod', hour: 10, weekday: 'tue', models: builtinCatalogue(), ...nothingCounted, ...over }
}
