import { prove, type Proof } from '../compiler/prove.ts'
import { renderJson } from '../lang/render/json.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { showFindings } from './findings.ts'
import { rootPolicies } from './policy-files.ts'
import { loadProject } from './project.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc prove PROPERTY [PATHS]`: one assertion, ad hoc, decided for all requests of each policy. */
export function run([property = '', ...paths]: readonly string[], options: Options): ExitCode {
  const proofs = rootPolicies(paths).map((root) => {
    const project = loadProject(root, {
      config: textOption(options, 'config'),
      asOf: textOption(options, 'asOf'),
    })
    return { root, proof: prove(project.input, property) }
  })
  if (options.json === true)
    console.log(
      JSON.stringify(
        proofs.map((each) => toJson(each, property)),
        null,
        2,
      ),
    )
  else for (const each of proofs) console.log(show(each, property))
  return codeOf(proofs.map(({ proof }) => proof.verdict))
}

interface Proved {
  readonly root: string
  readonly proof: Proof
}

const words = {
  holds: 'proved for all requests',
  vacuous: 'says nothing',
  false: 'false',
  unproven: 'unproven',
  broken: 'not decided: mend this first',
} as const satisfies Record<Proof['verdict'], string>

function show({ root, proof }: Proved, property: string): string {
  const findings = showFindings(proof.diagnostics, proof.sources)
  const last = `${root}: ${words[proof.verdict]}: ${property.trim()}`
  return findings === '' ? last : `${findings}\n${last}`
}

const toJson = ({ root, proof }: Proved, property: string): unknown => ({
  policy: root,
  property,
  verdict: proof.verdict,
  diagnostics: (JSON.parse(renderJson(proof.diagnostics, proof.sources)) as { diagnostics: unknown })
    .diagnostics,
})

function codeOf(verdicts: readonly Proof['verdict'][]): ExitCode {
  if (verdicts.some((each) => each === 'false' || each === 'broken')) return exitCode.errors
  return verdicts.includes('unproven') ? exitCode.unproven : exitCode.ok
}
