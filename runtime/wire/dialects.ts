import type { Dialect, DialectName } from './dialect.ts'
import { openaiChat } from './openai-chat/dialect.ts'

/** Every dialect, by name. */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  'openai-chat': openaiChat,
}
