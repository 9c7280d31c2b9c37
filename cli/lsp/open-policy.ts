import type { Proof } from '../../compiler/editor/prove.ts'
import { shiftProof } from '../../compiler/editor/shift.ts'
import { type Snapshot, snapshotOf } from '../../compiler/editor/snapshot.ts'
import type { CompileInput } from '../../compiler/input.ts'
import type { LoadedPolicy } from './load-policy.ts'

/** A policy that has a file open, checked as it is now, with what was last proved of it. */
export interface OpenPolicy {
  readonly loaded: LoadedPolicy
  readonly snapshot: Snapshot
  /** Of these texts or of earlier ones, at the places of these. */
  readonly proof: Proof | undefined
}

/** Checks a policy; one that did not change since `before` is the same value. */
export function openPolicy(loaded: LoadedPolicy, before: OpenPolicy | undefined): OpenPolicy {
  if (before === undefined) return { loaded, snapshot: snapshotOf(loaded.input), proof: undefined }
  const isSame = isSameInput(before.loaded.input, loaded.input)
  if (isSame && before.loaded.problem === loaded.problem) return before
  const proof = before.proof && shiftProof(before.proof, before.loaded.input.sources, loaded.input.sources)
  return { loaded, snapshot: isSame ? before.snapshot : snapshotOf(loaded.input), proof }
}

/** The policy with what was proved of `asked`, which may be earlier than it is now. A policy that does not check keeps what was proved before. */
export function withProof(policy: OpenPolicy, asked: LoadedPolicy, proof: Proof | undefined): OpenPolicy {
  if (proof === undefined) return policy
  return { ...policy, proof: shiftProof(proof, asked.input.sources, policy.loaded.input.sources) }
}

function isSameInput(a: CompileInput, b: CompileInput): boolean {
  return (
    a.catalogue === b.catalogue &&
    a.sources.size === b.sources.size &&
    [...a.sources].every(([path, text]) => b.sources.get(path) === text)
  )
}
