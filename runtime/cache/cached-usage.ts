import type { DialectName } from '../wire/dialect.ts'
import { isObject, parseObject } from '../wire/json.ts'
import type { Json } from '../wire/json.ts'

/** How an API says that its input came from a cache; what it says of the output stays. */
interface UsageRow {
  readonly field: string
  readonly cached: (usage: Json) => Json
}

/** OpenAI's: the part of the input that was cached, which is all of it. */
function openai(input: string): UsageRow {
  const details = `${input}_details`
  return {
    field: 'usage',
    cached: (usage) => {
      const told = usage[details]
      return { ...usage, [details]: { ...(isObject(told) ? told : {}), cached_tokens: usage[input] ?? 0 } }
    },
  }
}

const anthropic: UsageRow = {
  field: 'usage',
  cached: (usage) => {
    const { cache_creation: _, ...rest } = usage
    const read = ['input_tokens', 'cache_read_input_tokens', 'cache_creation_input_tokens']
    const all = read.reduce((sum, name) => sum + (typeof usage[name] === 'number' ? usage[name] : 0), 0)
    return { ...rest, input_tokens: 0, cache_creation_input_tokens: 0, cache_read_input_tokens: all }
  },
}

const gemini: UsageRow = {
  field: 'usageMetadata',
  cached: (usage) => ({ ...usage, cachedContentTokenCount: usage['promptTokenCount'] ?? 0 }),
}

const rows: Readonly<Partial<Record<DialectName, UsageRow>>> = {
  'openai-chat': openai('prompt_tokens'),
  'openai-completions': openai('prompt_tokens'),
  'openai-responses': openai('input_tokens'),
  'anthropic-messages': anthropic,
  'gemini-generate': gemini,
}

/** A whole answer whose usage says that its input came from a cache, as its API says it; any other as it is. */
export function withCachedUsage(body: Buffer, dialect: DialectName): Buffer {
  const row = rows[dialect]
  if (row === undefined) return body
  const answer = parseObject(body.toString())
  const usage = answer?.[row.field]
  if (!isObject(usage)) return body
  return Buffer.from(JSON.stringify({ ...answer, [row.field]: row.cached(usage) }))
}
