import type { Codec } from '../../canonical/codec.ts'
import { decodeGeminiStream } from './decode-stream.ts'
import { encodeGeminiStream } from './encode-stream.ts'
import { leaveGemini } from './leave.ts'
import { geminiLosses } from './losses.ts'
import { parseGeminiRequest } from './parse-request.ts'
import { printGeminiRequest } from './print-request.ts'

/** How Google's generateContent meets the other dialects. */
export const geminiCodec: Codec = {
  parse: parseGeminiRequest,
  print: printGeminiRequest,
  decoder: decodeGeminiStream,
  encoder: encodeGeminiStream,
  leave: leaveGemini,
  losses: geminiLosses,
}
