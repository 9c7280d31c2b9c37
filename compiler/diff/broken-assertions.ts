import type { Diagnostic } from '../../lang/diagnostic.ts'
import { assertions } from '../analyses/assertions.ts'
import type { CubedPolicy } from '../cubed.ts'
import type { CompileInput } from '../input.ts'
import { reachOf } from '../reach.ts'
import type { Assertion } from '../typed.ts'

/** A policy in source, divided into cubes. */
export interface Asserting {
  readonly cubed: CubedPolicy
  readonly input: CompileInput
}

/** What a change breaks of what was claimed of all requests. */
export interface BrokenAssertions {
  /** Assertions of the new policy that are false of it and held before, or are new. */
  readonly broken: readonly Diagnostic[]
  /** Assertions that only the old policy has, that were true of it, and are false of the new one. */
  readonly dropped: readonly Diagnostic[]
}

/** Holds the assertions of both policies against the new one. What was false before is not broken by the change. */
export function brokenAssertions(before: Asserting | undefined, after: Asserting): BrokenAssertions {
  const own = after.cubed.policy.assertions
  const old = before?.cubed.policy.assertions ?? []
  const falseBefore = new Set(
    before === undefined ? [] : failing(before, old).map(({ assertion }) => assertion.title),
  )
  const gone = old.filter(({ title }) => !own.some((each) => each.title === title))
  const isNews = ({ assertion }: Failing): boolean => !falseBefore.has(assertion.title)
  return {
    broken: failing(after, own)
      .filter(isNews)
      .map(({ diagnostic }) => diagnostic),
    dropped: failing(after, gone)
      .filter(isNews)
      .map(({ diagnostic }) => diagnostic),
  }
}

interface Failing {
  readonly assertion: Assertion
  readonly diagnostic: Diagnostic
}

function failing({ cubed, input }: Asserting, list: readonly Assertion[]): readonly Failing[] {
  if (list.length === 0) return []
  const { sources, catalogue, asOf } = input
  const reach = reachOf(cubed)
  return list.flatMap((assertion) => {
    const policy = { ...cubed.policy, assertions: [assertion] }
    return assertions
      .run({ cubed: { ...cubed, policy }, reach, sources, catalogue, asOf })
      .filter(({ severity }) => severity === 'error')
      .map((diagnostic) => ({ assertion, diagnostic }))
  })
}
