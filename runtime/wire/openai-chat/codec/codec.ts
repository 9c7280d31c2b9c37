import type { Codec } from '../../canonical/codec.ts'
import { decodeChatStream } from './decode-stream.ts'
import { encodeChatStream } from './encode-stream.ts'
import { chatLosses } from './losses.ts'
import { parseChatRequest } from './parse-request.ts'
import { printChatRequest } from './print-request.ts'

/** How chat completions meet the other dialects. */
export const chatCodec: Codec = {
  parse: parseChatRequest,
  print: printChatRequest,
  decoder: decodeChatStream,
  encoder: encodeChatStream,
  leave: (request) => request,
  losses: chatLosses,
}
