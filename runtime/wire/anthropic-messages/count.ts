import type { CountingDialect } from '../dialect.ts'
import { parseObject } from '../json.ts'
import { anthropicMessages } from './dialect.ts'

/** Anthropic's `count_tokens`: a messages request that is counted and not answered. */
export const anthropicCount: CountingDialect = {
  ...anthropicMessages,
  path: '/messages/count_tokens',
  isAnswer: (body) => Number.isSafeInteger(parseObject(body.toString())?.['input_tokens']),
  isRefused: () => false,
  usageOf: () => undefined,
  countBody: (tokens) => Buffer.from(JSON.stringify({ input_tokens: tokens })),
}
