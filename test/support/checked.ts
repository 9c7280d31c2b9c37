import type { Diagnostic } from '../../lang/diagnostic.ts'
import type { Checked } from '../../lang/render/checked.ts'
import { compile } from '../../compiler/compile.ts'
import { runTests } from '../../compiler/test-runner.ts'
import { inputOf } from './corpus.ts'

/** What `gwc check` hands to a renderer for one policy of one file. */
export function checkedText(text: string, file = 'main.route'): Checked {
  const { policy, models, diagnostics } = compile(inputOf(file, [[file, text]]))
  const tests = policy === undefined ? [] : runTests(policy, models)
  return checkedOf({ policies: [{ root: file, diagnostics, tests }], sources: new Map([[file, text]]) })
}

/** The same for findings that no compiler made. */
export const checkedOf = (parts: Partial<Checked>): Checked => ({
  policies: [],
  sources: new Map(),
  strict: false,
  summary: 'summary',
  version: '1.2.3',
  pageOf: (code) => `# ${code}: page\n\nFirst paragraph.\n\n## Avoid`,
  ...parts,
})

/** A finding at the start of a file, but for the parts that are given. */
export const findingOf = (parts: Partial<Diagnostic>): Diagnostic => ({
  code: 'GWC2104',
  severity: 'error',
  message: 'rule `a` can never run',
  primary: { span: { file: 'main.route', start: 0, end: 0 }, text: '' },
  secondary: [],
  notes: [],
  fixes: [],
  witness: undefined,
  ...parts,
})
