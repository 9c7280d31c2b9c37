import type { Action, Axis, ChainAction, Stage } from '../../schemas/generated/decision-table.ts'
import { followedByDefault } from '../failure-classes.ts'
import { showSetting } from '../show-outcome.ts'

/** What a policy does with a request in one respect. Two effects are the same when their keys are. */
export interface Effect {
  readonly key: string
  /** As a policy spells it. */
  readonly shown: string
  readonly kind: 'deny' | 'chain' | 'setting' | 'nothing'
  /** Of a chain: its stages without what the guard forbids. */
  readonly stages?: readonly Stage[]
}

/** Where no row of a table applies. */
export const nothing: Effect = { key: 'nothing', shown: 'nothing', kind: 'nothing' }

/** Where no guard denies. */
export const allowed: Effect = { key: 'allowed', shown: 'allowed', kind: 'nothing' }

/** What guards take out of a row's action: catalogue ids, and the model that the client asks for. */
export interface Removed {
  readonly models: ReadonlySet<string>
  readonly asked: boolean
}

/** What a row does without what the guard forbids. `axes` are those of its table: a split names one of them. */
export function effectOf(action: Action, removed: Removed, axes: readonly Axis[]): Effect {
  switch (action.kind) {
    case 'chain':
      return chainEffect(action, removed, axes)
    case 'deny':
      return denyEffect(action.message, action.status)
    case 'cache': {
      const { judge, ...rest } = action
      const isLost = judge !== undefined && removed.models.has(judge.model)
      return settingEffect(isLost ? rest : action)
    }
    case 'never-use':
    case 'attempt':
    case 'budget':
    case 'limit':
    case 'shape':
    case 'log':
      return settingEffect(action)
  }
}

function settingEffect(action: Exclude<Action, ChainAction>): Effect {
  return { key: JSON.stringify(action), shown: showSetting(action), kind: 'setting' }
}

/**
 * The effect of a chain. Spelling is no part of its key: a set by another name, or written out, is the same set; nor is
 * what the first stage left would follow, since nothing comes before it.
 */
function chainEffect({ stages }: ChainAction, removed: Removed, axes: readonly Axis[]): Effect {
  const left = stages.flatMap((stage) => without(stage, removed))
  const [first, ...later] = left
  if (first === undefined) return emptied
  if (first.pick === 'deny')
    return denyEffect(first.message ?? 'The policy denies this request.', first.status ?? 403)
  const tried: readonly Stage[] = [{ ...first, on: [] }, ...later]
  const key = JSON.stringify(tried.map((stage) => keyOf(stage, axes)))
  return { key, shown: showStages(tried), kind: 'chain', stages: tried }
}

const emptied: Effect = {
  key: 'emptied',
  shown: 'deny, since the guard leaves no model',
  kind: 'deny',
}

function denyEffect(message: string, status: number): Effect {
  const shown = `deny ${JSON.stringify(message)}${status === 403 ? '' : ` status ${status}`}`
  return { key: JSON.stringify(['deny', message, status]), shown, kind: 'deny' }
}

/** Axes have other numbers in other tables, so a split goes by the name of its fact. */
function keyOf(stage: Stage, axes: readonly Axis[]): unknown {
  const { shown: _, on, split, ...rest } = stage
  return {
    ...rest,
    on: on.toSorted(),
    ...(split === undefined ? {} : { split: { ...split, axis: axes[split.axis]?.fact } }),
  }
}

/** `use A then B on {429}`; the failures that a stage follows unless told otherwise are not spelled out. */
function showStages(stages: readonly Stage[]): string {
  return stages
    .map(({ shown, on }, place) =>
      place === 0 ? `use ${shown}` : `then ${shown}${isUsual(on) ? '' : ` on {${on.join(', ')}}`}`,
    )
    .join(' ')
}

const isUsual = (on: Stage['on']): boolean =>
  on.length === followedByDefault.length && followedByDefault.every((each) => on.includes(each))

function without(stage: Stage, { models, asked }: Removed): readonly Stage[] {
  if (stage.pick === 'deny') return [stage]
  const { shadow, ...rest } = stage
  const kept = shadow === undefined || !models.has(shadow.model) ? stage : rest
  if (stage.pick === 'asked') return asked ? [] : [kept]
  const left = stage.models.map((model) => !models.has(model))
  const gone = stage.models.filter((model) => models.has(model))
  if (gone.length === 0) return [kept]
  if (gone.length === stage.models.length) return []
  const { split } = stage
  return [
    {
      ...kept,
      models: stage.models.filter((_, place) => left[place]),
      ...(split === undefined
        ? {}
        : {
            split: {
              ...split,
              shares: kept.split?.shares.filter((_, place) => left[place]) as typeof split.shares,
            },
          }),
      shown: `${stage.shown} without {${gone.join(', ')}}`,
    },
  ]
}
