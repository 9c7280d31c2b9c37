import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Gateway } from '../runtime/config/gateway.ts'
import { fetchedTable } from '../runtime/fetched-table.ts'
import type { Built, PolicySource } from '../runtime/reload.ts'
import type { BuiltPolicy, PolicyProviders } from './build-policy.ts'
import { startPolicyCompiler } from './policy-compiler.ts'
import { reasonOf } from './tool-failure.ts'

/** Where the gateway's tables come from: a policy compiled on each change, a built table read again, or one behind a URL. */
export function policySource(gateway: Gateway, path = gateway.policyPath): PolicySource {
  if (/^https?:\/\//i.test(path)) return fetchedTable(new URL(path), gateway.egress)
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

/** The first build is made here, as there is nobody to wait for it; those that follow while requests are served in a thread of their own. */
function compiledPolicy({ providers }: Gateway, path: string): PolicySource {
  const used = providers.map(({ name, models }) => ({ name, models }))
  const compiler = startPolicyCompiler(used)
  let files: readonly string[] = [resolve(path)]
  let isFirst = true
  const build = async (): Promise<Built> => {
    const { built, files: looked } = isFirst ? await buildHere(used, path) : await compiler.compile(path)
    isFirst = false
    files = looked ?? files
    return built
  }
  return { build, files: () => files }
}

/** A gateway that is given a built table starts without the compiler. */
async function buildHere(providers: PolicyProviders, path: string): Promise<BuiltPolicy> {
  const { buildPolicy } = await import('./build-policy.ts')
  return buildPolicy(providers, path)
}
