import type { Dialect } from '../../runtime/wire/dialect.ts'
import { dialects } from '../../runtime/wire/dialects.ts'
import type { Fixture } from './gateway-fixture.ts'
import { clientKey } from './gateway-fixture.ts'

/** An API that streams, as a client of the gateway uses it: what one suite over every dialect needs to know of each. */
export interface Tongue {
  readonly name: string
  readonly dialect: Dialect
  readonly path: string
  /** Where the path says the model and whether to stream, and the body does not. */
  readonly pathFor?: (model: string, stream: boolean) => string
  /** A request that says hello. */
  readonly ask: object
  /** What only the last event of a complete stream holds. */
  readonly terminal: string
  /** What its error events hold. */
  readonly failed: RegExp
  /** The connection breaks behind such an event. */
  readonly breaks?: boolean
}

const messages = [{ role: 'user', content: 'Hi.' }]

export const tongues: readonly Tongue[] = [
  {
    name: 'chat completions',
    dialect: dialects['openai-chat'],
    path: '/chat/completions',
    ask: { messages, stream_options: { include_usage: true } },
    terminal: 'data: [DONE]',
    failed: /data: \{"error":/,
  },
  {
    name: 'responses',
    dialect: dialects['openai-responses'],
    path: '/responses',
    ask: { input: 'Hi.' },
    terminal: 'response.completed',
    failed: /event: (?:error|response\.failed)/,
  },
  {
    name: 'legacy completions',
    dialect: dialects['openai-completions'],
    path: '/completions',
    ask: { prompt: 'Hi.', stream_options: { include_usage: true } },
    terminal: 'data: [DONE]',
    failed: /data: \{"error":/,
  },
  {
    name: 'messages',
    dialect: dialects['anthropic-messages'],
    path: '/messages',
    ask: { max_tokens: 100, messages },
    terminal: 'event: message_stop',
    failed: /event: error/,
  },
  {
    name: 'generateContent',
    dialect: dialects['gemini-generate'],
    path: '/models/auto:generateContent',
    pathFor: (model, stream) =>
      `/models/${model}:${stream ? 'streamGenerateContent?alt=sse' : 'generateContent'}`,
    ask: { contents: [{ role: 'user', parts: [{ text: 'Hi.' }] }] },
    terminal: '"finishReason":"STOP"',
    failed: /data: \{"error":/,
    breaks: true,
  },
]

/** An answer as it came, undecoded. */
export interface Told {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The answer came to the end that HTTP gives it. */
  readonly isWhole: boolean
}

/** A request in a tongue: its path below the version, and its body. */
export function requestIn(
  { path, pathFor, ask }: Tongue,
  stream: boolean,
): { readonly path: string; readonly body: object } {
  const { model, ...asked } = { model: 'auto', ...ask }
  return pathFor === undefined
    ? { path, body: { model, stream, ...asked } }
    : { path: pathFor(model, stream), body: asked }
}

/** Asks in a tongue, whole or streaming, and reads to the end. */
export async function askIn(
  fixture: Fixture,
  tongue: Tongue,
  stream: boolean,
  headers: Readonly<Record<string, string>> = {},
): Promise<Told> {
  const { path, body } = requestIn(tongue, stream)
  const response = await fetch(`${fixture.baseUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, ...(await textOf(response)) }
}

/** The body as far as it came. */
async function textOf({ body }: Response): Promise<Pick<Told, 'text' | 'isWhole'>> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of body ?? []) chunks.push(chunk)
  } catch {
    return { text: Buffer.concat(chunks).toString(), isWhole: false }
  }
  return { text: Buffer.concat(chunks).toString(), isWhole: true }
}

/** The data of each event, by the HTML standard's own algorithm (9.2.6), comments and other fields left out. */
export function dataOf(stream: string): readonly string[] {
  const events: string[] = []
  let data: string[] = []
  for (const line of stream.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    if (line === '' && data.length > 0) events.push(data.join('\n'))
    if (line === '') data = []
    else if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5))
  }
  return events
}
