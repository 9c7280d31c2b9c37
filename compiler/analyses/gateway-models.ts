import type { Model } from '../../core/catalogue.ts'
import type { AnalysisInput } from './analysis.ts'

/** The models that a request may come to. */
export interface GatewayModels {
  /** Every one that the gateway serves. */
  readonly served: readonly Model[]
  /** Those that the route names. */
  readonly used: readonly Model[]
}

const known = new WeakMap<AnalysisInput, GatewayModels>()

/** The models of the gateway and of the policy, gathered once for the input at hand. */
export function gatewayModels(input: AnalysisInput): GatewayModels {
  const found = known.get(input) ?? gather(input)
  known.set(input, found)
  return found
}

function gather({ cubed: { policy }, catalogue }: AnalysisInput): GatewayModels {
  const used = new Set(policy.route.flatMap(({ stages }) => stages.flatMap(({ models }) => models)))
  return { served: modelsNamed(policy.served, catalogue), used: modelsNamed([...used], catalogue) }
}

/** The catalogue's rows of these ids. */
export function modelsNamed(ids: readonly string[], { byId }: AnalysisInput['catalogue']): readonly Model[] {
  return ids.map((id) => byId.get(id)).filter((model) => model !== undefined)
}
