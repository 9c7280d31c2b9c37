import { hash } from 'node:crypto'

/** What a dialect takes as the id of a tool call. */
export interface IdRule {
  readonly lengthMax: number
  readonly pattern: RegExp
  /** Stands before an id that was made anew. */
  readonly prefix: string
}

/** Sources: OpenAI (chat 40, Responses 64 characters), Anthropic's `tool_use.id`, Mistral (https://mistralai.github.io/mistral-common/usage/tools/). */
export const idRules = {
  'openai-chat': { lengthMax: 40, pattern: /^[\x21-\x7e]+$/, prefix: 'call_' },
  'openai-responses': { lengthMax: 64, pattern: /^[\x21-\x7e]+$/, prefix: 'call_' },
  mistral: { lengthMax: 9, pattern: /^[a-zA-Z0-9]{9}$/, prefix: '' },
  'anthropic-messages': { lengthMax: 64, pattern: /^[a-zA-Z0-9_-]+$/, prefix: 'toolu_' },
} as const satisfies Record<string, IdRule>

/**
 * The id under which another dialect knows a tool call: itself where it fits, else one made from it, always the same, so that a
 * call and its result meet again whichever way they travel.
 */
export function mapId(id: string, { lengthMax, pattern, prefix }: IdRule): string {
  if (id.length <= lengthMax && pattern.test(id)) return id
  const digest = hash('sha256', id, 'base64url').replaceAll(/[-_]/g, '')
  return (prefix + digest).slice(0, Math.min(lengthMax, prefix.length + 24))
}
