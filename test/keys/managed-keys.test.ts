import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyRoutes } from '../../runtime/admin/key-routes.ts'
import type { AdminParts } from '../../runtime/admin/route.ts'
import { createKey, KeyProblem, revokeKey, rotateKey } from '../../runtime/keys/change-keys.ts'
import { openKeyFile } from '../../runtime/keys/key-file.ts'
import type { KeyFile } from '../../runtime/keys/key-file.ts'
import { followKeys } from '../../runtime/keys/managed-keys.ts'
import { readKeySpec } from '../../runtime/keys/read-key-spec.ts'
import type { AuditChange } from '../../runtime/audit/chain.ts'
import { gwc } from '../support/gwc.ts'
import { answer } from '../support/chat-scripts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import { routeAll, stage, startFixture } from '../support/gateway-fixture.ts'

const who = { actor: 'tests', nowMs: 1_000_000 }
const nobody: ReadonlySet<string> = new Set()

let folder = ''
let file: KeyFile
const open: (() => unknown)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gwc-keys-'))
  file = openKeyFile(join(folder, 'keys.db'))
})
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
  rmSync(folder, { recursive: true })
})

describe('a managed key', () => {
  test('is listed with what it says of its holder, and with the end of its secret', () => {
    const spec = { name: 'ci', team: 'search', models: ['openai/*'], claims: { allowance: '5' } }
    const { secret } = createKey(file, spec, who, nobody)
    expect(file.list()).toMatchObject([{ ...spec, secrets: [{ last4: secret.slice(-4) }] }])
  })

  test('has a name of its own', () => {
    createKey(file, { name: 'ci' }, who, nobody)
    expect(() => createKey(file, { name: 'ci' }, who, nobody)).toThrow('gwc keys rotate ci')
    expect(() => createKey(file, { name: 'static' }, who, new Set(['static']))).toThrow(
      'gateway.json has a key',
    )
    for (const name of ['', 'a b', '../x', 'x'.repeat(65), 'ü'])
      expect(() => createKey(file, { name }, who, nobody)).toThrow(KeyProblem)
  })

  test('keeps its name when its secret changes, and the old secret goes on for the overlap', () => {
    createKey(file, { name: 'ci', team: 'search' }, who, nobody)
    rotateKey(file, 'ci', 60_000, who)
    const [key] = file.list()
    expect(key?.secrets.map(({ expiresMs }) => expiresMs)).toEqual([who.nowMs + 60_000, undefined])
    rotateKey(file, 'ci', 3_600_000, who)
    expect(file.list()[0]?.secrets.map(({ expiresMs }) => expiresMs)).toEqual([
      who.nowMs + 60_000,
      who.nowMs + 3_600_000,
      undefined,
    ])
  })

  test('is revoked for good', () => {
    createKey(file, { name: 'ci' }, who, nobody)
    revokeKey(file, 'ci', who)
    expect(() => rotateKey(file, 'ci', 0, who)).toThrow('is revoked')
    expect(() => revokeKey(file, 'other', who)).toThrow('gwc keys list')
    expect(() => createKey(file, { name: 'ci' }, who, nobody)).toThrow(
      'ci was a key that is revoked: give this one another name',
    )
  })

  test.each([
    [{}, 'has a `name`'],
    [{ name: 'a', teams: 'x' }, 'no field "teams"'],
    [{ name: 'a', team: 3 }, '`team` is a text'],
    [{ name: 'a', models: 'openai/*' }, '`models` is a list'],
    [{ name: 'a', expires: 'soon' }, '`expires` is a day or an instant'],
    [{ name: 'a', claims: { deep: { er: 1 } } }, '`claims` is an object of texts'],
    [[], 'a JSON object'],
  ])('is not made of %j', (value, message) => {
    expect(() => readKeySpec(value)).toThrow(message)
  })

  test.each([
    [{ sources: ['10.0.0.0/99'] }, 'no address or network'],
    [{ claims: { team: 'x' } }, 'no name of a claim'],
    [{ expiresMs: 999 }, 'before it is made'],
  ])('is not made with %j', (more, message) => {
    expect(() => createKey(file, { name: 'a', ...more }, who, nobody)).toThrow(message)
  })

  test('S03 leaves no secret in any file: the store, its log, a copy of it', () => {
    const made = ['a', 'b', 'c'].map((name) => createKey(file, { name }, who, nobody))
    made.push(rotateKey(file, 'a', 0, who))
    revokeKey(file, 'b', who)
    const database = new DatabaseSync(join(folder, 'keys.db'))
    database.exec(`VACUUM INTO '${join(folder, 'copy.db')}'`)
    database.close()
    const names = readdirSync(folder)
    expect(names).toEqual(expect.arrayContaining(['keys.db', 'keys.db-wal', 'copy.db']))
    const text = names.map((name) => readFileSync(join(folder, name), 'latin1')).join('\n')
    for (const { secret, last4 } of made) {
      const bytes = Buffer.from(secret.slice(4, 47), 'base64url')
      for (const form of ['latin1', 'hex', 'base64', 'base64url'] as const)
        expect(text).not.toContain(bytes.toString(form).slice(0, 12))
      expect(text).not.toContain(secret.slice(4, 16))
      expect(text).toContain(last4)
    }
  })
})

