import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Log, LogFields } from '../../runtime/log.ts'
import type { Built, Opened, PolicySource, PolicyWatch } from '../../runtime/reload.ts'
import { openPolicy, watchPolicy } from '../../runtime/reload.ts'
import { decideFacts } from '../../runtime/table/decide.ts'
import { someGateway } from '../support/gateway.ts'
import { buildTable, bytesOf, use } from '../support/table-builder.ts'

let folder = ''
let watching: PolicyWatch | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gwc-reload-'))
})
afterEach(() => {
  watching?.close()
  rmSync(folder, { recursive: true })
})

const tableOf = (model: string): Buffer =>
  bytesOf(buildTable({ axes: [], route: [{ allow: {}, action: use(`openai/${model}`), rule: model }] }))
const file = (): string => join(folder, 'main.table.json')

/** A source that reads a built table, as the gateway does for a policy that ends in .json. */
const fromFile = (): PolicySource => ({
  build: async () => {
    try {
      return { ok: true, bytes: readFileSync(file()) }
    } catch {
      return { ok: false, message: 'main.table.json cannot be read' }
    }
  },
  files: () => [file()],
})

interface Line {
  readonly level: string
  readonly message: string
  readonly fields: LogFields | undefined
}

function collectingLog(): Log & { readonly lines: readonly Line[] } {
  const lines: Line[] = []
  const add = (level: string) => (message: string, fields?: LogFields) =>
    void lines.push({ level, message, fields })
  return {
    lines,
    request: () => undefined,
    info: add('info'),
    warn: add('warn'),
    error: add('error'),
    dropped: () => 0,
    flush: async () => undefined,
  }
}

async function opened(
  source: PolicySource,
  log: Log = collectingLog(),
): Promise<Extract<Opened, { ok: true }>> {
  const result = await openPolicy(source, someGateway(folder), log)
  if (!result.ok) throw new Error(result.message)
  return result
}

const ruleOf = ({ cell }: Extract<Opened, { ok: true }>): string => decideFacts(cell.current.table, {}).rule

describe('watching', () => {
  test('a rewritten file is obeyed by the next request', async () => {
    writeFileSync(file(), tableOf('a'))
    const policy = await opened(fromFile())
    watching = watchPolicy(fromFile(), policy.cell, collectingLog(), policy.seen)
    writeFileSync(file(), tableOf('b'))
    await expect.poll(() => ruleOf(policy)).toBe('main.route#b')
    expect(policy.cell.current.generation).toBe(2)
  })

  test('so is one that is renamed over it, again and again', async () => {
    writeFileSync(file(), tableOf('a'))
    const policy = await opened(fromFile())
    watching = watchPolicy(fromFile(), policy.cell, collectingLog(), policy.seen)
    for (const model of ['b', 'c', 'd']) {
      writeFileSync(join(folder, 'new'), tableOf(model))
      renameSync(join(folder, 'new'), file())
      await expect.poll(() => ruleOf(policy)).toBe(`main.route#${model}`)
    }
  })

  test('and one that changed between opening and watching', async () => {
    writeFileSync(file(), tableOf('a'))
    const policy = await opened(fromFile())
    writeFileSync(file(), tableOf('b'))
    watching = watchPolicy(fromFile(), policy.cell, collectingLog(), policy.seen)
    await expect.poll(() => ruleOf(policy), { timeout: 3_000 }).toBe('main.route#b')
  })

  test('a folder that comes later is seen too', async () => {
    const deep = join(folder, 'teams', 'a.route')
    const source: PolicySource = { ...fromFile(), files: () => [file(), deep] }
    writeFileSync(file(), tableOf('a'))
    const policy = await opened(source)
    let builds = 0
    const counted: PolicySource = { ...source, build: async () => (builds++, source.build()) }
    watching = watchPolicy(counted, policy.cell, collectingLog(), policy.seen)
    mkdirSync(join(folder, 'teams'))
    writeFileSync(deep, 'x')
    await expect.poll(() => builds, { timeout: 3_000 }).toBeGreaterThan(0)
  })

  test('after close nothing is obeyed any more', async () => {
    writeFileSync(file(), tableOf('a'))
    const policy = await opened(fromFile())
    const watch = watchPolicy(fromFile(), policy.cell, collectingLog(), policy.seen)
    watch.close()
    writeFileSync(file(), tableOf('b'))
    expect(await watch.reload()).toMatchObject({ kind: 'refused' })
    expect(ruleOf(policy)).toBe('main.route#a')
  })
})

