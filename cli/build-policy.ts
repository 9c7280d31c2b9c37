import { realpathSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { serialize } from '../compiler/emit.ts'
import type { ProviderConfig } from '../runtime/config/gateway.ts'
import type { Built } from '../runtime/reload.ts'
import { countFindings, showFindings } from './findings.ts'
import { loadProject } from './project.ts'
import { reasonOf } from './tool-failure.ts'

/** The providers of a gateway, as far as a policy may use them: names and models, no secrets. Plain data, fit for another thread. */
export type PolicyProviders = readonly Pick<ProviderConfig, 'name' | 'models'>[]

/** One build of a policy, and the absolute paths of the files that it looked for. */
export interface BuiltPolicy {
  readonly built: Built
  readonly files: readonly string[] | undefined
}

/** Builds the policy at `path`. */
export function buildPolicy(providers: PolicyProviders, path: string): BuiltPolicy {
  // Shown as the user would type it; nothing of the folder above reaches the table.
  const root = relative(realpathSync(process.cwd()), path)
  try {
    const project = loadProject(root, {
      providers: Object.fromEntries(providers.map(({ name, models }) => [name, { models }])),
    })
    const files = [...project.sources.keys(), ...project.absent].map((file) => resolve(file))
    const { table, diagnostics } = project.compile()
    if (table !== undefined) return { built: { ok: true, bytes: Buffer.from(serialize(table)) }, files }
    const findings = showFindings(diagnostics, project.sources)
    const message = `${findings}\n${project.root}: ${countFindings(diagnostics)}`
    return { built: { ok: false, message }, files }
  } catch (error) {
    return { built: { ok: false, message: reasonOf(error) }, files: undefined }
  }
}
