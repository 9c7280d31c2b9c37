import { OPEN_BRACE, SPACE } from '../../proxy/body/bytes.ts'

/** A JSON object with choices: an empty 200, a page or `{}` is not an answer. */
export function isChatAnswer(body: Buffer): boolean {
  let at = 0
  while (SPACE[body[at]!] === 1) at++
  return body[at] === OPEN_BRACE && body.includes('"choices"')
}

/** The model declined, or a filter did. */
export function isRefusedAnswer(body: Buffer): boolean {
  return /"finish_reason"\s*:\s*"content_filter"|"refusal"\s*:\s*"/.test(body.toString('latin1'))
}