describe('a bad policy', () => {
  test.each<[string, () => void, string]>([
    ['half a file', () => writeFileSync(file(), tableOf('b').subarray(0, 300)), 'is not JSON'],
    [
      'a damaged one',
      () => writeFileSync(file(), tableOf('b').toString().replace('main.route', 'nain.route')),
      'is damaged',
    ],
    [
      'a model of a provider that is not there',
      () =>
        writeFileSync(
          file(),
          bytesOf(buildTable({ axes: [], route: [{ allow: {}, action: use('groq/x') }] })),
        ),
      'no provider `groq`',
    ],
    ['no file', () => rmSync(file()), 'cannot be read'],
  ])('%s: the one before stays, and the log says why', async (_, spoil, why) => {
    writeFileSync(file(), tableOf('a'))
    const log = collectingLog()
    const policy = await opened(fromFile(), log)
    watching = watchPolicy(fromFile(), policy.cell, log, policy.seen)
    spoil()
    expect(await watching.reload()).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining(why) as string,
    })
    expect(ruleOf(policy)).toBe('main.route#a')
    const line = log.lines.find((each) => each.level === 'error')
    expect(line).toMatchObject({
      message: expect.stringContaining('refused') as string,
      fields: { diagnostics: expect.stringContaining(why) as string },
    })
    writeFileSync(file(), tableOf('c'))
    await expect.poll(() => ruleOf(policy), { timeout: 3_000 }).toBe('main.route#c')
  })

  test('is told once, though its build changes which files are watched, and again after a good one', async () => {
    writeFileSync(file(), tableOf('a'))
    const log = collectingLog()
    const told = (): number => log.lines.filter((each) => each.level === 'error').length
    let builds = 0
    const source: PolicySource = {
      build: async () => (builds++, fromFile().build()),
      files: () => [file(), ...Array.from({ length: Math.min(builds, 4) }, (_, i) => join(folder, `${i}`))],
    }
    const policy = await opened(source, log)
    watching = watchPolicy(source, policy.cell, log, policy.seen)
    rmSync(file())
    await expect.poll(() => builds, { timeout: 5_000 }).toBeGreaterThan(3)
    expect(told()).toBe(1)
    writeFileSync(file(), tableOf('b'))
    await expect.poll(() => ruleOf(policy), { timeout: 3_000 }).toBe('main.route#b')
    rmSync(file())
    await expect.poll(told, { timeout: 3_000 }).toBe(2)
  })

  test('a source that throws is a bad policy', async () => {
    writeFileSync(file(), tableOf('a'))
    const policy = await opened(fromFile())
    const broken: PolicySource = {
      build: async () => Promise.reject(new Error('compiler bug')),
      files: () => [],
    }
    watching = watchPolicy(broken, policy.cell, collectingLog())
    expect(await watching.reload()).toEqual({
      kind: 'refused',
      message: 'the policy could not be built: compiler bug',
    })
  })
})

describe('builds', () => {
  /** Builds that end when told to, in whatever order. */
  function manual(): PolicySource & { readonly ends: ((built: Built) => void)[] } {
    const ends: ((built: Built) => void)[] = []
    return { ends, files: () => [], build: async () => new Promise((resolve) => ends.push(resolve)) }
  }

  test('run one after the other; calls that come meanwhile share the one that follows', async () => {
    writeFileSync(file(), tableOf('a'))
    const policy = await opened(fromFile())
    const source = manual()
    watching = watchPolicy(source, policy.cell, collectingLog())
    const first = watching.reload()
    const rest = [watching.reload(), watching.reload(), watching.reload()]
    expect(source.ends).toHaveLength(1)
    source.ends[0]?.({ ok: true, bytes: tableOf('old') })
    expect(await first).toMatchObject({ kind: 'published' })
    await expect.poll(() => source.ends).toHaveLength(2)
    source.ends[1]?.({ ok: true, bytes: tableOf('new') })
    const results = await Promise.all(rest)
    expect(new Set(results.map((each) => each.kind))).toEqual(new Set(['published']))
    expect([ruleOf(policy), policy.cell.current.generation, source.ends.length]).toEqual([
      'main.route#new',
      3,
      2,
    ])
  })

  test('of the same bytes publish nothing', async () => {
    writeFileSync(file(), tableOf('a'))
    const policy = await opened(fromFile())
    watching = watchPolicy(fromFile(), policy.cell, collectingLog(), policy.seen)
    expect(await watching.reload()).toMatchObject({ kind: 'same' })
    expect(policy.cell.current.generation).toBe(1)
  })

  test('a hundred reloads leave the last state of the file, and generations that only grew', async () => {
    writeFileSync(file(), tableOf('a'))
    const policy = await opened(fromFile())
    watching = watchPolicy(fromFile(), policy.cell, collectingLog(), policy.seen)
    let before = 1
    for (let i = 0; i < 100; i++) {
      writeFileSync(file(), i % 7 === 3 ? Buffer.from('{') : tableOf(`m${i}`))
      const reloaded = watching.reload()
      if (i % 3 === 0) await reloaded
      expect(policy.cell.current.generation).toBeGreaterThanOrEqual(before)
      before = policy.cell.current.generation
    }
    await watching.reload()
    expect(ruleOf(policy)).toBe('main.route#m99')
  })
})

