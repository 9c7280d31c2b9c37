import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompileInput } from '../../compiler/compile.ts'
import { builtinCatalogue } from '../../core/catalogue.ts'

/** The day on which corpus policies are compiled, so that retirements and prices stand still. */
export const corpusDay = '2026-11-22'

/** One policy of a corpus folder: a single `.route` file, or a folder whose root is `main.route`. */
export interface CorpusPolicy {
  readonly name: string
  readonly input: CompileInput
}

/** Every policy of a corpus folder, by name. A line `// providers: openai, google` says what its gateway has. */
export function readCorpus(folder: string): CorpusPolicy[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.route'))
    .map((entry) => ({
      name: entry.name.replace(/\.route$/, ''),
      input: entry.isDirectory()
        ? readFolder(join(folder, entry.name))
        : inputOf('main.route', [['main.route', readFileSync(join(folder, entry.name), 'utf8')]]),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

function readFolder(folder: string): CompileInput {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:route|json)$/.test(file))
    .toSorted()
  return inputOf(
    'main.route',
    files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
}

/** A compilation of texts, on the corpus's day. */
export function inputOf(root: string, sources: readonly (readonly [string, string])[]): CompileInput {
  const texts = new Map(sources)
  const providers = /^\/\/ providers: (.*)$/m.exec(texts.get(root) ?? '')?.[1]?.split(', ')
  return { root, sources: texts, catalogue: builtinCatalogue(), providers, asOf: corpusDay }
}
