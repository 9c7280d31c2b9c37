import { describe, expect, test } from 'vitest'
import type { WireBody } from '../../runtime/wire/dialect.ts'
import { dialects } from '../../runtime/wire/dialects.ts'

const { 'openai-chat': chat, 'openai-completions': completions, 'openai-embeddings': embeddings } = dialects
const ENDLESS = Number.MAX_SAFE_INTEGER

function read(dialect: typeof chat, body: object): WireBody {
  const found = dialect.read(Buffer.from(JSON.stringify({ model: 'm', ...body })))
  if ('kind' in found) throw new Error(found.message)
  return found
}

function fieldAtFault(dialect: typeof chat, body: object): string | undefined {
  const found = dialect.read(Buffer.from(JSON.stringify({ model: 'm', ...body })))
  return 'kind' in found ? found.field : undefined
}

describe('chat completions', () => {
  const messages = [{ role: 'user', content: 'Hi' }]
  const tool = { type: 'function', function: { name: 'f', parameters: {} } }

  test.each([
    ['texts and tools that the client runs', { tools: [tool, { type: 'custom', custom: { name: 'c' } }] }],
    ['a search that is null', { web_search_options: null }],
  ])('the bound of the input is that of its bytes: %s', (_, more) => {
    const body = read(chat, { messages, ...more })
    expect(body.conversation().inputBound).toBeGreaterThanOrEqual(body.bytes.length)
    expect(body.conversation().inputBound).toBeLessThan(10_000)
  })

  test.each([
    ['a search', { web_search_options: {} }],
    ['a tool that the provider runs', { tools: [tool, { type: 'browser_search' }] }],
    ['an image', { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'u' } }] }] }],
    ['an answer in sound, by its name', { messages: [{ role: 'assistant', audio: { id: 'a' } }] }],
  ])('it is endless with %s', (_, more) => {
    expect(read(chat, { messages, ...more }).conversation().inputBound).toBe(ENDLESS)
  })

  test('what was called before counts as input, too', () => {
    const call = { id: 'c', type: 'function', function: { name: 'f', arguments: 'x'.repeat(4_500) } }
    const called = [...messages, { role: 'assistant', content: null, tool_calls: [call] }]
    const { inputTokens } = read(chat, { messages: called }).conversation()
    expect(inputTokens).toBeGreaterThan(read(chat, { messages }).conversation().inputTokens + 1_000)
  })
})

describe('legacy completions', () => {
  test.each([
    ['a text', 'Hi there', { messages: 1, text: 'Hi there' }],
    ['texts', ['Hi', 'there'], { messages: 2, text: 'Hi\0there' }],
    ['tokens', [1, 2, 3], { messages: 1, text: '', inputTokens: 3 }],
    ['lists of tokens', [[1, 2], [3]], { messages: 2, text: '', inputTokens: 3 }],
  ])('%s', (_, prompt, facts) => {
    const body = read(completions, { prompt })
    expect(body.conversation()).toMatchObject(facts)
    expect(body.conversation().inputBound).toBeGreaterThanOrEqual(body.bytes.length)
  })

  test.each([
    [{ prompt: 'a' }, 1],
    [{ prompt: 'a', n: 3 }, 3],
    [{ prompt: 'a', n: 2, best_of: 5 }, 5],
    [{ prompt: ['a', 'b'], n: 3 }, 6],
  ])('%j asks for %d answers', (body, n) => expect(read(completions, body).n).toBe(n))

  test.each([
    [{ prompt: { text: 'a' } }, 'prompt'],
    [{ prompt: [1, 'a'] }, 'prompt'],
    [{ prompt: 'a', n: 129 }, 'n'],
    [{ prompt: Array.from({ length: 65 }, () => 'a'), n: 2 }, 'prompt'],
    [{ prompt: 'a', max_tokens: 0 }, 'max_tokens'],
  ])('%j is refused', (body, field) => expect(fieldAtFault(completions, body)).toBe(field))
})

describe('embeddings', () => {
  test.each([
    ['Hi there', { messages: 1, text: 'Hi there' }],
    [['Hi', 'there'], { messages: 2, text: 'Hi\0there' }],
    [[[1, 2], [3]], { messages: 2, inputTokens: 3 }],
  ])('%j', (input, facts) => expect(read(embeddings, { input }).conversation()).toMatchObject(facts))

  test('an input in a form of a later version goes up, and has no bound', () => {
    const { inputBound } = read(embeddings, { input: [{ image: 'u' }] }).conversation()
    expect(inputBound).toBe(ENDLESS)
  })

  test('nothing of them streams', () => {
    expect(read(embeddings, { input: 'a', stream: true }).stream).toBe(false)
  })
})
