import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { auditPath, openAuditLog } from '../../runtime/audit/audit-log.ts'
import { auditLine, emptyHead, readAudit } from '../../runtime/audit/chain.ts'
import { fc } from '../support/fast-check.ts'

const folder = mkdtempSync(join(tmpdir(), 'gwc-audit-'))
afterAll(() => rmSync(folder, { recursive: true }))

const silent = { recorded: () => undefined, failed: () => undefined }

/** A log of as many changes. */
function logOf(count: number): string {
  let head = emptyHead
  const lines = Array.from({ length: count }, (_, number) => {
    const made = auditLine(head, { actor: 'admin', action: 'reload', after: { number } }, new Date(number))
    head = made.head
    return `${made.line}\n`
  })
  return lines.join('')
}

test('a log reads back whole', () => {
  const { entries, head, fault } = readAudit(logOf(5))
  expect(fault).toBeUndefined()
  expect(entries.map(({ seq, after }) => [seq, after?.['number']])).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
    [4, 3],
    [5, 4],
  ])
  expect(head.hash).toBe(entries.at(-1)?.hash)
})

test('a line that is changed, taken out, put in twice or moved shows', () => {
  const lines = logOf(5).trimEnd().split('\n')
  const read = (some: readonly (string | undefined)[]): number | undefined =>
    readAudit(`${some.join('\n')}\n`).fault?.line
  const [a, b, c, d, e] = lines
  expect(read([a, b?.replace('"number":1', '"number":7'), c, d, e])).toBe(2)
  expect(read([a, c, d, e])).toBe(2)
  expect(read([b, c])).toBe(1)
  expect(read([a, b, b, c])).toBe(3)
  expect(read([a, c, b])).toBe(2)
  expect(read([a, b, 'no line of ours'])).toBe(3)
  expect(read(lines)).toBeUndefined()
})

test('no single byte can be another', () => {
  const text = logOf(3)
  const property = fc.property(
    fc.nat({ max: text.length - 2 }),
    fc.integer({ min: 32, max: 126 }),
    (place, code) => {
      const bent = text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1)
      const { fault, head } = readAudit(bent)
      return bent === text || fault !== undefined || head.hash !== readAudit(text).head.hash
    },
  )
  fc.assert(property, { numRuns: 500 })
})

test('a log that is opened again goes on where it ended', async () => {
  const state = join(folder, 'again')
  const first = await openAuditLog(state, silent)
  await Promise.all([1, 2, 3].map((number) => first.record({ actor: 'a', action: 'b', after: { number } })))
  const second = await openAuditLog(state, silent)
  expect(second.head).toEqual(first.head)
  await second.record({ actor: 'a', action: 'c' })
  const { entries, fault } = readAudit(readFileSync(auditPath(state), 'utf8'))
  expect(fault).toBeUndefined()
  expect(entries.map(({ action }) => action)).toEqual(['b', 'b', 'b', 'c'])
})

test('half a line, as a crash leaves it, is taken away; a changed one is reported and stays', async () => {
  const state = join(folder, 'torn')
  const log = await openAuditLog(state, silent)
  await log.record({ actor: 'a', action: 'b' })
  appendFileSync(auditPath(state), '{"seq":2,"at":"2026')
  await (await openAuditLog(state, silent)).record({ actor: 'a', action: 'c' })
  expect(readAudit(readFileSync(auditPath(state), 'utf8'))).toMatchObject({
    fault: undefined,
    head: { seq: 2 },
  })

  writeFileSync(auditPath(state), readFileSync(auditPath(state), 'utf8').replace('"b"', '"d"'))
  const failures: string[] = []
  await openAuditLog(state, { ...silent, failed: (message) => failures.push(message) })
  expect(failures).toMatchObject([expect.stringContaining('line 1: it is not as gwc wrote it') as string])
})

test('what cannot be written is reported, and nothing is claimed', async () => {
  const state = join(folder, 'blocked')
  writeFileSync(state, 'a file where the folder should be')
  const failures: string[] = []
  const log = await openAuditLog(state, { ...silent, failed: (message) => failures.push(message) })
  await log.record({ actor: 'a', action: 'b' })
  expect(log.head).toEqual(emptyHead)
  expect(failures.length).toBeGreaterThan(0)
})
