import { realpathSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { serialize } from '../compiler/emit.ts'
import type { Gateway } from '../runtime/config/gateway.ts'
import type { Built } from '../runtime/reload.ts'
import { countFindings, showFindings } from './findings.ts'
import { loadProject } from './project.ts'
import { reasonOf } from './tool-failure.ts'

/** One build of the policy at `path`, and the absolute paths of the files that it looked for. */
export function buildPolicy(
  gateway: Gateway,
  path: string,
): { readonly built: Built; readonly files: readonly string[] | undefined } {
  // Shown as the user would type it; nothing of the folder above reaches the table.
  const root = relative(realpathSync(process.cwd()), path)
  try {
    const project = loadProject(root, {
      providers: Object.fromEntries(gateway.providers.map(({ name, models }) => [name, { models }])),
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
