import type { Checked } from '../lang/render/checked.ts'
import { readPage } from './diagnostic-page.ts'
import { packageVersion } from './package-root.ts'
import type { Tested } from './tested.ts'

/** Tests as the renderers for other tools take them; of a policy's findings only the errors, for which its tests say nothing. */
export const checkedOfTests = (tested: readonly Tested[], summary: string): Checked => ({
  policies: tested.map(({ project, errors, results }) => ({
    root: project.root,
    diagnostics: errors,
    tests: results,
  })),
  sources: new Map(tested.flatMap(({ project }) => [...project.sources])),
  strict: false,
  summary,
  version: packageVersion,
  pageOf: readPage,
})
