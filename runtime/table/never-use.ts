import type { LinkedBan, LinkedStage } from './link.ts'

/**
 * The chain without the models that `bans` name: from every set, from `asked`, and as shadows. A stage that loses its last
 * model is gone. A split keeps its arms: which of them may be taken is asked when one is.
 */
export function removeBanned(
  stages: readonly LinkedStage[],
  bans: readonly LinkedBan[],
): readonly LinkedStage[] {
  return stages.flatMap((stage) => without(withoutShadow(stage, bans), bans))
}

function withoutShadow(stage: LinkedStage, bans: readonly LinkedBan[]): LinkedStage {
  if (stage.kind === 'deny' || stage.shadow === undefined || !isBanned(stage.shadow.model, bans)) return stage
  const { shadow: _, ...rest } = stage
  return rest
}

function without(stage: LinkedStage, bans: readonly LinkedBan[]): readonly LinkedStage[] {
  switch (stage.kind) {
    case 'models': {
      const models = stage.models.filter((model) => !isBanned(model, bans))
      return models.length === 0 ? [] : [models.length === stage.models.length ? stage : { ...stage, models }]
    }
    case 'split':
      return stage.models.every((model) => isBanned(model, bans)) ? [] : [stage]
    case 'asked':
      return stage.model !== undefined && isBanned(stage.model, bans) ? [] : [stage]
    case 'deny':
      return [stage]
  }
}

/** Whether any of `bans` names the model. */
export function isBanned(model: string, bans: readonly LinkedBan[]): boolean {
  return bans.some((ban) => ban.models.has(model))
}
