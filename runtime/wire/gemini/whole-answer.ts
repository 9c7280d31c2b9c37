import { parseObject } from '../json.ts'
import { startsObject } from '../starts-object.ts'
import { candidatesOf, finishOf, isBlocked, refusals } from './response.ts'

/** A JSON object with candidates, or with what was held against the prompt: an empty 200, a page or `{}` is not an answer. */
export function isGenerated(body: Buffer): boolean {
  return startsObject(body) && (body.includes('"candidates"') || body.includes('"promptFeedback"'))
}

/** A filter blocked the prompt, or took the answer away. */
export function isRefusedAnswer(body: Buffer): boolean {
  const response = parseObject(body.toString())
  if (response === undefined) return false
  return isBlocked(response) || refusals.has(finishOf(candidatesOf(response)[0] ?? {}))
}
