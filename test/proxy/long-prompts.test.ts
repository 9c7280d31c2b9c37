import { afterEach, describe, expect, test } from 'vitest'
import { readInSlices } from '../../runtime/proxy/body/read-conversation.ts'
import { AT_ONCE_BYTES_MAX } from '../../runtime/proxy/body/scan.ts'
import { asciiLower } from '../../runtime/table/ascii-case.ts'
import { dialects } from '../../runtime/wire/dialects.ts'
import { answer } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import { fc } from '../support/fast-check.ts'
import { clientKey, startFixture } from '../support/gateway-fixture.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

const chatOf = (content: string) => {
  const body = JSON.stringify({ model: 'auto', messages: [{ role: 'user', content }] })
  const read = dialects['openai-chat'].read(Buffer.from(body))
  if ('kind' in read) throw new Error(read.message)
  return read.conversation()
}

describe('a long prompt', () => {
  test('says in slices what it says at once', async () => {
    const piece = 'The Quick KELVIN \u212a sign, 漢字 and Émile 42. '
    const text = piece.repeat(Math.ceil((2.5 * AT_ONCE_BYTES_MAX) / piece.length))
    const whole = chatOf(text)
    const sliced = await readInSlices(whole)
    expect(sliced.lowered).toBe(asciiLower(text))
    const { messages, images, opening, inputTokens, inputBound } = whole
    expect(sliced).toMatchObject({ messages, images, opening, inputTokens, inputBound })
  })

  test('in a list says in slices how many it is', async () => {
    const body = JSON.stringify({ model: 'auto', prompt: Array(20).fill('word '.repeat(8_000)) })
    const read = dialects['openai-completions'].read(Buffer.from(body))
    if ('kind' in read) throw new Error(read.message)
    const whole = read.conversation()
    const sliced = await readInSlices(whole)
    expect(sliced.lowered).toHaveLength(whole.text.length)
    const { messages, prompts, inputTokens, inputBound } = whole
    expect(prompts).toBe(20)
    expect(sliced).toMatchObject({ messages, prompts, inputTokens, inputBound })
  })

  test('is decided by what stands anywhere in it, across two slices too', async () => {
    const provider = await startFakeProvider(answer('hello'))
    const fixture = await startFixture(
      'gwc 1\nguard { deny "No secrets." when prompt contains "top SECRET" }\nroute { default use openai/gpt-4.1-mini }',
      { providers: { openai: { baseUrl: provider.baseUrl } } },
    )
    open.push(provider.close, () => fixture.gateway.close())
    const ask = async (content: string): Promise<number> => {
      const response = await fetch(`${fixture.baseUrl}/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'auto', messages: [{ role: 'user', content }] }),
      })
      await response.text()
      return response.status
    }
    const filler = 'É'.repeat(AT_ONCE_BYTES_MAX - 5)
    expect(await ask(`${filler}Top Secret${filler}`)).toBe(403)
    expect(await ask(`${filler}Top Secre${filler}`)).toBe(200)
  })
})

test('`A-Z` is lowered and nothing else, in any text', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  fc.assert(
    fc.property(units, fc.string({ unit: 'grapheme-ascii' }), (codes, ascii) => {
      const text = String.fromCharCode(...codes) + ascii
      expect(asciiLower(text)).toBe(text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))
    }),
  )
})
