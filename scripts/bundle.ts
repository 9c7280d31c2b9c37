import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

/** Dependencies that stay outside the bundle: they are loaded late, or not at all, and most runs never read their files. */
const apart = /^(?:@keyv\/redis|jose|undici|vscode-[^/]+)(?:\/|$)/

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
    external: (id) => isBuiltin(id) || apart.test(id),
  })
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    // The text of each function that has run stays in memory.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  })
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
