import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { policyHistory } from '../../runtime/policy-history.ts'
import type { Built, Opened, PolicySource, PolicyWatch, Wish } from '../../runtime/reload.ts'
import { openPolicy, watchPolicy } from '../../runtime/reload.ts'
import { decideFacts } from '../../runtime/table/decide.ts'
import { fc } from '../support/fast-check.ts'
import { someGateway } from '../support/gateway.ts'
import { silent } from '../support/silent-log.ts'
import { buildTable, bytesOf, use } from '../support/table-builder.ts'

let folder = ''
let watching: PolicyWatch | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gwc-rollback-'))
})
afterEach(() => {
  watching?.close()
  rmSync(folder, { recursive: true })
})

const byHand: Wish = { actor: 'tester', action: 'reload' }

const tableOf = (model: string): Buffer =>
  bytesOf(buildTable({ axes: [], route: [{ allow: {}, action: use(`openai/${model}`), rule: model }] }))

/** A source that says what it is told to say. */
function told(first: string): PolicySource & { says: string } {
  const source = {
    says: first,
    build: async (): Promise<Built> => ({ ok: true, bytes: tableOf(source.says) }),
    files: () => [],
  }
  return source
}

async function open(source: PolicySource): Promise<Extract<Opened, { ok: true }>> {
  const opened = await openPolicy(source, someGateway(folder), silent)
  if (!opened.ok) throw new Error(opened.message)
  watching = watchPolicy(source, opened.cell, silent, opened.seen)
  return opened
}

const ruleOf = ({ cell }: Extract<Opened, { ok: true }>): string =>
  decideFacts(cell.current.table, {}).rule.replace('main.route#', '')

describe('a rollback', () => {
  test('obeys the policy before, and the one before that by its version', async () => {
    const source = told('a')
    const policy = await open(source)
    const first = policy.cell.current.version
    for (const next of ['b', 'c']) {
      source.says = next
      await watching!.reload()
    }
    expect(await watching!.rollback(undefined, 'tester')).toMatchObject({ kind: 'published' })
    expect(ruleOf(policy)).toBe('b')
    expect(await watching!.rollback(first.slice(0, 12), 'tester')).toEqual({
      kind: 'published',
      version: first,
    })
    expect([ruleOf(policy), policy.cell.current.generation]).toEqual(['a', 5])
  })

  test('stands though the files are looked at again, until they change or a person asks for them', async () => {
    const source = told('a')
    const policy = await open(source)
    source.says = 'b'
    await watching!.reload()
    await watching!.rollback(undefined, 'tester')
    expect(await watching!.reload()).toMatchObject({ kind: 'same' })
    expect(ruleOf(policy)).toBe('a')
    await watching!.reload(byHand)
    expect(ruleOf(policy)).toBe('b')
    await watching!.rollback(undefined, 'tester')
    source.says = 'c'
    await watching!.reload()
    expect(ruleOf(policy)).toBe('c')
  })

  test('stands after a restart', async () => {
    const source = told('a')
    await open(source)
    source.says = 'b'
    await watching!.reload()
    await watching!.rollback(undefined, 'tester')
    watching!.close()
    const again = await open(source)
    expect(ruleOf(again)).toBe('a')
    source.says = 'c'
    expect(ruleOf(await open(source))).toBe('c')
  })

  test('without anything before it is refused, and so is a version that is not kept', async () => {
    const policy = await open(told('a'))
    expect(await watching!.rollback(undefined, 'tester')).toMatchObject({ kind: 'refused' })
    expect(await watching!.rollback('ffff', 'tester')).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('no policy kept here begins with ffff') as string,
    })
    expect(ruleOf(policy)).toBe('a')
  })

  test('never obeys a table whose bytes have changed on disk', async () => {
    const source = told('a')
    const policy = await open(source)
    source.says = 'b'
    await watching!.reload()
    const [kept = ''] = readdirSync(join(folder, '.gwc/policies')).toSorted()
    const path = join(folder, '.gwc/policies', kept)
    writeFileSync(path, readFileSync(path, 'utf8').replace('openai/a', 'openai/b'))
    expect(await watching!.rollback(undefined, 'tester')).toMatchObject({ kind: 'refused' })
    expect(ruleOf(policy)).toBe('b')
  })
})

test('ten policies are kept before the one that is obeyed, newest first, each once', async () => {
  const source = told('m0')
  const policy = await open(source)
  const versions = [policy.cell.current.version]
  for (let i = 1; i < 15; i++) {
    source.says = `m${i}`
    await watching!.reload()
    versions.unshift(policy.cell.current.version)
  }
  const listed = await policyHistory(join(folder, '.gwc'))
  expect(listed.map(({ version }) => version)).toEqual(versions.slice(0, 11))
  await watching!.rollback(versions[4], 'tester')
  expect((await policyHistory(join(folder, '.gwc'))).map(({ version }) => version)).toEqual([
    versions[4],
    ...versions.filter((_, i) => i !== 4).slice(0, 10),
  ])
})

/** What may happen to a gateway's policy, in any order and at any time. */
type Event =
  | { readonly kind: 'reload'; readonly model: string }
  | { readonly kind: 'put'; readonly model: string }
  /** The oldest build that is under way ends. */
  | { readonly kind: 'built' }

const model = fc.constantFrom('a', 'b', 'c', 'd')
const events: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('reload' as const), model }),
    fc.record({ kind: fc.constant('put' as const), model }),
    fc.constant({ kind: 'built' as const }),
  ),
  { maxLength: 30 },
)

test('L05 in a storm of reloads and rollbacks what was asked for last is obeyed, and generations only grow', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (storm) => {
      rmSync(join(folder, '.gwc'), { recursive: true, force: true })
      let files = 'start'
      const ends: (() => void)[] = []
      const source: PolicySource = {
        files: () => [],
        build: async () =>
          new Promise((resolve) => {
            const seen = files
            ends.push(() => resolve({ ok: true, bytes: tableOf(seen) }))
          }),
      }
      const opening = openPolicy(source, someGateway(folder), silent)
      await expect.poll(() => ends.length, { interval: 1 }).toBe(1)
      ends.shift()?.()
      const policy = (await opening) as Extract<Opened, { ok: true }>
      const watch = watchPolicy(source, policy.cell, silent)
      let wanted = 'start'
      let before = policy.cell.current.generation
      const asked: Promise<unknown>[] = []
      for (const event of storm) {
        if (event.kind === 'built') ends.shift()?.()
        else {
          wanted = event.model
          if (event.kind === 'reload') files = event.model
          asked.push(event.kind === 'reload' ? watch.reload() : watch.put(tableOf(event.model), byHand))
        }
        await new Promise((resolve) => setImmediate(resolve))
        expect(policy.cell.current.generation).toBeGreaterThanOrEqual(before)
        before = policy.cell.current.generation
      }
      const ending = setInterval(() => ends.shift()?.(), 1)
      await Promise.all(asked)
      clearInterval(ending)
      watch.close()
      expect(ruleOf(policy)).toBe(wanted)
    }),
    { numRuns: 60 },
  )
})