describe('the last good policy on disk', () => {
  const kept = (): string => join(folder, '.gwc', 'last-good.table.json')

  test('is the table that is obeyed, byte for byte, with nothing left beside it', async () => {
    writeFileSync(file(), tableOf('a'))
    const policy = await opened(fromFile())
    expect(readFileSync(kept())).toEqual(tableOf('a'))
    watching = watchPolicy(fromFile(), policy.cell, collectingLog(), policy.seen)
    writeFileSync(file(), tableOf('b'))
    await watching.reload()
    expect(readFileSync(kept())).toEqual(tableOf('b'))
    writeFileSync(file(), '{')
    await watching.reload()
    expect(readFileSync(kept())).toEqual(tableOf('b'))
    expect(readdirSync(join(folder, '.gwc'))).toEqual([
      'last-good.source.json',
      'last-good.table.json',
      'policies',
    ])
  })

  test('is started from when the policy is broken, and the log says so aloud', async () => {
    writeFileSync(file(), tableOf('a'))
    await opened(fromFile())
    writeFileSync(file(), '{ broken')
    const log = collectingLog()
    const policy = await opened(fromFile(), log)
    expect(ruleOf(policy)).toBe('main.route#a')
    expect(log.lines[0]).toMatchObject({
      level: 'error',
      message: expect.stringContaining('THE POLICY IS BROKEN') as string,
      fields: { diagnostics: expect.stringContaining('is not JSON') as string },
    })
  })

  test('is refused itself when damaged: then there is no policy, and the reason is that of the policy', async () => {
    writeFileSync(file(), tableOf('a'))
    await opened(fromFile())
    writeFileSync(kept(), readFileSync(kept()).subarray(0, 200))
    writeFileSync(file(), '{ broken')
    expect(await openPolicy(fromFile(), someGateway(folder), collectingLog())).toMatchObject({
      ok: false,
      message: expect.stringContaining('is not JSON') as string,
    })
  })

  test('stands in for no file that is not there: a mistyped name is an error with the path', async () => {
    writeFileSync(file(), tableOf('a'))
    await opened(fromFile())
    rmSync(file())
    expect(await openPolicy(fromFile(), someGateway(folder), collectingLog())).toEqual({
      ok: false,
      message: `there is no ${file()}`,
    })
  })

  test('stands in for no other policy that is broken, and for its own again', async () => {
    writeFileSync(file(), tableOf('a'))
    await opened(fromFile())
    const broken: PolicySource = {
      build: async () => ({ ok: false, message: 'other is broken' }),
      files: () => [],
    }
    writeFileSync(join(folder, 'other.table.json'), '{ broken')
    const other = someGateway(folder, { policy: 'other.table.json' })
    expect(await openPolicy(broken, other, collectingLog())).toEqual({
      ok: false,
      message: 'other is broken',
    })
    expect(ruleOf(await opened(broken))).toBe('main.route#a')
  })

  test('of a folder that does not say which policy it was is taken for a policy that is there', async () => {
    writeFileSync(file(), tableOf('a'))
    await opened(fromFile())
    rmSync(join(folder, '.gwc', 'last-good.source.json'))
    writeFileSync(file(), '{ broken')
    expect(ruleOf(await opened(fromFile()))).toBe('main.route#a')
  })

  test('of a URL is kept without the query, where a token may stand', async () => {
    const gateway = { ...someGateway(folder), policyPath: 'https://tables.test/main.table.json?token=secret' }
    await openPolicy(
      { build: async () => ({ ok: true, bytes: tableOf('a') }), files: () => [] },
      gateway,
      collectingLog(),
    )
    const source = readFileSync(join(folder, '.gwc', 'last-good.source.json'), 'utf8')
    expect(JSON.parse(source)).toMatchObject({ policy: 'https://tables.test/main.table.json' })
  })

  test('that cannot be written is a warning, no failure', async () => {
    writeFileSync(join(folder, '.gwc'), 'a file where the folder should be')
    writeFileSync(file(), tableOf('a'))
    const log = collectingLog()
    await opened(fromFile(), log)
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { problem: 'EEXIST' } }])
  })
})
