import { readFileSync, realpathSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { serialize } from '../compiler/emit.ts'
import type { Gateway } from '../runtime/config/gateway.ts'
import type { Built, PolicySource } from '../runtime/reload.ts'
import { countFindings, showFindings } from './findings.ts'
import { loadProject } from './project.ts'
import { reasonOf } from './tool-failure.ts'

/** Where the gateway's tables come from: a policy compiled on each change, or a built table read again. */
export function policySource(gateway: Gateway, path = gateway.policyPath): PolicySource {
  return path.endsWith('.json') ? builtTable(path) : compiledPolicy(gateway, path)
}

function builtTable(path: string): PolicySource {
  const build = async (): Promise<Built> => {
    try {
      return { ok: true, bytes: readFileSync(path) }
    } catch (error) {
      return { ok: false, message: `cannot read ${path}: ${reasonOf(error)}` }
    }
  }
  return { build, files: () => [resolve(path)] }
}

function compiledPolicy(gateway: Gateway, path: string): PolicySource {
  // Shown as the user would type it; nothing of the folder above reaches the table.
  const root = relative(realpathSync(process.cwd()), path)
  let files: readonly string[] = [resolve(path)]
  const build = async (): Promise<Built> => {
    try {
      const project = loadProject(root, {
        providers: Object.fromEntries(gateway.providers.map(({ name, models }) => [name, { models }])),
      })
      files = [...project.sources.keys(), ...project.absent].map((file) => resolve(file))
      const { table, diagnostics } = project.compile()
      if (table !== undefined) return { ok: true, bytes: Buffer.from(serialize(table)) }
      return {
        ok: false,
        message: `${showFindings(diagnostics, project.sources, 'pretty')}\n${project.root}: ${countFindings(diagnostics)}`,
      }
    } catch (error) {
      return { ok: false, message: reasonOf(error) }
    }
  }
  return { build, files: () => files }
}
