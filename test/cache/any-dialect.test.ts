import Anthropic from '@anthropic-ai/sdk'
import { GoogleGenAI } from '@google/genai'
import OpenAI from 'openai'
import { afterEach, describe, expect, test } from 'vitest'
import { all } from '../support/all.ts'
import { startCacheWorld } from '../support/cache-world.ts'
import type { CacheWorld } from '../support/cache-world.ts'
import { clientKey } from '../support/gateway-fixture.ts'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** What a client reads of an answer. */
interface Read {
  readonly text: string
  /** Why it ended, in its API's word. */
  readonly end: unknown
  /** Input tokens that came from a cache, and all of them. */
  readonly cached: readonly [number | null | undefined, number | null | undefined]
}

type Ask = (text: string) => Promise<Read>

/** A client of an API, asking for at most 100 tokens, whole and streaming. */
interface Speaker {
  readonly name: string
  readonly whole: Ask
  readonly streamed: Ask
}

function speakersOf({ fixture }: CacheWorld): readonly Speaker[] {
  const { baseUrl } = fixture
  const root = baseUrl.replace('/v1', '')
  const openai = new OpenAI({ apiKey: clientKey, baseURL: baseUrl, maxRetries: 0 })
  const anthropic = new Anthropic({ apiKey: clientKey, baseURL: root, maxRetries: 0 })
  const google = new GoogleGenAI({ apiKey: clientKey, httpOptions: { baseUrl: root } })
  return [chat(openai), responses(openai), messages(anthropic), gemini(google)]
}

function chat(client: OpenAI): Speaker {
  const asked = (content: string) => ({
    model: 'auto',
    max_tokens: 100,
    messages: [{ role: 'user' as const, content }],
  })
  return {
    name: 'chat completions',
    whole: async (text) => {
      const { choices, usage } = await client.chat.completions.create(asked(text))
      const [choice] = choices
      const cached = usage?.prompt_tokens_details?.cached_tokens
      return {
        text: choice?.message.content ?? '',
        end: choice?.finish_reason,
        cached: [cached, usage?.prompt_tokens],
      }
    },
    streamed: async (text) => {
      const stream = await client.chat.completions.create({
        ...asked(text),
        stream: true,
        stream_options: { include_usage: true },
      })
      const chunks = await all(stream)
      const usage = chunks.at(-1)?.usage
      return {
        text: chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join(''),
        end: chunks.map(({ choices }) => choices[0]?.finish_reason).find((reason) => reason != null),
        cached: [usage?.prompt_tokens_details?.cached_tokens, usage?.prompt_tokens],
      }
    },
  }
}

function responses(client: OpenAI): Speaker {
  const asked = (input: string) => ({ model: 'auto', max_output_tokens: 100, store: false, input })
  const read = ({ output_text: text, status, usage }: OpenAI.Responses.Response): Read => ({
    text,
    end: status,
    cached: [usage?.input_tokens_details.cached_tokens, usage?.input_tokens],
  })
  return {
    name: 'responses',
    whole: async (text) => read(await client.responses.create(asked(text))),
    streamed: async (text) => read(await client.responses.stream(asked(text)).finalResponse()),
  }
}

function messages(client: Anthropic): Speaker {
  const asked = (content: string) => ({
    model: 'auto',
    max_tokens: 100,
    messages: [{ role: 'user' as const, content }],
  })
  const read = ({ content, stop_reason: end, usage }: Anthropic.Message): Read => {
    const { input_tokens: input, cache_read_input_tokens: cached } = usage
    return {
      text: content.map((block) => (block.type === 'text' ? block.text : '')).join(''),
      end,
      cached: [cached, input + (cached ?? 0)],
    }
  }
  return {
    name: 'messages',
    whole: async (text) => read(await client.messages.create(asked(text))),
    streamed: async (text) => read(await client.messages.stream(asked(text)).finalMessage()),
  }
}

function gemini(client: GoogleGenAI): Speaker {
  const asked = (contents: string) => ({ model: 'auto', contents, config: { maxOutputTokens: 100 } })
  return {
    name: 'generateContent',
    whole: async (text) => {
      const answer = await client.models.generateContent(asked(text))
      const { cachedContentTokenCount, promptTokenCount } = answer.usageMetadata ?? {}
      return {
        text: answer.text ?? '',
        end: answer.candidates?.[0]?.finishReason,
        cached: [cachedContentTokenCount, promptTokenCount],
      }
    },
    streamed: async (text) => {
      const chunks = await all(await client.models.generateContentStream(asked(text)))
      const { cachedContentTokenCount, promptTokenCount } = chunks.at(-1)?.usageMetadata ?? {}
      return {
        text: chunks.map((chunk) => chunk.text ?? '').join(''),
        end: chunks.at(-1)?.candidates?.[0]?.finishReason,
        cached: [cachedContentTokenCount, promptTokenCount],
      }
    },
  }
}

const ends: Readonly<Record<string, unknown>> = {
  'chat completions': 'stop',
  responses: 'completed',
  messages: 'end_turn',
  generateContent: 'STOP',
}

describe('an answer that one API was given is read in every other, by its own SDK', () => {
  test.each([0, 1, 2, 3].flatMap((from) => [[from, 'whole'] as const, [from, 'streamed'] as const]))(
    'of API %i, %s',
    async (from, how) => {
      const made = await startCacheWorld()
      open.push(made.close)
      const speakers = speakersOf(made)
      const first = await speakers[from]![how]('What is the capital of France?')
      expect(first.text).toBe('Answer 1.')
      for (const { name, whole, streamed } of speakers)
        for (const ask of [whole, streamed]) {
          const { text, end, cached } = await ask('Please, what is the capital of France?')
          expect([name, text, end]).toEqual([name, 'Answer 1.', ends[name]])
          expect([name, cached[0]]).toEqual([name, cached[1]])
          expect(cached[0]).toBeGreaterThan(0)
        }
      expect(made.provider.requests).toHaveLength(1)
      expect(made.fixture.bugs).toEqual([])
    },
  )
})

test('what one API alone can say stays within it', async () => {
  const made = await startCacheWorld()
  open.push(made.close)
  const [{ baseUrl }, content] = [made.fixture, 'What is the capital of France?']
  const post = async (path: string, body: object): Promise<string | undefined> => {
    const headers = { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' }
    const response = await fetch(`${baseUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    await response.text()
    return response.headers.get('x-gwc-cache')?.split(';')[0]
  }
  const asked = { model: 'auto', max_tokens: 100, messages: [{ role: 'user', content }] }
  expect(await post('/chat/completions', { ...asked, logit_bias: {} })).toBe('miss')
  expect(await post('/messages', asked)).toBe('miss')
  expect(await post('/messages', { ...asked, top_k: 1 })).toBe('miss')
  expect(await post('/messages', { ...asked, metadata: { user_id: 'u' } })).toBe('exact')
  expect(await post('/chat/completions', { ...asked, user: 'u', max_completion_tokens: null })).toBe(
    'semantic',
  )
})
