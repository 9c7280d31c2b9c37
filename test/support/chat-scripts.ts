import type { Exchange, Script } from './fake-provider.ts'

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

/** The head and body of an answer with a length. */
export function whole(
  status: number,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const all = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} X\r\n${lines.join('')}\r\n${text}`
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

/** The head of a chunked event stream. */
export const streamHead =
  'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\nx-request-id: up-1\r\n\r\n'

/** Text as one HTTP chunk. */
export function httpChunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
}

export const lastChunk = '0\r\n\r\n'

/** Streams a whole answer, one event per HTTP chunk, `gapMs` apart; bills it. */
export function stream(words: readonly string[] = ['Hello', ' there', '.'], gapMs = 0): Script {
  return async (exchange) => {
    exchange.bill()
    await exchange.write(streamHead)
    await writeEvents(exchange, streamEvents(exchange.request, words), gapMs)
    await exchange.write(lastChunk)
  }
}

/** Writes events one by one. */
export async function writeEvents(exchange: Exchange, events: readonly string[], gapMs = 0): Promise<void> {
  for (const text of events) {
    await exchange.write(httpChunk(text))
    if (gapMs > 0) await exchange.wait(gapMs)
  }
}

/** Answers whole or streaming, as the request asks. */
export function converse(content = 'Hello there.'): Script {
  return (exchange) => {
    const { stream: streams } = JSON.parse(exchange.request.body.toString()) as { stream?: boolean }
    return streams === true ? stream(content.split(/(?= )/))(exchange) : answer(content)(exchange)
  }
}
