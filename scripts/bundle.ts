import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

/** Dependencies that are written into the bundle: start-up spent a third of its time on finding their files. The others load late, or not at all. */
const bundled = /^(?:chevrotain|@chevrotain\/.*|commander)$/

/**
 * Writes the compiled command and all that it imports into the few files of `dist/bin/`: a verb's own are loaded when
 * it is called, and the threads and processes that `gwc lsp` and `gwc serve` start are files of their own. The licences of what is inside stand beside them.
 */
export async function bundle(root: string): Promise<void> {
  const folder = join(root, 'dist/bin')
  const build = await rolldown({
    input: {
      gwc: join(root, 'dist/cli/main.js'),
      'prove-worker': join(root, 'dist/cli/lsp/prove-worker.js'),
      'compile-worker': join(root, 'dist/cli/compile-worker.js'),
      'serve-worker': join(root, 'dist/cli/serve-worker.js'),
      'writer-thread': join(root, 'dist/runtime/money/sqlite/writer-thread.js'),
    },
    platform: 'node',
    external: (id) => !/^[./]/.test(id) && !bundled.test(id),
  })
  const { output } = await build.write({ dir: folder, format: 'esm', entryFileNames: '[name].js' })
  await build.close()
  const packages = new Set(
    output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds.flatMap(packageOf) : [])),
  )
  writeFileSync(join(folder, 'LICENSES.txt'), licences(root, [...packages].toSorted()))
  chmodSync(join(folder, 'gwc.js'), 0o755)
}

const packageOf = (module: string): readonly string[] => {
  const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(module)?.[1]
  return name === undefined ? [] : [name]
}

function licences(root: string, packages: readonly string[]): string {
  const texts = packages.map((name) => {
    const folder = join(root, 'node_modules', name)
    const file = existsSync(folder)
      ? readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
      : undefined
    if (file === undefined) throw new Error(`${name} is bundled, and has no licence file`)
    return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  })
  return texts.join(`\n${'-'.repeat(80)}\n\n`)
}
