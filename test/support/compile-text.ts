import { compile, type Compilation } from '../../compiler/compile.ts'
import { runTests } from '../../compiler/test-runner.ts'
import { builtinCatalogue } from '../../core/catalogue.ts'
import type { Diagnostic } from '../../lang/diagnostic.ts'

/** Compiles one file with the models that gwc ships. */
export function compileText(text: string): Compilation {
  const catalogue = builtinCatalogue()
  return compile({
    root: 'main.route',
    sources: new Map([['main.route', text]]),
    catalogue,
    providers: undefined,
    asOf: catalogue.date,
  })
}

/** Everything that `gwc check` would say of one file, its tests included. */
export function findingsOf(text: string): readonly Diagnostic[] {
  const { policy, models, diagnostics } = compileText(text)
  const tests = policy === undefined ? [] : runTests(policy, models)
  return [...diagnostics, ...tests.flatMap((test) => test.diagnostics)]
}
