import OpenAI from 'openai'
import type { Client, Heard, Job, Reached } from '../client.ts'
import { versionOf } from './version-of.ts'
import { library, weather, weatherSaid } from './weather.ts'

type Input = OpenAI.Responses.ResponseInputItem
type Params = OpenAI.Responses.ResponseCreateParamsNonStreaming

/** `openai` on Responses. */
export const openaiResponsesClient: Client = {
  ...library,
  name: '`openai`, Responses',
  version: versionOf('openai'),
  dialect: 'openai-responses',
  ask,
}

async function ask(job: Job, { baseUrl, key }: Reached): Promise<Heard> {
  const client = new OpenAI({ apiKey: key, baseURL: baseUrl })
  const input: Input[] = [asked(job)]
  for (;;) {
    const { response, pieces } = await answerTo(client, { model: 'gpt-5.5', input, ...options(job) }, job)
    const calls = response.output.filter((item) => item.type === 'function_call')
    if (calls.length === 0) return { text: response.output_text, pieces }
    input.push(...response.output.map(asInput), ...calls.map(resultOf))
  }
}

/** What the SDK parsed for its caller is no part of the item. */
function asInput(item: OpenAI.Responses.ResponseOutputItem): Input {
  const isSent = (name: string): boolean => name !== 'parsed' && name !== 'parsed_arguments'
  return JSON.parse(
    JSON.stringify(item, (name, value: unknown) => (isSent(name) ? value : undefined)),
  ) as Input
}

interface Answer {
  readonly response: OpenAI.Responses.Response
  readonly pieces: number
}

async function answerTo(client: OpenAI, params: Params, { stream, signal }: Job): Promise<Answer> {
  if (stream !== true) return { response: await client.responses.create(params, { signal }), pieces: 1 }
  let pieces = 0
  const streamed = client.responses.stream({ ...params, stream: true }, { signal })
  streamed.on('response.output_text.delta', () => pieces++)
  return { response: await streamed.finalResponse(), pieces }
}

function asked({ prompt, image }: Job): Input {
  if (image === undefined) return { role: 'user', content: prompt }
  const url = `data:image/png;base64,${image}`
  return {
    role: 'user',
    content: [
      { type: 'input_text', text: prompt },
      { type: 'input_image', image_url: url, detail: 'auto' },
    ],
  }
}

function options({ tools, schema }: Job): Partial<Params> {
  return {
    ...(tools === true ? { tools: [{ type: 'function', strict: true, ...weather }] } : {}),
    ...(schema === undefined
      ? {}
      : { text: { format: { type: 'json_schema', name: 'place', schema, strict: true } } }),
  }
}

function resultOf({ call_id, arguments: args }: OpenAI.Responses.ResponseFunctionToolCall): Input {
  return { type: 'function_call_output', call_id, output: weatherSaid(args) }
}
