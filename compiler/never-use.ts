import type { GuardRule, TypedStage } from './typed.ts'

/** Whether some of these guard rows take the model away. */
export function isForbidden(model: string, guard: readonly GuardRule[]): boolean {
  return guard.some(({ action }) => action.kind === 'never-use' && action.models.includes(model))
}

/**
 * The stage without forbidden models: out of its set, its arms and its shadow, and before anything is picked.
 * `undefined` when no model is left of it.
 */
export function withoutForbidden(
  stage: TypedStage,
  guard: readonly GuardRule[],
  asked: string | undefined,
): TypedStage | undefined {
  if (stage.pick === 'deny') return stage
  const { shadow, ...rest } = stage
  const kept = shadow === undefined || isForbidden(shadow.model, guard) ? rest : stage
  if (stage.pick === 'asked') return asked !== undefined && isForbidden(asked, guard) ? undefined : kept
  const models = stage.models.filter((model) => !isForbidden(model, guard))
  return models.length === 0 ? undefined : { ...kept, models }
}

/** Every model that a stage may send a request to, its shadow's too. */
export function modelsOf(stage: TypedStage, asked?: string): readonly string[] {
  const own = stage.pick === 'asked' && asked !== undefined ? [asked] : stage.models
  return stage.shadow === undefined ? own : [...own, stage.shadow.model]
}
