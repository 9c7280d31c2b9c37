import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PolicySource, PolicyWatch } from '../../runtime/reload.ts'
import { openPolicy, watchPolicy } from '../../runtime/reload.ts'
import { noteFigure, rounds } from '../support/figures.ts'
import { someGateway } from '../support/gateway.ts'
import { randomFrom } from '../support/random.ts'
import { runSeed } from '../support/seed.ts'
import { silent } from '../support/silent-log.ts'
import { buildTable, bytesOf, use } from '../support/table-builder.ts'

let folder = ''
let watching: PolicyWatch | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gwc-damaged-'))
})
afterEach(() => {
  watching?.close()
  rmSync(folder, { recursive: true })
})

const tableOf = (model: string): Buffer =>
  bytesOf(buildTable({ axes: [], route: [{ allow: {}, action: use(`openai/${model}`), rule: model }] }))
const file = (): string => join(folder, 'main.table.json')
const source: PolicySource = {
  build: async () => {
    try {
      return { ok: true, bytes: readFileSync(file()) }
    } catch {
      return { ok: false, message: 'cannot be read' }
    }
  },
  files: () => [file()],
}

const mutants = 200

test(`L02 ${mutants} damaged tables: none is obeyed, the one before stays, and the next good one is`, async () => {
  writeFileSync(file(), tableOf('a'))
  const opened = await openPolicy(source, someGateway(folder), silent)
  if (!opened.ok) throw new Error(opened.message)
  watching = watchPolicy(source, opened.cell, silent, opened.seen)
  const { version } = opened.cell.current
  const random = randomFrom(runSeed())
  const good = tableOf('b')
  let refused = 0
  for (let i = 0; i < mutants; i++) {
    damage(good, i, random.below)
    const { kind } = await watching.reload()
    refused += Number(kind === 'refused')
    expect(opened.cell.current.version, `mutant ${i}`).toBe(version)
  }
  rmSync(file(), { force: true })
  writeFileSync(file(), good)
  await watching.reload()
  expect(opened.cell.current.version).not.toBe(version)
  expect(refused).toBe(mutants)
  noteFigure(`L02 ${mutants} damaged tables`, `${refused} refused, 0 obeyed`)
})

/** Puts a damaged copy where the gateway reads it. */
function damage(good: Buffer, i: number, below: (count: number) => number): void {
  const text = good.toString()
  const bytes = Buffer.from(good)
  const at = below(bytes.length)
  rmSync(file(), { force: true })
  switch (i % 8) {
    case 0: // a partial write
      return writeFileSync(file(), bytes.subarray(0, at))
    case 1: // a flipped bit
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8))
      return writeFileSync(file(), bytes)
    case 2: // another form of table
      return writeFileSync(file(), text.replace(/"version":\s*1/, `"version":${[0, 2, 99][below(3)]}`))
    case 3: // what the self-test expects is not what the table says
      return writeFileSync(file(), text.replace('openai/b', 'openai/c'))
    case 4: // a provider that is not there
      return writeFileSync(
        file(),
        bytesOf(buildTable({ axes: [], route: [{ allow: {}, action: use(`nobody/m${i}`) }] })),
      )
    case 5: // two tables in one file
      return writeFileSync(file(), Buffer.concat([bytes, bytes]))
    case 6: // a link that leads to what is no table
      writeFileSync(join(folder, 'elsewhere'), '{}')
      return symlinkSync(join(folder, 'elsewhere'), file())
    default: // a link that leads nowhere
      return symlinkSync(join(folder, 'nowhere'), file())
  }
}

const crashes = rounds(100)

test(`L03 killed ${crashes} times while it publishes: each start has a whole policy`, async () => {
  const random = randomFrom(runSeed())
  const gateway = someGateway(folder)
  const broken: PolicySource = { build: async () => ({ ok: false, message: 'broken' }), files: () => [] }
  writeFileSync(file(), '{ broken')
  let inTheMiddle = 0
  for (let i = 0; i < crashes; i++) {
    const child = fork(join(import.meta.dirname, '../support/publish-without-end.ts'), [folder])
    await once(child, 'message')
    await new Promise((resolve) => setTimeout(resolve, random.below(40)))
    child.kill('SIGKILL')
    await once(child, 'exit')
    const left = readdirSync(join(folder, '.gwc'), { recursive: true }).filter((name) =>
      String(name).endsWith('.tmp'),
    )
    inTheMiddle += Number(left.length > 0)
    for (const name of left) unlinkSync(join(folder, '.gwc', String(name)))
    const opened = await openPolicy(broken, gateway, silent)
    expect(opened.ok, `crash ${i}`).toBe(true)
  }
  noteFigure(
    `L03 ${crashes} kills while a policy is published`,
    `${crashes} starts with the last good one; ${inTheMiddle} kills between write and rename`,
  )
}, 600_000)
