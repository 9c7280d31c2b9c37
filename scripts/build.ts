/** Compiles the package into `dist/`: JavaScript only, nothing that needs TypeScript at run time. */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})

// The compiler leaves ready-made JavaScript (the validators) where it stands.
const generated = join(root, 'schemas/generated')
mkdirSync(join(dist, 'schemas/generated'), { recursive: true })
for (const file of readdirSync(generated).filter((name) => name.endsWith('.js'))) {
  cpSync(join(generated, file), join(dist, 'schemas/generated', file))
}
chmodSync(join(dist, 'cli/main.js'), 0o755)
