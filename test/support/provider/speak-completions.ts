import { pieces, usualTokens } from './said.ts'
import type { Said } from './said.ts'
import { chatUsage } from './speak-chat.ts'
import { openaiError, openaiOverflow, openaiUnknownModel } from './speak-openai-errors.ts'
import type { Asked, Speech } from './speech.ts'
import { dataEvent } from './sse.ts'

/** `POST /completions`, the legacy API: text alone. */
export const completionsSpeech: Speech = {
  name: 'openai-completions',
  path: '/completions',
  whole: (said, asked) => ({ ...chunk(said.text ?? '', 'stop', asked), ...usageOf(said) }),
  events: (said, asked) => streamOf(said, asked).map(dataEvent),
  error: openaiError,
  errorEvent: (error) => dataEvent(openaiError(500, error)),
  overflow: openaiOverflow,
  unknownModel: openaiUnknownModel,
}

function chunk(text: string, finish: string | null, { model = 'upstream-model' }: Asked): object {
  return {
    id: 'cmpl-1',
    object: 'text_completion',
    created: 1_700_000_000,
    model,
    choices: [{ text, index: 0, logprobs: null, finish_reason: finish }],
  }
}

function streamOf(said: Said, asked: Asked): readonly (object | string)[] {
  const counted = asked.stream_options?.include_usage === true && said.tokens !== null
  return [
    ...pieces(said.text ?? '').map((piece) => chunk(piece, null, asked)),
    chunk('', 'stop', asked),
    ...(counted ? [{ ...chunk('', null, asked), choices: [], ...usageOf(said) }] : []),
    '[DONE]',
  ]
}

function usageOf({ tokens = usualTokens }: Said): object {
  return tokens === null ? {} : { usage: chatUsage(tokens) }
}
