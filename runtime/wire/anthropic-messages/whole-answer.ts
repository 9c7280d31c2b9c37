import { OPEN_BRACE, SPACE } from '../../proxy/body/bytes.ts'

/** A JSON object that is a message: an empty 200, a page, `{}` or an error is not an answer. */
export function isMessage(body: Buffer): boolean {
  let at = 0
  while (SPACE[body[at]!] === 1) at++
  return (
    body[at] === OPEN_BRACE &&
    body.includes('"content"') &&
    /"type"\s*:\s*"message"/.test(body.toString('latin1'))
  )
}

/** The model declined. */
export function isRefusedMessage(body: Buffer): boolean {
  return /"stop_reason"\s*:\s*"refusal"/.test(body.toString('latin1'))
}
