import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from './package-root.ts'

/** The documentation page of a code, in Markdown. The code is one of the catalogue's. */
export const readPage = (code: string): string =>
  readFileSync(join(packageRoot, 'docs/diagnostics', `${code}.md`), 'utf8').trimEnd()
