import type { Provider } from '../../schemas/generated/gateway.ts'
import type { DialectName } from '../wire/dialect.ts'

/** What gateway.json calls the APIs that a provider serves: the words of the fact `endpoint`. */
const dialectOf = {
  chat: 'openai-chat',
  responses: 'openai-responses',
  completions: 'openai-completions',
  embeddings: 'openai-embeddings',
  messages: 'anthropic-messages',
  generate: 'gemini-generate',
} as const satisfies Record<NonNullable<Provider['speaks']>[number], DialectName>

/** Google's own APIs of that name. */
const googleEmbeddings: readonly DialectName[] = ['gemini-embed', 'gemini-embed-batch']

/** The APIs that gateway.json says a provider serves; `undefined` where it does not say. */
export function spokenBy({ dialect, speaks }: Provider): readonly DialectName[] | undefined {
  return speaks?.flatMap((word) =>
    dialect === 'gemini' && word === 'embeddings' ? googleEmbeddings : [dialectOf[word]],
  )
}
