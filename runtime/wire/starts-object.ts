import { OPEN_BRACE, SPACE } from '../proxy/body/bytes.ts'

/** Whether a body is a JSON object, as far as its first byte tells. */
export function startsObject(body: Buffer): boolean {
  let at = 0
  while (SPACE[body[at]!] === 1) at++
  return body[at] === OPEN_BRACE
}
