import Anthropic from '@anthropic-ai/sdk'
import type { Client, Heard, Job, Reached } from '../client.ts'
import { versionOf } from './version-of.ts'
import { library, weather, weatherOf } from './weather.ts'

type Params = Anthropic.MessageCreateParamsNonStreaming

/** `@anthropic-ai/sdk`. */
export const anthropicClient: Client = {
  ...library,
  name: '`@anthropic-ai/sdk`',
  version: versionOf('@anthropic-ai/sdk'),
  dialect: 'anthropic-messages',
  ask,
}

async function ask(job: Job, { baseUrl, key }: Reached): Promise<Heard> {
  const client = new Anthropic({ apiKey: key, baseURL: baseUrl.replace('/v1', '') })
  const messages: Anthropic.MessageParam[] = [asked(job)]
  for (;;) {
    const params = { model: 'claude-sonnet-4-6', max_tokens: 1_000, messages, ...options(job) }
    const { message, pieces } = await answerTo(client, params, job)
    const calls = message.content.filter((block) => block.type === 'tool_use')
    if (calls.length === 0) return { text: textOf(message), pieces }
    messages.push(
      { role: 'assistant', content: message.content },
      { role: 'user', content: calls.map(resultOf) },
    )
  }
}

interface Answer {
  readonly message: Anthropic.Message
  readonly pieces: number
}

async function answerTo(client: Anthropic, params: Params, { stream, signal }: Job): Promise<Answer> {
  if (stream !== true) return { message: await client.messages.create(params, { signal }), pieces: 1 }
  let pieces = 0
  const streamed = client.messages.stream(params, { signal })
  streamed.on('text', () => pieces++)
  return { message: await streamed.finalMessage(), pieces }
}

function asked({ prompt, image }: Job): Anthropic.MessageParam {
  if (image === undefined) return { role: 'user', content: prompt }
  const source = { type: 'base64' as const, media_type: 'image/png' as const, data: image }
  return {
    role: 'user',
    content: [
      { type: 'image', source },
      { type: 'text', text: prompt },
    ],
  }
}

function options({ tools, schema }: Job): Partial<Params> {
  const { name, description, parameters } = weather
  return {
    ...(tools === true ? { tools: [{ name, description, input_schema: parameters }] } : {}),
    ...(schema === undefined ? {} : { output_config: { format: { type: 'json_schema', schema } } }),
  }
}

function resultOf({ id, input }: Anthropic.ToolUseBlock): Anthropic.ToolResultBlockParam {
  return { type: 'tool_result', tool_use_id: id, content: weatherOf(input as { readonly town: string }) }
}

function textOf({ content }: Anthropic.Message): string {
  return content.map((block) => (block.type === 'text' ? block.text : '')).join('')
}
