import { once } from 'node:events'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import OpenAI from 'openai'
import { describe, expect, test } from 'vitest'
import { gwc, serve, temporaryFolder, type Served } from '../support/gwc.ts'

const minimal = join(import.meta.dirname, '../../policies/minimal')

const client = (served: Served): OpenAI =>
  new OpenAI({ baseURL: `${served.url}/v1`, apiKey: 'anything', maxRetries: 0 })
const hello = { model: 'auto', messages: [{ role: 'user' as const, content: 'hello' }] }

/** The rule that decides `hello` now. */
async function ruleOf(served: Served): Promise<string | null> {
  const { response } = await client(served).chat.completions.create(hello).withResponse()
  return response.headers.get('x-gwc-rule')
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`never happened: ${what}`)
}

describe('gwc serve --demo', () => {
  test('answers the OpenAI SDK, names the rule, and says that the provider is simulated', async () => {
    using folder = temporaryFolder()
    cpSync(minimal, folder.path, { recursive: true })
    await using served = await serve(['--demo', 'main.route'], folder.path)

    const { data, response } = await client(served).chat.completions.create(hello).withResponse()
    expect(response.headers.get('x-gwc-rule')).toBe('main.route#default')
    expect(data.choices[0]?.message.content).toMatch(/simulated/)
    expect(data.choices[0]?.finish_reason).toBe('stop')
  })

  test('streams, and the asked model is obeyed', async () => {
    using folder = temporaryFolder()
    cpSync(minimal, folder.path, { recursive: true })
    await using served = await serve(['--demo', 'main.route'], folder.path)

    const { data, response } = await client(served)
      .chat.completions.create({ ...hello, model: 'gpt-4.1', stream: true })
      .withResponse()
    let text = ''
    for await (const chunk of data) text += chunk.choices[0]?.delta.content ?? ''
    expect(response.headers.get('x-gwc-rule')).toBe('main.route#named')
    expect(response.headers.get('x-gwc-model')).toBe('openai/gpt-4.1')
    expect(text).toMatch(/simulated/)
  })

  test('lists the models', async () => {
    using folder = temporaryFolder()
    cpSync(minimal, folder.path, { recursive: true })
    await using served = await serve(['--demo', 'main.route'], folder.path)
    const ids: string[] = []
    for await (const model of client(served).models.list()) ids.push(model.id)
    expect(ids).toContain('openai/gpt-4.1')
  })

  test('an edit is obeyed by the next requests; a broken edit changes nothing and says why', async () => {
    using folder = temporaryFolder()
    cpSync(minimal, folder.path, { recursive: true })
    const path = join(folder.path, 'main.route')
    await using served = await serve(['--demo', 'main.route'], folder.path)
    expect(await ruleOf(served)).toBe('main.route#default')

    const text = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      text.replace('route {', 'route {\n  rule everybody when input_tokens < 10k use openai/gpt-4.1'),
    )
    await until('the new rule decides', async () => (await ruleOf(served)) === 'main.route#everybody')

    writeFileSync(
      path,
      text.replace('route {', 'route {\n  rule everybody when input_tokenz < 10k use openai/gpt-4.1'),
    )
    await until('the mistake is shown', () => served.printed().includes('input_tokenz'))
    expect(await ruleOf(served)).toBe('main.route#everybody')
  })

  test('SIGTERM lets a stream finish, then ends with 0', async () => {
    using folder = temporaryFolder()
    cpSync(minimal, folder.path, { recursive: true })
    await using served = await serve(['--demo', 'main.route'], folder.path)
    const stream = await client(served).chat.completions.create({ ...hello, stream: true })
    const ended = once(served.process, 'exit')
    let finish: string | null | undefined
    for await (const chunk of stream) {
      served.process.kill('SIGTERM')
      finish = chunk.choices[0]?.finish_reason ?? finish
    }
    expect(finish).toBe('stop')
    expect((await ended)[0]).toBe(0)
  })

  test('SIGTERM ends it though nobody reads its log any more', async () => {
    await using served = await serve(['--demo'], minimal)
    served.process.stdout?.destroy()
    await client(served).chat.completions.create(hello)
    const ended = once(served.process, 'exit')
    served.process.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)
  })

  test('an address that is none is told, and the command ends', () => {
    const { code, err } = gwc(['serve', '--demo', '--listen', 'foo'], { cwd: minimal })
    expect(code).toBe(1)
    expect(err).toContain('listen')
  })
})