describe('a gateway', () => {
  async function following() {
    const provider = await startFakeProvider(answer('hello'))
    open.push(provider.close)
    const changes: AuditChange[] = []
    const managed = followKeys(file, {
      audit: async (change) => void changes.push(change),
      warn: () => undefined,
    })
    open.push(managed.close)
    const fixture = await startFixture(routeAll([stage('up/m')]), {
      providers: { up: { baseUrl: provider.baseUrl } },
      managed,
    })
    open.push(() => fixture.gateway.close())
    const ask = async (key: string, model = 'up/m'): Promise<number> => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
      const body = JSON.stringify({ model, messages: [{ role: 'user', content: 'hi' }] })
      return (await fetch(`${fixture.baseUrl}/chat/completions`, { method: 'POST', headers, body })).status
    }
    return { ask, changes, managed, fixture }
  }

  const now = { actor: 'tests', nowMs: Date.now() }

  test('takes a key that another process makes, and refuses it within a second when it is revoked', async () => {
    const { ask } = await following()
    const other = openKeyFile(join(folder, 'keys.db'))
    open.push(() => other.close())
    const { secret } = createKey(other, { name: 'ci' }, now, nobody)
    await expect.poll(() => ask(secret)).toBe(200)
    revokeKey(other, 'ci', now)
    await expect.poll(() => ask(secret)).toBe(401)
  })

  test('knows both secrets of a key while a rotation overlaps, and one holder behind them', async () => {
    const { ask, managed, fixture } = await following()
    const first = createKey(file, { name: 'ci', team: 'search' }, now, nobody)
    const second = rotateKey(file, 'ci', 60_000, now)
    managed.refresh()
    expect(await ask(first.secret)).toBe(200)
    expect(await ask(second.secret)).toBe(200)
    const third = rotateKey(file, 'ci', -1, now)
    managed.refresh()
    expect(await ask(first.secret)).toBe(401)
    expect(await ask(second.secret)).toBe(401)
    expect(await ask(third.secret)).toBe(200)
    expect(fixture.bugs).toEqual([])
  })

  test('holds a key to its models, its addresses and its end', async () => {
    const { ask, managed } = await following()
    const models = createKey(file, { name: 'models', models: ['other/*'] }, now, nobody)
    const far = createKey(file, { name: 'far', sources: ['10.0.0.0/8'] }, now, nobody)
    const near = createKey(file, { name: 'near', sources: ['127.0.0.0/8', '::1'] }, now, nobody)
    const brief = createKey(file, { name: 'brief', expiresMs: Date.now() + 1 }, { ...now, nowMs: 0 }, nobody)
    managed.refresh()
    expect(await ask(models.secret)).toBe(403)
    expect(await ask(far.secret)).toBe(403)
    expect(await ask(near.secret)).toBe(200)
    expect(await ask(brief.secret)).toBe(401)
  })

  test('answers a key that it cannot check with 503, and goes on with those that it knows', async () => {
    const { ask, managed } = await following()
    const { secret } = createKey(file, { name: 'ci' }, now, nobody)
    managed.refresh()
    file.close()
    managed.refresh()
    expect(await ask(secret)).toBe(200)
    expect(await ask('sk-another-key')).toBe(503)
  })

  test('writes each change into the audit log once, whoever made it, without the secret', async () => {
    const { changes } = await following()
    const { secret } = createKey(file, { name: 'ci', team: 'search' }, now, nobody)
    rotateKey(file, 'ci', 0, now)
    revokeKey(file, 'ci', now)
    await expect
      .poll(() => changes.map(({ action }) => action))
      .toEqual(['key_create', 'key_rotate', 'key_revoke'])
    expect(changes[0]).toMatchObject({ actor: 'tests', after: { key: 'ci', team: 'search' } })
    expect(JSON.stringify(changes)).not.toContain(secret.slice(4, 30))
    expect(file.audited()).toBe(3)
  })
})

test('the admin listener says 404 of a key that is not there, and 400 of what cannot be done with one', async () => {
  const keys = followKeys(file, { audit: async () => undefined, warn: () => undefined })
  open.push(keys.close)
  createKey(file, { name: 'ci' }, who, nobody)
  revokeKey(file, 'ci', who)
  const rotate = keyRoutes.find(({ path }) => path === '/keys/{name}/rotate')!
  const asked = { query: new URLSearchParams(), body: {}, actor: 'tests' }
  const status = async (name: string): Promise<number> =>
    (await rotate.answer({ ...asked, segments: { name } }, { keys } as AdminParts)).status
  expect(await status('other')).toBe(404)
  expect(await status('ci')).toBe(400)
})

test('`gwc keys create --expires` takes a time from now, and says so of a bare number', () => {
  const config = join(folder, 'gateway.json')
  writeFileSync(config, '{"policy": "main.route", "keys": "required"}')
  const create = (expires: string) => gwc(['keys', 'create', 'ci', '--expires', expires, '--config', config])
  expect(create('90')).toMatchObject({ code: 1, err: expect.stringContaining('such as 90d') as string })
  expect(create('90d')).toMatchObject({ code: 0, err: expect.stringContaining('until 20') as string })
})
