import { anthropicMessages } from './anthropic-messages/dialect.ts'
import { geminiGenerate } from './gemini/dialect.ts'
import { geminiEmbed, geminiEmbedBatch } from './gemini/embeddings.ts'
import type { Dialect, DialectName } from './dialect.ts'
import { openaiChat } from './openai-chat/dialect.ts'
import { openaiCompletions } from './openai-completions/dialect.ts'
import { openaiEmbeddings } from './openai-embeddings/dialect.ts'
import { openaiResponses } from './openai-responses/dialect.ts'

/** Every dialect, by name. */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  'openai-chat': openaiChat,
  'openai-responses': openaiResponses,
  'openai-completions': openaiCompletions,
  'openai-embeddings': openaiEmbeddings,
  'anthropic-messages': anthropicMessages,
  'gemini-generate': geminiGenerate,
  'gemini-embed': geminiEmbed,
  'gemini-embed-batch': geminiEmbedBatch,
}
