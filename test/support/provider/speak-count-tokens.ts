import { usualTokens } from './said.ts'
import { messagesSpeech } from './speak-messages.ts'
import type { Speech } from './speech.ts'

/** `POST /messages/count_tokens`: a number, never a stream. */
export const countTokensSpeech: Speech = {
  ...messagesSpeech,
  name: 'anthropic-count-tokens',
  path: '/messages/count_tokens',
  whole: ({ tokens }) => ({ input_tokens: (tokens ?? usualTokens).input }),
  events: () => [],
}
