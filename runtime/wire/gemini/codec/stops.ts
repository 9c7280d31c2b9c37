import type { Stop } from '../../canonical/events.ts'

type Reason = Exclude<Stop['reason'], 'stop-sequence'>

/** Why an answer ended, by Google's words (https://ai.google.dev/api/generate-content#FinishReason); a word that is not here is the end. */
export const stops: Readonly<Record<string, Reason>> = {
  STOP: 'end',
  MAX_TOKENS: 'length',
  SAFETY: 'filtered',
  RECITATION: 'filtered',
  BLOCKLIST: 'filtered',
  PROHIBITED_CONTENT: 'filtered',
  SPII: 'filtered',
  LANGUAGE: 'filtered',
  IMAGE_SAFETY: 'filtered',
  IMAGE_PROHIBITED_CONTENT: 'filtered',
  IMAGE_RECITATION: 'filtered',
}

/** Ends that are none: what the model wrote is not what it meant, and asking again may give it. */
export const faults: ReadonlySet<string> = new Set([
  'MALFORMED_FUNCTION_CALL',
  'UNEXPECTED_TOOL_CALL',
  'TOO_MANY_TOOL_CALLS',
  'MISSING_THOUGHT_SIGNATURE',
  'MALFORMED_RESPONSE',
])

/** Google's word for why an answer ended. */
export const finishReasons: Readonly<Record<Stop['reason'], string>> = {
  end: 'STOP',
  tools: 'STOP',
  'stop-sequence': 'STOP',
  paused: 'STOP',
  length: 'MAX_TOKENS',
  context: 'MAX_TOKENS',
  refused: 'SAFETY',
  filtered: 'SAFETY',
}
