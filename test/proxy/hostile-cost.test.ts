import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dialects } from '../../runtime/wire/dialects.ts'
import { fc } from '../support/fast-check.ts'
import { noteFigure, rounds } from '../support/figures.ts'
import { readers, routes } from '../support/routes.ts'

describe('J03, G13 one body holds nobody up', () => {
  // In a process of its own: what the test runner makes of the sources is slower than they are.
  test('each is read in slices, whatever it holds', () => {
    const script = join(import.meta.dirname, '../support/dear-bodies.ts')
    const { stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
    const held = JSON.parse(stdout) as readonly { path: string; what: string; ms: number }[]
    expect(new Set(held.map(({ path }) => path))).toEqual(new Set(readers.map(({ path }) => path)))
    for (const [what, worst] of worstOf(held))
      noteFigure(
        `J03, G13: ${what}${what.startsWith('a prompt') ? '' : `, over ${readers.length} routes`}`,
        `holds the event loop for ${worst} ms at most`,
      )
  }, 60_000)
})

/** The longest hold of each shape, the longest first. */
function worstOf(held: readonly { what: string; ms: number }[]): readonly (readonly [string, number])[] {
  const worst = new Map<string, number>()
  for (const { what, ms } of held) worst.set(what, Math.max(ms, worst.get(what) ?? 0))
  return [...worst].toSorted(([, a], [, b]) => b - a)
}

const trips = rounds(20_000)

const fields = fc.dictionary(
  fc.stringMatching(/^x[a-z_é]{1,8}$/),
  fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  ),
  { maxKeys: 6 },
)

describe.each(routes)('$path: J11 what is sent', ({ dialect: name, body, namesModel }) => {
  test(`is what came, byte for byte but for the model's name: ${trips} bodies`, () => {
    const { read, edit } = dialects[name]
    fc.assert(
      fc.property(fields, fc.integer({ min: 0, max: 3 }), fc.nat(), (more, indent, at) => {
        const entries = Object.entries({ ...body, ...more, model: 'acme/asked-for' })
        const turned = [...entries.slice(at % entries.length), ...entries.slice(0, at % entries.length)]
        const text = JSON.stringify(Object.fromEntries(turned), null, indent)
        fc.pre(!text.includes('__proto__'))
        const scanned = read(Buffer.from(text))
        if ('kind' in scanned) throw new Error(scanned.message)
        const sent = edit(scanned, { model: 'large', includeUsage: false }).toString()
        expect(sent).toBe(text.replace('"acme/asked-for"', JSON.stringify(namesModel('large'))))
        expect(JSON.parse(sent)).toEqual({ ...(JSON.parse(text) as object), model: namesModel('large') })
      }),
      { numRuns: trips },
    )
  }, 120_000)
})
