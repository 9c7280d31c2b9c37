/** The id stands at the very beginning of a response, in the first event of a stream too. */
const HEAD_BYTES = 4_096
const ID = /"id"\s*:\s*"([^"\\]{1,256})"/

/** The id by which `previous_response_id` continues an answer, of a whole one or of the first events of a stream; `undefined` when it is not told there. */
export function answerId(head: Buffer): string | undefined {
  return ID.exec(head.toString('latin1', 0, HEAD_BYTES))?.[1]
}
