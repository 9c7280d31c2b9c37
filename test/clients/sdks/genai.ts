import { GoogleGenAI } from '@google/genai'
import type {
  Content,
  FunctionCall,
  GenerateContentConfig,
  GenerateContentResponse,
  Part,
} from '@google/genai'
import type { Client, Heard, Job, Reached } from '../client.ts'
import { versionOf } from './version-of.ts'
import { library, weather, weatherOf } from './weather.ts'

/** `@google/genai`. */
export const genaiClient: Client = {
  ...library,
  name: '`@google/genai`',
  version: versionOf('@google/genai'),
  dialect: 'gemini-generate',
  ask,
}

async function ask(job: Job, { baseUrl, key }: Reached): Promise<Heard> {
  const client = new GoogleGenAI({ apiKey: key, httpOptions: { baseUrl: baseUrl.replace('/v1', '') } })
  const contents: Content[] = [asked(job)]
  for (;;) {
    const { parts, pieces } = await answerTo(client, contents, job)
    const calls = parts.flatMap(({ functionCall }) => (functionCall === undefined ? [] : [functionCall]))
    if (calls.length === 0) return { text: parts.map(({ text = '' }) => text).join(''), pieces }
    contents.push({ role: 'model', parts }, { role: 'user', parts: calls.map(resultOf) })
  }
}

interface Answer {
  readonly parts: Part[]
  readonly pieces: number
}

async function answerTo(client: GoogleGenAI, contents: Content[], job: Job): Promise<Answer> {
  const question = { model: 'gemini-2.5-pro', contents, config: configFor(job) }
  if (job.stream !== true) return { parts: partsOf(await client.models.generateContent(question)), pieces: 1 }
  const parts: Part[] = []
  let isWhole = false
  for await (const chunk of await client.models.generateContentStream(question)) {
    parts.push(...partsOf(chunk))
    isWhole ||= chunk.candidates?.[0]?.finishReason !== undefined
  }
  // The library leaves it to its caller to see that an answer has an end.
  if (!isWhole) throw new Error('the stream ended before the answer did')
  return { parts, pieces: parts.length }
}

function partsOf({ candidates }: GenerateContentResponse): Part[] {
  return candidates?.[0]?.content?.parts ?? []
}

function asked({ prompt, image }: Job): Content {
  const picture = image === undefined ? [] : [{ inlineData: { mimeType: 'image/png', data: image } }]
  return { role: 'user', parts: [{ text: prompt }, ...picture] }
}

function configFor({ tools, schema, signal }: Job): GenerateContentConfig {
  const { name, description, parameters } = weather
  const declared = { name, description, parametersJsonSchema: parameters }
  return {
    ...(tools === true ? { tools: [{ functionDeclarations: [declared] }] } : {}),
    ...(schema === undefined ? {} : { responseMimeType: 'application/json', responseJsonSchema: schema }),
    ...(signal === undefined ? {} : { abortSignal: signal }),
  }
}

function resultOf({ id, name = '', args }: FunctionCall): Part {
  const response = { output: weatherOf(args as { readonly town: string }) }
  return { functionResponse: { ...(id === undefined ? {} : { id }), name, response } }
}
