import { type Diagnostic, hasErrors } from '../lang/diagnostic.ts'
import { parse } from '../lang/parse.ts'
import { reportAssertion } from './analyses/assertions.ts'
import { reportTooLarge } from './analyses/too-large.ts'
import { groundOf } from './assertions/ground.ts'
import { check } from './check.ts'
import { cubePolicy } from './cubed.ts'
import type { CompileInput } from './input.ts'
import { link } from './modules.ts'
import { reachOf } from './reach.ts'
import type { Assertion, Policy } from './typed.ts'

/** What becomes of one property, asked of a policy from outside. */
export interface Proof {
  /** `broken`: the policy, or the property, has mistakes. `vacuous`: no request meets its condition. */
  readonly verdict: 'holds' | 'vacuous' | 'false' | 'unproven' | 'broken'
  readonly diagnostics: readonly Diagnostic[]
  /** Texts by path, that of the property among them. */
  readonly sources: ReadonlyMap<string, string>
}

/** The file that findings in the property itself name. */
const file = '(prove)'

/** Decides one property as if an assertion at the end of the root file said it: names of that file are its words. */
export function prove(input: CompileInput, property: string): Proof {
  const text = `assert "as asked" ${property.trim()}\n`
  const sources = new Map([...input.sources, [file, text]])
  const parsed = parse({ file, text })
  const asked = parsed.file.items.find((item) => item.kind === 'Assert')
  if (hasErrors(parsed.diagnostics) || asked === undefined)
    return { verdict: 'broken', diagnostics: parsed.diagnostics, sources }
  const { modules, diagnostics: linking } = link(input)
  const { policy, diagnostics: checking } = check(modules, input, asked)
  const assertion = policy?.assertions.at(-1)
  const diagnostics = [...linking, ...checking]
  if (policy === undefined || assertion === undefined) return { verdict: 'broken', diagnostics, sources }
  return { ...decideOne(policy, assertion, { ...input, sources }), sources }
}

function decideOne(policy: Policy, assertion: Assertion, input: CompileInput): Omit<Proof, 'sources'> {
  const cubing = cubePolicy(policy)
  if (cubing.kind === 'too-large') return { verdict: 'broken', diagnostics: reportTooLarge(cubing) }
  const { cubed } = cubing
  const grounding = groundOf(cubed, input, [assertion.condition])
  if (grounding.kind === 'too-large') return { verdict: 'broken', diagnostics: reportTooLarge(grounding) }
  const diagnostics = reportAssertion({ ...input, cubed, reach: reachOf(cubed) }, grounding.ground, assertion)
  return { verdict: verdictOf(diagnostics), diagnostics }
}

function verdictOf([finding]: readonly Diagnostic[]): Proof['verdict'] {
  switch (finding?.code) {
    case undefined:
      return 'holds'
    case 'GWC3004':
      return 'vacuous'
    case 'GWC2301':
      return 'unproven'
    case 'GWC2302':
      return 'broken'
    default:
      return 'false'
  }
}
