import { startsObject } from '../starts-object.ts'

const CHOICES = Buffer.from('"choices"')

/** A JSON object with choices: an empty 200, a page or `{}` is not an answer. */
export function isChatAnswer(body: Buffer): boolean {
  return startsObject(body) && body.includes(CHOICES)
}

/** The model declined, or a filter did. */
export function isRefusedAnswer(body: Buffer): boolean {
  return /"finish_reason"\s*:\s*"content_filter"|"refusal"\s*:\s*"/.test(body.toString('latin1'))
}
