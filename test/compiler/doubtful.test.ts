import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { renderFrames } from '../../lang/render/code-frame.ts'
import { readCorpus } from '../support/corpus.ts'

const folder = join(import.meta.dirname, '../corpus/doubtful')
const corpus = readCorpus(folder)

/** Policies that read well, and do not do what they say. The second line names the finding that says so first. */
describe('a doubtful policy', () => {
  test('there are thirty of them and more', () => expect(corpus.length).toBeGreaterThanOrEqual(30))

  test.each(corpus)('$name', async ({ name, input }) => {
    const text = input.sources.get(input.root) ?? ''
    const { diagnostics } = compile(input)
    const shown = `${text}\n── gwc check\n${renderFrames(diagnostics, input.sources, { colour: false })}`
    await expect(shown).toMatchFileSnapshot(join(folder, `${name}.snap`))
    expect(diagnostics[0]?.code).toBe(/^\/\/ (GWC\d+)$/m.exec(text)?.[1])
  })
})
