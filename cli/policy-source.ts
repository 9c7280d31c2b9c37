import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Gateway } from '../runtime/config/gateway.ts'
import type { Built, PolicySource } from '../runtime/reload.ts'
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
  let files: readonly string[] = [resolve(path)]
  const build = async (): Promise<Built> => {
    const { buildPolicy } = await import('./build-policy.ts') // a gateway that is given a built table starts without the compiler
    const { built, files: looked } = buildPolicy(gateway, path)
    files = looked ?? files
    return built
  }
  return { build, files: () => files }
}
