import { ChatAnthropic } from '@langchain/anthropic'
import { HumanMessage, ToolMessage } from '@langchain/core/messages'
import type { AIMessage, AIMessageChunk, BaseMessage } from '@langchain/core/messages'
import type { Runnable } from '@langchain/core/runnables'
import { ChatOpenAI } from '@langchain/openai'
import type { Client, Heard, Job, Reached } from '../client.ts'
import { versionOf } from './version-of.ts'
import { library, weather, weatherOf } from './weather.ts'

type Model = ChatOpenAI | ChatAnthropic
type Bound = Runnable<BaseMessage[], AIMessageChunk>

/** LangChain's models. */
export const langchainClients: readonly Client[] = [
  row('`@langchain/openai`', 'openai-chat', openaiModel),
  row('`@langchain/openai`, Responses', 'openai-responses', (reached) => openaiModel(reached, true)),
  row('`@langchain/anthropic`', 'anthropic-messages', ({ baseUrl, key }) => {
    const anthropicApiUrl = baseUrl.replace('/v1', '')
    return new ChatAnthropic({ model: 'claude-sonnet-4-6', apiKey: key, anthropicApiUrl, maxRetries: 0 })
  }),
]

function openaiModel({ baseUrl, key }: Reached, useResponsesApi = false): Model {
  const configuration = { baseURL: baseUrl }
  return new ChatOpenAI({ model: 'gpt-5.5', apiKey: key, configuration, useResponsesApi, maxRetries: 0 })
}

function row(name: string, dialect: Client['dialect'], modelAt: (reached: Reached) => Model): Client {
  const version = versionOf(`@langchain/${dialect === 'anthropic-messages' ? 'anthropic' : 'openai'}`)
  return { ...library, name, version, dialect, ask: (job, reached) => ask(job, modelAt(reached)) }
}

async function ask(job: Job, model: Model): Promise<Heard> {
  if (job.schema !== undefined) return structured(job, model)
  const bound = (job.tools === true ? model.bindTools([weatherTool]) : model) as unknown as Bound
  const messages: BaseMessage[] = [asked(job)]
  for (;;) {
    const { message, pieces } = await answerTo(bound, messages, job)
    const calls = message.tool_calls ?? []
    if (calls.length === 0) return { text: message.text, pieces }
    const results = calls.map(
      ({ id = '', args }) =>
        new ToolMessage({ tool_call_id: id, content: weatherOf(args as { readonly town: string }) }),
    )
    messages.push(message, ...results)
  }
}

/** The JSON schema of its own tool form; both of its models take it. */
const weatherTool = { type: 'function' as const, function: weather }

async function structured(job: Job, model: Model): Promise<Heard> {
  const options = { name: 'place', method: 'jsonSchema' } as const
  const asks = model.withStructuredOutput({ ...job.schema }, options)
  return { text: JSON.stringify(await asks.invoke([asked(job)])) }
}

interface Answer {
  readonly message: AIMessage | AIMessageChunk
  readonly pieces: number
}

async function answerTo(model: Bound, messages: BaseMessage[], { stream, signal }: Job): Promise<Answer> {
  const options = signal === undefined ? {} : { signal }
  if (stream !== true) return { message: await model.invoke(messages, options), pieces: 1 }
  let whole: AIMessageChunk | undefined
  let pieces = 0
  for await (const chunk of await model.stream(messages, options)) {
    whole = whole === undefined ? chunk : whole.concat(chunk)
    if (chunk.text !== '') pieces++
  }
  return { message: whole!, pieces }
}

function asked({ prompt, image }: Job): BaseMessage {
  if (image === undefined) return new HumanMessage(prompt)
  return new HumanMessage({
    content: [
      { type: 'text', text: prompt },
      { type: 'image_url', image_url: { url: `data:image/png;base64,${image}` } },
    ],
  })
}
