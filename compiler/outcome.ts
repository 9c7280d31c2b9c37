import type { Facts } from './holds.ts'
import type { Verdict } from './interpret.ts'
import { isForbidden, modelsOf, withoutForbidden } from './never-use.ts'
import type { RouteTable } from '../core/tables.ts'
import type { PolicyRule } from './rules.ts'
import { routeTableOf } from './traffic.ts'
import type { GuardRule, Policy, RouteRule, TypedStage } from './typed.ts'

/** What comes of one request. `by` is the rule that decides; `undefined` where gwc itself does. */
export type Outcome =
  | {
      readonly kind: 'deny'
      readonly by: PolicyRule | undefined
      readonly message: string
      readonly status: number
    }
  /** What guards forbid is gone from the stages. */
  | { readonly kind: 'use'; readonly by: PolicyRule | undefined; readonly stages: readonly TypedStage[] }

/** Puts a verdict's tables together: a guard's deny first, then the route without what guards forbid. */
export function outcomeOf(policy: Policy, verdict: Verdict, facts: Facts): Outcome {
  const { guard } = verdict
  const denied = guard.find(({ action }) => action.kind === 'deny')
  if (denied?.action.kind === 'deny') return deny(denied, denied.action.message, denied.action.status)
  const table = routeTableOf(facts)
  const rule = verdict[table]
  const stages = rule?.stages ?? (table === 'embeddings' ? askedStages(policy) : undefined)
  if (stages === undefined) return deny(undefined, 'No rule of the policy routes this request.', 403)
  return restrict(guard, rule, stages, askedModel(policy, facts))
}

function restrict(
  guard: readonly GuardRule[],
  rule: RouteRule | undefined,
  written: readonly TypedStage[],
  asked: string | undefined,
): Outcome {
  const stages = stagesLeft(written, guard, asked)
  const [first] = stages
  if (first === undefined)
    return deny(
      emptying(guard, written, asked),
      `Guard leaves no model of \`${rule?.name ?? 'default'}\` to use for this request.`,
      403,
    )
  return first.pick === 'deny'
    ? deny(rule, first.message ?? 'The policy denies this request.', first.status ?? 403)
    : { kind: 'use', by: rule, stages }
}

const deny = (by: PolicyRule | undefined, message: string, status: number): Outcome => ({
  kind: 'deny',
  by,
  message,
  status,
})

/** What embeddings get where the policy does not say: vectors of another model would not compare with those they had. */
function askedStages({ root }: Policy): readonly TypedStage[] {
  return [{ span: { file: root, start: 0, end: 0 }, pick: 'asked', models: [], on: [], shown: 'asked' }]
}

/** The model that the client asks for, where it is served: whether it makes what the endpoint is for is asked when it is sent. */
export function askedModel(policy: Policy, facts: Facts): string | undefined {
  const { model } = facts
  const isServed = (id: string): boolean => policy.served.includes(id) || policy.servedEmbeddings.includes(id)
  return typeof model === 'string' && isServed(model) ? model : undefined
}

/** What guards leave of a chain for a request that asks for a served model, or for none. */
export function stagesLeft(
  stages: readonly TypedStage[],
  guard: readonly GuardRule[],
  asked: string | undefined,
): readonly TypedStage[] {
  return stages.flatMap((stage) => withoutForbidden(stage, guard, asked) ?? [])
}

/** The models that `asked` may come to in a route table. */
export const servedBy = (policy: Policy, table: RouteTable): readonly string[] =>
  table === 'embeddings' ? policy.servedEmbeddings : policy.served

/** The first guard row that takes something out of the stages. */
function emptying(
  guard: readonly GuardRule[],
  stages: readonly TypedStage[],
  asked: string | undefined,
): GuardRule | undefined {
  return guard.find((each) =>
    stages.some((stage) => modelsOf(stage, asked).some((model) => isForbidden(model, [each]))),
  )
}
