import type { Script } from './fake-provider.ts'
import { lastChunk, streamHead, whole } from './provider/http-bytes.ts'
import { writeEvents } from './provider/say.ts'

export { httpChunk, lastChunk, streamHead, whole } from './provider/http-bytes.ts'
export { writeEvents } from './provider/say.ts'

/** Usage as OpenAI reports it. */
export const usage = {
  prompt_tokens: 20,
  completion_tokens: 5,
  total_tokens: 25,
  prompt_tokens_details: { cached_tokens: 8 },
  completion_tokens_details: { reasoning_tokens: 2 },
}

/** A whole chat completion. */
export function completion(content = 'Hello there.', more: object = {}): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'upstream-model',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage,
    ...more,
  }
}

/** Answers with a completion, and bills it. */
export function answer(content?: string, more?: object): Script {
  return async (exchange) => {
    exchange.bill()
    await exchange.write(whole(200, completion(content, more)))
  }
}

/** Answers with an error in OpenAI's form; not billed. */
export function error(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  detail: object = {},
): Script {
  const body = {
    error: { message: `made up ${status}`, type: 'made_up', param: null, code: null, ...detail },
  }
  return async (exchange) => exchange.write(whole(status, body, headers))
}

/** One event of a chat stream. */
export function event(value: object | string): string {
  return `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`
}

/** A chunk with a piece of content, or another delta. */
export function chunk(delta: object, finish: string | null = null): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'upstream-model',
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  }
}

/** The events of a stream that says `words`, one event a word; with a usage chunk when the request asked for one. */
export function streamEvents(
  request: { readonly body: Buffer },
  words: readonly string[],
): readonly string[] {
  const { stream_options: options } = JSON.parse(request.body.toString()) as {
    stream_options?: { include_usage?: boolean }
  }
  const counted = options?.include_usage === true
  const mark = (value: object): object => (counted ? { ...value, usage: null } : value)
  return [
    event(mark(chunk({ role: 'assistant', content: '' }))),
    ...words.map((word) => event(mark(chunk({ content: word })))),
    event(mark(chunk({}, 'stop'))),
    ...(counted ? [event({ ...chunk({}), choices: [], usage })] : []),
    event('[DONE]'),
  ]
}

/** Streams a whole answer, one event per HTTP chunk, `gapMs` apart; bills it. */
export function stream(words: readonly string[] = ['Hello', ' there', '.'], gapMs = 0): Script {
  return async (exchange) => {
    exchange.bill()
    await exchange.write(streamHead)
    await writeEvents(exchange, streamEvents(exchange.request, words), gapMs)
    await exchange.write(lastChunk)
  }
}

/** Answers whole or streaming, as the request asks. */
export function converse(content = 'Hello there.'): Script {
  return (exchange) => {
    const { stream: streams } = JSON.parse(exchange.request.body.toString()) as { stream?: boolean }
    return streams === true ? stream(content.split(/(?= )/))(exchange) : answer(content)(exchange)
  }
}
