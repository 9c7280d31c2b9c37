import { loadProject } from '../cli/project.ts'
import { classesOf } from '../compiler/classes.ts'
import { byTable } from '../core/tables.ts'
import { renderFrames } from '../lang/render/code-frame.ts'
import { hide } from './inside.ts'
import { PolicyError } from './policy-error.ts'
import type { ReadOptions, TestPolicy } from './types.ts'

/**
 * Reads and checks a policy: a `.route` file, or a folder that holds one. Warnings are let pass.
 * @throws PolicyError when the policy has errors, with the findings as `gwc check` prints them.
 * @throws Error when a file cannot be read; the message names it.
 */
export function readPolicy(path: string, options: ReadOptions = {}): TestPolicy {
  const project = loadProject(path, options)
  const { policy, diagnostics } = project.compile()
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (policy === undefined || errors.length > 0)
    throw new PolicyError(`\n${renderFrames(errors, project.sources, { colour: false })}`)
  const read: TestPolicy = {
    root: project.root,
    facts: [...policy.facts.keys()],
    rules: byTable((table) => policy[table].map(({ name }) => name)),
  }
  return hide(read, { policy, space: classesOf(policy).space })
}
