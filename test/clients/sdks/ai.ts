import { createAnthropic } from '@ai-sdk/anthropic'
import { createGoogleGenerativeAI } from '@ai-sdk/google'
import { createOpenAI } from '@ai-sdk/openai'
import { generateText, isStepCount, jsonSchema, Output, streamText, tool } from 'ai'
import type { LanguageModel, ModelMessage } from 'ai'
import type { Client, Heard, Job, Reached } from '../client.ts'
import { versionOf } from './version-of.ts'
import { library, weather, weatherOf } from './weather.ts'

/** `ai` with each of its providers. */
export const aiClients: readonly Client[] = [
  row('`ai`, OpenAI’s Responses', 'openai-responses', ({ baseUrl, key }) =>
    createOpenAI({ baseURL: baseUrl, apiKey: key })('gpt-5.5'),
  ),
  row('`ai`, OpenAI’s chat completions', 'openai-chat', ({ baseUrl, key }) =>
    createOpenAI({ baseURL: baseUrl, apiKey: key }).chat('gpt-5.5'),
  ),
  row('`ai`, Anthropic', 'anthropic-messages', ({ baseUrl, key }) =>
    createAnthropic({ baseURL: baseUrl, apiKey: key })('claude-sonnet-4-6'),
  ),
  row('`ai`, Google', 'gemini-generate', ({ baseUrl, key }) =>
    createGoogleGenerativeAI({ baseURL: baseUrl.replace('/v1', '/v1beta'), apiKey: key })('gemini-2.5-pro'),
  ),
]

function row(name: string, dialect: Client['dialect'], modelAt: (reached: Reached) => LanguageModel): Client {
  return {
    ...library,
    name,
    version: versionOf('ai'),
    dialect,
    ask: (job, reached) => ask(job, modelAt(reached)),
  }
}

async function ask(job: Job, model: LanguageModel): Promise<Heard> {
  const question = {
    model,
    messages: [asked(job)],
    stopWhen: isStepCount(5),
    ...(job.tools === true ? { tools } : {}),
    ...(job.schema === undefined ? {} : { output: Output.object({ schema: jsonSchema(job.schema) }) }),
    ...(job.signal === undefined ? {} : { abortSignal: job.signal }),
  }
  if (job.stream === true) return streamed(question)
  const { text } = await generateText(question)
  return { text, pieces: 1 }
}

/** An error in its stream is a part of it; `streamText` throws none by itself. */
async function streamed(question: Parameters<typeof streamText>[0]): Promise<Heard> {
  const texts: string[] = []
  for await (const part of streamText({ ...question, onError: () => undefined }).fullStream) {
    if (part.type === 'error') throw part.error
    if (part.type === 'abort') throw new Error('aborted')
    if (part.type === 'start-step') texts.length = 0
    if (part.type === 'text-delta') texts.push(part.text)
  }
  return { text: texts.join(''), pieces: texts.length }
}

const tools = {
  weather: tool({
    description: weather.description,
    inputSchema: jsonSchema<{ readonly town: string }>(weather.parameters),
    execute: weatherOf,
  }),
}

function asked({ prompt, image }: Job): ModelMessage {
  if (image === undefined) return { role: 'user', content: prompt }
  return {
    role: 'user',
    content: [
      { type: 'text', text: prompt },
      { type: 'file', data: image, mediaType: 'image/png' },
    ],
  }
}
