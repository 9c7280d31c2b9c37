import type { Socket } from 'node:net'
import { expect, vi } from 'vitest'
import { cutAtEof } from '../support/provider/break-off.ts'
import { fail, say } from '../support/provider/say.ts'
import type { Bench, ProviderColumn } from './bench.ts'
import type { Cell, Client } from './client.ts'

/** What a client says to its own provider alone, and another one heard. */
function toItself(
  { dialect, keepsToItself }: Client,
  { speaks }: ProviderColumn,
  told: string,
): readonly string[] {
  return dialect === speaks ? [] : keepsToItself.filter((word) => told.includes(word))
}

/** Does with a client what a cell says, and expects it to go well. */
type Check = (client: Client, bench: Bench) => Promise<void>

/** What the suite asks of every client at every provider. */
export const cells: Readonly<Record<Cell, Check>> = {
  text: async (client, { script, fixture, reached }) => {
    script(say())
    const heard = await client.ask({ prompt: 'Say hello.' }, reached)
    expect(heard.text).toContain('Hello there.')
    expect(fixture.traces.at(-1)).toMatchObject({ status: 200, usage: { output: 5 } })
  },

  stream: async (client, { script, reached }) => {
    script(say({ text: 'One word after the other.' }, 5))
    const { text, pieces = 2 } = await client.ask({ prompt: 'Say five words.', stream: true }, reached)
    expect(text).toContain('One word after the other.')
    expect(pieces).toBeGreaterThan(1)
  },

  tools: async (client, { provider, script, column, reached }) => {
    const calls = [client.callFor('call_1', 'Graz'), client.callFor('call_2', 'Linz')]
    script(say({ calls }), say({ text: 'Both done.' }))
    const before = provider.requests.length
    const heard = await client.ask({ prompt: 'Do both.', tools: true, stream: true }, reached)
    expect(heard.text).toContain('Both done.')
    const told = provider.requests.at(-1)!.body.toString()
    expect(told).toContain('Sun over Graz')
    expect(told).toContain('Sun over Linz')
    expect(toItself(client, column, told)).toEqual([])
    expect(provider.requests.length - before).toBeLessThanOrEqual(3)
  },

  schema: async (client, { provider, script, reached }) => {
    const answer = '{"town":"Graz"}'
    const called = client.formCall?.(answer)
    script(called === undefined ? say({ text: answer }) : say({ calls: [called] }), say({ text: answer }))
    const heard = await client.ask({ prompt: 'Which town?', schema: place }, reached)
    expect(JSON.parse(heard.text)).toEqual({ town: 'Graz' })
    expect(provider.requests.at(-1)!.body.toString()).toContain(
      '"description":"The town that was asked for."',
    )
  },

  image: async (client, { provider, script, reached }) => {
    script(say({ text: 'A red dot.' }))
    const heard = await client.ask({ prompt: 'What is it?', image: redDot }, reached)
    expect(heard.text).toContain('A red dot.')
    expect(provider.requests.at(-1)!.body.toString()).toContain(redDot)
  },

  long: async (client, { provider, script, reached }) => {
    const calls = [client.longCall('call_1', 65_536)]
    script(say({ calls }), say({ text: 'Counted.' }))
    const heard = await client.ask({ prompt: 'Count.', tools: true, stream: true }, reached)
    expect(heard.text).toContain('Counted.')
    expect(provider.requests.at(-1)!.body.toString()).toContain('65536')
  },

  error: async (client, { provider, script, reached }) => {
    script(fail(400, {}, { message: 'seven is not a prime mover' }))
    const before = provider.requests.length
    await expect(client.ask({ prompt: 'Err.' }, reached)).rejects.toThrow('seven is not a prime mover')
    expect(provider.requests.length - before).toBeLessThanOrEqual(client.triesMax.error)
  },

  cut: async (client, { provider, script, reached }) => {
    script(cutAtEof)
    const before = provider.requests.length
    await expect(client.ask({ prompt: 'Go on.', stream: true }, reached)).rejects.toThrow(/./)
    expect(provider.requests.length - before).toBeLessThanOrEqual(client.triesMax.cut)
  },

  abort: async (client, { script, fixture, reached }) => {
    let socket: Socket | undefined
    const words = say({ text: 'word '.repeat(2_000) }, 20)
    script((exchange) => {
      socket = exchange.socket
      return words(exchange)
    })
    const controller = new AbortController()
    const left = client.ask({ prompt: 'Talk.', stream: true, signal: controller.signal }, reached).then(
      () => 'it ended as if all had been said',
      () => undefined,
    )
    await vi.waitUntil(() => socket !== undefined, { timeout: 60_000 })
    controller.abort()
    expect(await left).toBeUndefined()
    await vi.waitUntil(() => socket?.destroyed === true, { timeout: 10_000 })
    await vi.waitUntil(() => fixture.traces.at(-1)?.error === 'client_closed_request', { timeout: 10_000 })
  },
}

const place = {
  type: 'object',
  properties: { town: { type: 'string', description: 'The town that was asked for.' } },
  required: ['town'],
  additionalProperties: false,
}

/** A PNG of one red dot. */
const redDot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
