import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import wabt from 'wabt'
import { putGenerated } from './generated-file.ts'

const folder = 'runtime/cache/vectors'

/** Compiles score.wat, and writes the bytes as text that the sources and the package import alike. */
export async function generateScoreModule(root: string): Promise<void> {
  const compiler = await wabt()
  const module = compiler.parseWat('score.wat', readFileSync(join(root, folder, 'score.wat'), 'utf8'), {
    simd: true,
  })
  const bytes = Buffer.from(module.toBinary({}).buffer)
  module.destroy()
  const text = `/* Generated from ${folder}/score.wat by \`npm run generate\`. */

/** score.wat as WebAssembly, in base64. */
export const scoreModule =
  '${bytes.toString('base64')}'
`
  putGenerated(join(root, folder, 'generated/score-module.ts'), text)
}
