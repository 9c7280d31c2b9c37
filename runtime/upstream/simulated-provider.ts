import { once } from 'node:events'
import { createServer } from '../front/create-server.ts'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { estimateTokens } from '../wire/estimate-tokens.ts'
import { isObject, parseObject } from '../wire/json.ts'
import { renderStream } from '../wire/openai-chat/render-stream.ts'

/** The provider of `gwc serve --demo`: it needs no key, costs nothing, and says in each reply that it is simulated. */
export interface SimulatedProvider {
  /** For gateway.json, with the version segment; the names of providers that it stands in for may share it. */
  readonly baseUrl: string
  readonly close: () => Promise<void>
}

const WORD_GAP_MS = 20
const BODY_BYTES_MAX = 32 * 1024 * 1024

/** Starts the simulated provider on a free port of loopback: a server of its own, so that the whole path is real. */
export async function startSimulatedProvider(): Promise<SimulatedProvider> {
  const server = createServer((req, res) => void serve(req, res))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: () => close(server),
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_BYTES_MAX) return void req.destroy()
    chunks.push(chunk)
  }
  const request = parseObject(Buffer.concat(chunks).toString())
  if (request === undefined)
    return sendJson(res, 400, {
      error: { message: 'The body is not JSON.', type: 'invalid_request_error', param: null, code: null },
    })
  const answer = answerTo(request)
  if (request['stream'] === true) return sendStream(res, answer, wantsUsage(request))
  sendJson(res, 200, answer)
}

/** A chat completion that names itself simulated and repeats the question. */
function answerTo(request: Readonly<Record<string, unknown>>): object {
  const model = typeof request['model'] === 'string' ? request['model'] : 'unknown'
  const content = `[simulated ${model}] You said: ${lastText(request['messages'])}`
  const [prompt, completion] = [
    estimateTokens(JSON.stringify(request['messages'] ?? [])),
    estimateTokens(content),
  ]
  return {
    id: `chatcmpl-simulated-${Date.now().toString(36)}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model,
    system_fingerprint: 'gwc-simulated',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: {
      prompt_tokens: prompt,
      completion_tokens: completion,
      total_tokens: prompt + completion,
      prompt_tokens_details: { cached_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 0 },
    },
  }
}

function lastText(messages: unknown): string {
  const last: unknown = Array.isArray(messages) ? messages.at(-1) : undefined
  const content = isObject(last) ? last['content'] : undefined
  const parts = Array.isArray(content) ? content.filter(isObject).map((part) => part['text']) : [content]
  const text = parts.filter((part) => typeof part === 'string').join(' ')
  return text.length > 500 ? `${text.slice(0, 500)}…` : text
}

function wantsUsage(request: Readonly<Record<string, unknown>>): boolean {
  const options = request['stream_options']
  return isObject(options) && options['include_usage'] === true
}

function sendJson(res: ServerResponse, status: number, value: object): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

/** Word by word, as a model would. */
async function sendStream(res: ServerResponse, answer: object, includeUsage: boolean): Promise<void> {
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  const rendered = renderStream(Buffer.from(JSON.stringify(answer)), includeUsage) ?? Buffer.alloc(0)
  for (const event of rendered
    .toString()
    .split(/(?<=\n\n)/)
    .flatMap(byWord)) {
    if (res.destroyed) return
    res.write(event)
    await new Promise((resolve) => setTimeout(resolve, WORD_GAP_MS))
  }
  res.end()
}

/** An event whose delta holds a sentence as one event for each word. */
function byWord(event: string): readonly string[] {
  const value = parseObject(event.slice('data: '.length))
  const [choice] = Array.isArray(value?.['choices']) ? (value['choices'] as readonly unknown[]) : []
  const delta = isObject(choice) ? choice['delta'] : undefined
  const content = isObject(delta) ? delta['content'] : undefined
  if (!isObject(choice) || !isObject(delta) || typeof content !== 'string') return [event]
  return content.split(/(?<= )/).map((word, at) => {
    const part = at === 0 ? { ...delta, content: word } : { content: word }
    return `data: ${JSON.stringify({ ...value, choices: [{ ...choice, delta: part }] })}\n\n`
  })
}
