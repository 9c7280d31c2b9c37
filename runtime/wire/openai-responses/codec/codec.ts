import type { Codec } from '../../canonical/codec.ts'
import { decodeResponsesStream } from './decode-stream.ts'
import { encodeResponsesStream } from './encode-stream.ts'
import { leaveResponses } from './leave.ts'
import { responsesLosses } from './losses.ts'
import { parseResponsesRequest } from './parse-request.ts'
import { printResponsesRequest } from './print-request.ts'

/** How OpenAI's Responses meet the other dialects. */
export const responsesCodec: Codec = {
  parse: parseResponsesRequest,
  print: printResponsesRequest,
  decoder: decodeResponsesStream,
  encoder: encodeResponsesStream,
  leave: leaveResponses,
  losses: responsesLosses,
}
