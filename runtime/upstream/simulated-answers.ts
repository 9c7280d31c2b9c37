import { estimateTokens } from '../wire/estimate-tokens.ts'
import type { DialectName } from '../wire/dialect.ts'
import { isObject } from '../wire/json.ts'
import type { Json } from '../wire/json.ts'

/** What the simulated provider answers in the APIs that it speaks: what it was last told, and that it is simulated. */
export const simulatedAnswers: Readonly<Partial<Record<DialectName, (request: Json) => object>>> = {
  'openai-chat': (request) => {
    const text = replyTo(request, request['messages'])
    const message = { role: 'assistant', content: text, refusal: null }
    return {
      ...head(request, 'chatcmpl', 'chat.completion'),
      choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }],
      usage: usageOf(request['messages'], text, ['prompt', 'completion']),
    }
  },
  'openai-responses': (request) => {
    const text = replyTo(request, request['input'])
    const { id, model, created } = head(request, 'resp', '')
    const content = [{ type: 'output_text', text, annotations: [], logprobs: [] }]
    return {
      id,
      object: 'response',
      created_at: created,
      status: 'completed',
      error: null,
      incomplete_details: null,
      model,
      output: [{ id: `msg_${id}`, type: 'message', role: 'assistant', status: 'completed', content }],
      parallel_tool_calls: true,
      tools: [],
      tool_choice: 'auto',
      usage: usageOf(request['input'], text, ['input', 'output']),
    }
  },
  'openai-completions': (request) => {
    const text = replyTo(request, request['prompt'])
    return {
      ...head(request, 'cmpl', 'text_completion'),
      choices: [{ text, index: 0, logprobs: null, finish_reason: 'stop' }],
      usage: usageOf(request['prompt'], text, ['prompt', 'completion']),
    }
  },
  'openai-embeddings': (request) => {
    const inputs = Array.isArray(request['input']) ? request['input'].length : 1
    const asked = request['encoding_format']
    const embedding = asked === 'base64' ? Buffer.from(vector.buffer).toString('base64') : [...vector]
    const data = Array.from({ length: inputs }, (_, index) => ({ object: 'embedding', index, embedding }))
    const tokens = estimateTokens(JSON.stringify(request['input'] ?? ''))
    return {
      object: 'list',
      data,
      model: nameOf(request),
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    }
  },
}

/** No vector of a model: nobody should find it near another. */
const vector = new Float32Array(8).fill(0.125)

function head(request: Json, prefix: string, object: string) {
  const id = `${prefix}-simulated-${Date.now().toString(36)}`
  const created = Math.floor(Date.now() / 1000)
  return { id, object, created, model: nameOf(request), system_fingerprint: 'gwc-simulated' }
}

function nameOf({ model }: Json): string {
  return typeof model === 'string' ? model : 'unknown'
}

function replyTo(request: Json, said: unknown): string {
  return `[simulated ${nameOf(request)}] You said: ${lastText(said)}`
}

function usageOf(
  said: unknown,
  text: string,
  [inputWord, outputWord]: readonly ['prompt' | 'input', 'completion' | 'output'],
): object {
  const [input, output] = [estimateTokens(JSON.stringify(said ?? [])), estimateTokens(text)]
  return {
    [`${inputWord}_tokens`]: input,
    [`${inputWord}_tokens_details`]: { cached_tokens: 0 },
    [`${outputWord}_tokens`]: output,
    [`${outputWord}_tokens_details`]: { reasoning_tokens: 0 },
    total_tokens: input + output,
  }
}

/** The text of the last message, however it is written. */
function lastText(said: unknown): string {
  const last: unknown = Array.isArray(said) ? said.at(-1) : said
  const content = isObject(last) ? last['content'] : last
  const parts = Array.isArray(content) ? content.filter(isObject).map((part) => part['text']) : [content]
  const text = parts.filter((part) => typeof part === 'string').join(' ')
  return text.length > 500 ? `${text.slice(0, 500)}…` : text
}
