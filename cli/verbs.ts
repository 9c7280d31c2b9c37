import type { Verb } from './verb.ts'
import { gatewayVerbs } from './verbs/gateway-verbs.ts'
import { policyVerbs } from './verbs/policy-verbs.ts'
import { referenceVerbs } from './verbs/reference-verbs.ts'

/** Every verb, in the order of `gwc --help`: the day's work first, then operation, then reference. */
export const verbs: readonly Verb[] = [...policyVerbs, ...gatewayVerbs, ...referenceVerbs]
