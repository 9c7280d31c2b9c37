import type { Codec } from '../../canonical/codec.ts'
import { decodeMessagesStream } from './decode-stream.ts'
import { encodeMessagesStream } from './encode-stream.ts'
import { leaveAnthropic } from './leave.ts'
import { messagesLosses } from './losses.ts'
import { parseMessagesRequest } from './parse-request.ts'
import { printMessagesRequest } from './print-request.ts'

/** How Anthropic's messages meet the other dialects. */
export const messagesCodec: Codec = {
  parse: parseMessagesRequest,
  print: printMessagesRequest,
  decoder: decodeMessagesStream,
  encoder: encodeMessagesStream,
  leave: leaveAnthropic,
  losses: messagesLosses,
}
