import type { DecidedStage } from '../contracts.ts'
import type { LinkedBan } from './link.ts'

/** The chain without the models that `bans` name: from every set, and from `asked`. A stage that loses its last model is gone. */
export function removeBanned(
  stages: readonly DecidedStage[],
  bans: readonly LinkedBan[],
): readonly DecidedStage[] {
  return stages.flatMap((stage) => without(stage, bans))
}

function without(stage: DecidedStage, bans: readonly LinkedBan[]): readonly DecidedStage[] {
  switch (stage.kind) {
    case 'models': {
      const models = stage.models.filter((model) => !isBanned(model, bans))
      return models.length === 0 ? [] : [models.length === stage.models.length ? stage : { ...stage, models }]
    }
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
