import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { gwc, temporaryFolder } from '../support/gwc.ts'

const tutorial = readFileSync(join(import.meta.dirname, '../../docs/tutorial.md'), 'utf8')

interface Block {
  readonly language: string
  /** The file that the block is, whole. */
  readonly file: string | undefined
  readonly text: string
}

const blocks: readonly Block[] = Array.from(
  tutorial.matchAll(/^```(\w+)(?: (\S+))?\n([^]*?)^```$/gm),
  ([, language = '', file, text = '']) => ({ language, file, text }),
)

/** A command line as its arguments; only double quotes group. */
const argumentsOf = (line: string): readonly string[] =>
  (line.trim().match(/"[^"]*"|\S+/g) ?? []).map((part) => part.replaceAll('"', ''))

test('the tutorial, followed from top to bottom, prints what it says', () => {
  using folder = temporaryFolder()
  const said: string[] = []
  const printed: string[] = []
  for (const [index, { language, file, text }] of blocks.entries()) {
    if (file !== undefined) {
      mkdirSync(dirname(join(folder.path, file)), { recursive: true })
      writeFileSync(join(folder.path, file), text)
    } else if (language === 'sh') {
      const [command, ...args] = argumentsOf(text)
      expect(command).toBe('gwc')
      const { out, err } = gwc(args, { cwd: folder.path })
      printed.push(`$ ${text}${out}${err}`.trimEnd())
    } else said.push(`$ ${blocks[index - 1]?.text}${text}`.trimEnd())
  }
  expect(said.length).toBeGreaterThan(5)
  expect(printed).toEqual(said)
})
