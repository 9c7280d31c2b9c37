import type { Usage } from '../usage.ts'
import { isObject, parseObject } from '../json.ts'

/** Reads OpenAI's `usage`, whose input includes what was read from and written to the cache; `undefined` when it is not there or makes no sense. An explicit 0 is 0. */
export function readUsage(usage: unknown): Usage | undefined {
  if (!isObject(usage)) return undefined
  const input = count(usage['prompt_tokens'])
  const output = count(usage['completion_tokens'])
  if (input === undefined || output === undefined) return undefined
  const cacheRead = Math.min(input, detail(usage, 'prompt_tokens_details', 'cached_tokens'))
  const written = detail(usage, 'prompt_tokens_details', 'cache_write_tokens')
  const cacheWrite5m = Math.min(input - cacheRead, written)
  const reasoning = Math.min(output, detail(usage, 'completion_tokens_details', 'reasoning_tokens'))
  const plain = input - cacheRead - cacheWrite5m
  return { input: plain, cacheRead, cacheWrite5m, cacheWrite1h: 0, output, reasoning }
}

/** The usage of a whole answer. It stands near the end, so it is searched from there; the rest is not parsed unless that fails. */
export function usageOfAnswer(body: Buffer): Usage | undefined {
  const at = body.lastIndexOf('"usage"')
  if (at === -1) return undefined
  const end = objectEnd(body, at)
  const near = end === -1 ? undefined : parseObject(body.toString('utf8', body.indexOf(0x7b, at), end))
  return readUsage(near) ?? readUsage(parseObject(body.toString())?.['usage'])
}

/** Index after the object that follows `at`: `usage` holds numbers and objects of numbers, so braces need no string test. */
function objectEnd(body: Buffer, at: number): number {
  let depth = 0
  for (let i = at; i < body.length; i++) {
    if (body[i] === 0x7b) depth++
    else if (body[i] === 0x7d && --depth <= 0) return depth === 0 ? i + 1 : -1
  }
  return -1
}

function detail(usage: Readonly<Record<string, unknown>>, group: string, name: string): number {
  const details = usage[group]
  return (isObject(details) ? count(details[name]) : undefined) ?? 0
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
