import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { renderFrames } from '../../lang/render/code-frame.ts'
import { readCorpus } from '../support/corpus.ts'

const folder = join(import.meta.dirname, '../corpus/broken')
const corpus = readCorpus(folder)

describe('a policy with one mistake', () => {
  test('there are forty of them and more', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(40)
  })

  test.each(corpus)('$name: one message, at the right place', async ({ name, input }) => {
    const { diagnostics, table } = compile(input)
    const files = [...input.sources].map(([path, text]) => `── ${path}\n${text}`)
    const shown = [
      ...files,
      '── gwc check',
      renderFrames(diagnostics, input.sources, { colour: false }),
    ].join('\n')
    await expect(shown).toMatchFileSnapshot(join(folder, `${name}.snap`))
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['error'])
    expect(table).toBeUndefined()
  })
})
