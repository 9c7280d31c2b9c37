import { setImmediate as turn } from 'node:timers/promises'
import type { Conversation } from '../../contracts.ts'
import { asciiLower } from '../../table/ascii-case.ts'
import { addTokens } from '../../wire/estimate-tokens.ts'
import { AT_ONCE_BYTES_MAX } from './scan.ts'

/** The conversation of a long body with all that policies ask of its text, read in slices between which the event loop turns. */
export async function readInSlices(conversation: Conversation): Promise<Conversation> {
  const { messages, prompts, images, text, opening, besideText, inputBound } = conversation
  if (text.length <= AT_ONCE_BYTES_MAX) return conversation
  const lowered: string[] = []
  let tokens = 0
  for (let at = 0; at < text.length; at += AT_ONCE_BYTES_MAX) {
    await turn()
    const slice = text.slice(at, at + AT_ONCE_BYTES_MAX)
    if (besideText !== undefined) tokens = addTokens(tokens, slice)
    lowered.push(asciiLower(slice))
  }
  await turn()
  const inputTokens = besideText === undefined ? conversation.inputTokens : Math.ceil(tokens) + besideText
  const list = prompts === undefined ? {} : { prompts }
  return { messages, ...list, images, text, opening, inputTokens, inputBound, lowered: lowered.join('') }
}
