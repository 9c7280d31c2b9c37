import { hash } from 'node:crypto'
import { sealedId } from './sealed-id.ts'

/** What a dialect takes as the id of a tool call. */
export interface IdRule {
  readonly lengthMax: number
  readonly pattern: RegExp
  /** Stands before an id that was made anew. */
  readonly prefix: string
}

/** Sources: OpenAI (chat 40, Responses 64 characters), Anthropic's `tool_use.id`, Mistral (https://mistralai.github.io/mistral-common/usage/tools/); Gemini states none for its own. */
export const idRules = {
  'openai-chat': { lengthMax: 40, pattern: /^[\x21-\x7e]+$/, prefix: 'call_' },
  'openai-responses': { lengthMax: 64, pattern: /^[\x21-\x7e]+$/, prefix: 'call_' },
  mistral: { lengthMax: 9, pattern: /^[a-zA-Z0-9]{9}$/, prefix: '' },
  'anthropic-messages': { lengthMax: 64, pattern: /^[a-zA-Z0-9_-]+$/, prefix: 'toolu_' },
  'gemini-generate': { lengthMax: 64, pattern: /^[\x21-\x7e]+$/, prefix: 'call_' },
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

/** The id of a call as a client of another dialect gets it: with its seal, which comes back in it. */
export function idForClient(
  { id, seal }: { readonly id: string; readonly seal?: string },
  rule: IdRule,
): string {
  return sealedId({ id: mapId(id, rule), seal })
}
