import { appendFileSync, cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gwc, serve, temporaryFolder } from '../support/gwc.ts'
import { noteFigure, rounds } from '../support/figures.ts'

const models = { mini: 'openai/gpt-4.1-mini', nano: 'openai/gpt-5.4-nano' }
const policy = (model: string): string => `gwc 1\nroute {\n  default use ${model}\n}\n`
const policies = { mini: policy(models.mini), nano: policy(models.nano) }

async function ask(url: string, body: object = {}): Promise<Response> {
  const response = await fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'Hi.' }], ...body }),
  })
  await response.text()
  return response
}

const modelOf = async (url: string): Promise<string | null> => (await ask(url)).headers.get('x-gwc-model')

const edits = rounds(200)

test(`${edits} edits of the file under load: each answer obeys one policy, none fails`, async () => {
  using folder = temporaryFolder()
  const file = join(folder.path, 'main.route')
  writeFileSync(file, policies.mini)
  await using served = await serve(['--demo', 'main.route'], folder.path)
  const seen = new Map<string, string>()
  let answered = 0
  const over = new AbortController()
  const asker = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const response = await ask(served.url)
      expect(response.status).toBe(200)
      const version = response.headers.get('x-gwc-policy')!
      const model = response.headers.get('x-gwc-model')!
      expect(seen.get(version) ?? model).toBe(model)
      seen.set(version, model)
      answered++
    }
  }
  const askers = Array.from({ length: 4 }, asker)
  for (let i = 0; i < edits; i++) {
    const name = i % 2 === 0 ? 'nano' : 'mini'
    if (i % 5 === 4) {
      writeFileSync(file, policies[name].slice(0, 20))
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    if (i % 3 === 0) {
      writeFileSync(`${file}.new`, policies[name])
      renameSync(`${file}.new`, file)
    } else writeFileSync(file, policies[name])
    await expect.poll(() => modelOf(served.url), { timeout: 10_000 }).toBe(models[name])
  }
  over.abort()
  await Promise.all(askers)
  expect([...seen.values()].toSorted()).toEqual(Object.values(models))
  noteFigure(
    `${edits} edits of the policy of a running \`gwc serve\`, a fifth of them broken first`,
    `${answered} requests: 0 failed, 0 whose version disagrees with the model they got`,
  )
}, 300_000)

test('a built table that is replaced is obeyed; one that is cut off is refused, told once, and changes nothing', async () => {
  using folder = temporaryFolder()
  const at = (name: string): string => join(folder.path, name)
  writeFileSync(
    at('gateway.json'),
    JSON.stringify({
      policy: 'table.json',
      keys: 'open',
      providers: {
        openai: {
          dialect: 'openai',
          baseUrl: 'http://127.0.0.1:9/v1',
          accounts: [{ key: 'env:PROVIDER_KEY' }],
        },
      },
    }),
  )
  for (const [name, text] of Object.entries(policies)) {
    writeFileSync(at(`${name}.route`), text)
    expect(gwc(['build', `${name}.route`, '-o', `${name}.json`], { cwd: folder.path })).toMatchObject({
      code: 0,
    })
  }
  cpSync(at('mini.json'), at('table.json'))
  await using served = await serve(['table.json'], folder.path, { PROVIDER_KEY: 'unused' })
  expect(await modelOf(served.url)).toBe(models.mini)
  writeFileSync(at('table.json'), readFileSync(at('nano.json')).subarray(0, 500))
  await expect.poll(() => served.printed(), { timeout: 5_000 }).toContain('refused')
  expect(await modelOf(served.url)).toBe(models.mini)
  cpSync(at('nano.json'), at('table.json'))
  await expect.poll(() => modelOf(served.url), { timeout: 5_000 }).toBe(models.nano)
  rmSync(at('table.json'))
  await expect.poll(() => served.printed(), { timeout: 5_000 }).toMatch(/cannot read .*table\.json/)
  expect(await modelOf(served.url)).toBe(models.nano)
  expect(served.printed().match(/was refused/g)).toHaveLength(2)
  appendFileSync(at('gateway.json'), '\n')
  await expect
    .poll(() => served.printed(), { timeout: 5_000 })
    .toContain('gateway.json has changed; it is read at start only: restart gwc')
})
