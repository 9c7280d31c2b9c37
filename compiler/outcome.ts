import type { Facts } from './holds.ts'
import type { Verdict } from './interpret.ts'
import type { PolicyRule } from './rules.ts'
import type { GuardRule, Policy, TypedStage } from './typed.ts'

/** What comes of one request. `by` is the rule that decides; `undefined` where gwc itself does. */
export type Outcome =
  | {
      readonly kind: 'deny'
      readonly by: PolicyRule | undefined
      readonly message: string
      readonly status: number
    }
  /** What guards forbid is gone from the stages. */
  | { readonly kind: 'use'; readonly by: PolicyRule; readonly stages: readonly TypedStage[] }

/** Puts a verdict's tables together: a guard's deny first, then the route without what guards forbid. */
export function outcomeOf(policy: Policy, { guard, route }: Verdict, facts: Facts): Outcome {
  const denied = guard.find(({ action }) => action.kind === 'deny')
  if (denied?.action.kind === 'deny') return deny(denied, denied.action.message, denied.action.status)
  if (route === undefined) return deny(undefined, 'No rule of the policy routes this request.', 403)
  const asked = askedModel(policy, facts)
  const stages = stagesLeft(route.stages, guard, asked)
  const [first] = stages
  if (first === undefined)
    return deny(
      emptying(guard, route.stages, asked),
      `Guard leaves no model of \`${route.name}\` to use for this request.`,
      403,
    )
  return first.pick === 'deny'
    ? deny(route, first.message ?? 'The policy denies this request.', first.status ?? 403)
    : { kind: 'use', by: route, stages }
}

const deny = (by: PolicyRule | undefined, message: string, status: number): Outcome => ({
  kind: 'deny',
  by,
  message,
  status,
})

/** The model that the client asks for, where it is served. */
export function askedModel(policy: Policy, facts: Facts): string | undefined {
  const { model } = facts
  return typeof model === 'string' && policy.served.includes(model) ? model : undefined
}

/** What guards leave of a chain for a request that asks for a served model, or for none. */
export function stagesLeft(
  stages: readonly TypedStage[],
  guard: readonly GuardRule[],
  asked: string | undefined,
): readonly TypedStage[] {
  return stages.flatMap((stage) => allowed(stage, guard, asked) ?? [])
}

/** The stage without forbidden models; `undefined` when nothing is left of it. */
function allowed(
  stage: TypedStage,
  guard: readonly GuardRule[],
  asked: string | undefined,
): TypedStage | undefined {
  if (stage.pick === 'deny') return stage
  if (stage.pick === 'asked') return asked !== undefined && isForbidden(asked, guard) ? undefined : stage
  const models = stage.models.filter((model) => !isForbidden(model, guard))
  return models.length === 0 ? undefined : { ...stage, models }
}

function isForbidden(model: string, guard: readonly GuardRule[]): boolean {
  return guard.some(({ action }) => action.kind === 'never-use' && action.models.includes(model))
}

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

function modelsOf(stage: TypedStage, asked: string | undefined): readonly string[] {
  return stage.pick === 'asked' && asked !== undefined ? [asked] : stage.models
}
