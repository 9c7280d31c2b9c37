import { chatWords, readUsage as readWords, usageNearEnd } from '../openai-usage.ts'
import type { Usage } from '../usage.ts'

/** Reads the `usage` of chat completions; `undefined` when it is not there or makes no sense. */
export function readUsage(usage: unknown): Usage | undefined {
  return readWords(usage, chatWords)
}

/** The usage of a whole answer. */
export function usageOfAnswer(body: Buffer): Usage | undefined {
  return usageNearEnd(body, chatWords)
}
