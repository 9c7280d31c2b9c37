/** Compiles the package into `dist/`: JavaScript only, nothing that needs TypeScript at run time; the command itself into `dist/bin/`. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
tsc('tsconfig.build.json')

// Types of the one part that others import. A declaration that names the inside of gwc is of no public file.
tsc('tsconfig.types.json')
const types = join(dist, 'types/testing')
for (const file of readdirSync(types)) {
  const text = readFileSync(join(types, file), 'utf8')
  if (!text.includes("from '../"))
    writeFileSync(join(dist, 'testing', file), text.replaceAll(/\.ts';$/gm, ".js';"))
}
rmSync(join(dist, 'types'), { recursive: true })

// The compiler leaves ready-made JavaScript (the validators) where it stands.
const generated = join(root, 'schemas/generated')
mkdirSync(join(dist, 'schemas/generated'), { recursive: true })
for (const file of readdirSync(generated).filter((name) => name.endsWith('.js'))) {
  cpSync(join(generated, file), join(dist, 'schemas/generated', file))
}
await bundle(root)

function tsc(project: string): void {
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', project], { cwd: root, stdio: 'inherit' })
}
