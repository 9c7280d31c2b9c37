import OpenAI from 'openai'
import type { Client, Heard, Job, Reached } from '../client.ts'
import { versionOf } from './version-of.ts'
import { library, weather, weatherSaid } from './weather.ts'

type Message = OpenAI.ChatCompletionMessageParam
type Params = OpenAI.ChatCompletionCreateParamsNonStreaming

/** `openai` on chat completions. */
export const openaiChatClient: Client = {
  ...library,
  name: '`openai`, chat completions',
  version: versionOf('openai'),
  dialect: 'openai-chat',
  ask,
}

async function ask(job: Job, { baseUrl, key }: Reached): Promise<Heard> {
  const client = new OpenAI({ apiKey: key, baseURL: baseUrl })
  const messages: Message[] = [asked(job)]
  for (;;) {
    const { message, pieces } = await answerTo(client, { model: 'gpt-5.5', messages, ...options(job) }, job)
    if (!message.tool_calls?.length) return { text: message.content ?? '', pieces }
    messages.push(message, ...message.tool_calls.map(resultOf))
  }
}

interface Answer {
  readonly message: OpenAI.ChatCompletionMessage
  readonly pieces: number
}

async function answerTo(client: OpenAI, params: Params, { stream, signal }: Job): Promise<Answer> {
  if (stream !== true) {
    const answer = await client.chat.completions.create(params, { signal })
    return { message: answer.choices[0]!.message, pieces: 1 }
  }
  let pieces = 0
  const streamed = client.chat.completions.stream(
    { ...params, stream: true, stream_options: { include_usage: true } },
    { signal },
  )
  streamed.on('content', () => pieces++)
  return { message: await streamed.finalMessage(), pieces }
}

function asked({ prompt, image }: Job): Message {
  if (image === undefined) return { role: 'user', content: prompt }
  const url = `data:image/png;base64,${image}`
  return {
    role: 'user',
    content: [
      { type: 'text', text: prompt },
      { type: 'image_url', image_url: { url } },
    ],
  }
}

function options({ tools, schema }: Job): Partial<Params> {
  return {
    ...(tools === true ? { tools: [{ type: 'function', function: weather }] } : {}),
    ...(schema === undefined
      ? {}
      : {
          response_format: { type: 'json_schema', json_schema: { name: 'place', schema, strict: true } },
        }),
  }
}

function resultOf(call: OpenAI.ChatCompletionMessageToolCall): Message {
  const content = call.type === 'function' ? weatherSaid(call.function.arguments) : 'unknown'
  return { role: 'tool', tool_call_id: call.id, content }
}
