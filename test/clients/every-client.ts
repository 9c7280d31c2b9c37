import type { Client } from './client.ts'
import { claudeCodeClient } from './programs/claude-code.ts'
import { codexClient } from './programs/codex.ts'
import { geminiCliClient } from './programs/gemini-cli.ts'
import { opencodeClients } from './programs/opencode.ts'
import { qwenClient } from './programs/qwen.ts'
import { aiClients } from './sdks/ai.ts'
import { anthropicClient } from './sdks/anthropic.ts'
import { genaiClient } from './sdks/genai.ts'
import { langchainClients } from './sdks/langchain.ts'
import { openaiChatClient } from './sdks/openai-chat.ts'
import { openaiResponsesClient } from './sdks/openai-responses.ts'

/** Libraries, which run in the test's own process. */
export const libraries: readonly Client[] = [
  openaiChatClient,
  openaiResponsesClient,
  anthropicClient,
  genaiClient,
  ...aiClients,
  ...langchainClients,
]

/** Programs, which are installed and started. */
export const programs: readonly Client[] = [
  claudeCodeClient,
  codexClient,
  ...opencodeClients,
  geminiCliClient,
  qwenClient,
]

/** The rows of docs/clients.md. */
export const everyClient: readonly Client[] = [...libraries, ...programs]
