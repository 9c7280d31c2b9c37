import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'
import type { Usage } from '../usage.ts'
import { apartOf } from '../usage.ts'

/**
 * Reads Anthropic's `usage`, whose input excludes what was read from and written to the cache; `undefined` when it is not there or
 * makes no sense. An explicit 0 is 0. A compaction's own tokens are billed and stand in `iterations` alone.
 */
export function readUsage(usage: unknown): Usage | undefined {
  if (!isObject(usage)) return undefined
  const own = countsOf(usage)
  if (own === undefined) return undefined
  return compactionsOf(usage).reduce<Usage>(add, own)
}

/** The usage of a whole answer: the top-level one, for a tool's input may hold a field of that name. */
export function usageOfAnswer(answer: Buffer): Usage | undefined {
  return readUsage(parseObject(answer.toString())?.['usage'])
}

/** What a stream's first usage and its last one come to: the last counts, which may leave out or null what the first has told. */
export function mergeUsage(first: Json, last: Json): Json {
  const told = Object.entries(last).filter(
    ([name, value]) => value !== null && !(value === 0 && inputFields.has(name)),
  )
  return { ...first, ...Object.fromEntries(told) }
}

/** Compatible servers send 0 for these in a stream's last event when they told them in the first. */
const inputFields: ReadonlySet<string> = new Set([
  'input_tokens',
  'cache_read_input_tokens',
  'cache_creation_input_tokens',
])

function countsOf(usage: Json): Usage | undefined {
  const input = count(usage['input_tokens'])
  const output = count(usage['output_tokens'])
  if (input === undefined || output === undefined) return undefined
  const written = isObject(usage['cache_creation']) ? usage['cache_creation'] : {}
  const hour = count(written['ephemeral_1h_input_tokens']) ?? 0
  const all =
    count(usage['cache_creation_input_tokens']) ?? hour + (count(written['ephemeral_5m_input_tokens']) ?? 0)
  const details = isObject(usage['output_tokens_details']) ? usage['output_tokens_details'] : {}
  const tools = isObject(usage['server_tool_use']) ? usage['server_tool_use'] : {}
  return {
    input,
    cacheRead: count(usage['cache_read_input_tokens']) ?? 0,
    cacheWrite5m: all - Math.min(all, hour),
    cacheWrite1h: Math.min(all, hour),
    output,
    reasoning: Math.min(output, count(details['thinking_tokens']) ?? 0),
    ...apartOf({ webSearch: count(tools['web_search_requests']) ?? 0 }),
    ...timesOf(usage),
  }
}

/** How an answer was made that is dearer than the list: fast, or in one country, by the request or by the workspace's own setting. */
function timesOf({ speed, inference_geo: place }: Json): Pick<Usage, 'times'> {
  const times = [
    ...(speed === 'fast' ? (['fast'] as const) : []),
    ...(place === 'us' ? (['us'] as const) : []),
  ]
  return times.length === 0 ? {} : { times }
}

function compactionsOf(usage: Json): readonly Usage[] {
  const iterations: readonly unknown[] = Array.isArray(usage['iterations']) ? usage['iterations'] : []
  return iterations.flatMap((each) => {
    const own = isObject(each) && each['type'] === 'compaction' ? countsOf(each) : undefined
    return own === undefined ? [] : [own]
  })
}

function add(a: Usage, b: Usage): Usage {
  return {
    ...a,
    input: a.input + b.input,
    cacheRead: a.cacheRead + b.cacheRead,
    cacheWrite5m: a.cacheWrite5m + b.cacheWrite5m,
    cacheWrite1h: a.cacheWrite1h + b.cacheWrite1h,
    output: a.output + b.output,
    reasoning: a.reasoning + b.reasoning,
  }
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
