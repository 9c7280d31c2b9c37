import { readFileSync, writeFileSync } from 'node:fs'

/** Files that `--check` found stale. */
const stale: string[] = []

/** Whether nothing may be written: the gate asks only whether the committed files are fresh. */
export const checkOnly = process.argv.includes('--check')

/** Writes a derived file; under `--check` notes it when what is committed differs. */
export function putGenerated(path: string, text: string): void {
  if (readIfThere(path) === text) return
  if (checkOnly) stale.push(path)
  else writeFileSync(path, text)
}

/** Ends the process with the list of stale files, if there are any. */
export function failIfStale(): void {
  if (stale.length === 0) return
  console.error(`stale: ${stale.join(', ')}\nrun \`npm run generate\` and commit the result`)
  process.exit(1)
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
