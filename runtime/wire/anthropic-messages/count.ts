import type { Dialect } from '../dialect.ts'
import { parseObject } from '../json.ts'
import { anthropicMessages } from './dialect.ts'

/** Anthropic's `count_tokens`: a messages request that is counted and not answered. */
export const anthropicCount: Dialect = {
  ...anthropicMessages,
  path: '/messages/count_tokens',
  isAnswer: (body) => Number.isSafeInteger(parseObject(body.toString())?.['input_tokens']),
  isRefused: () => false,
  usageOf: () => undefined,
}
