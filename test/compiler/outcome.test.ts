import { expect, test } from 'vitest'
import { cubePolicy } from '../../compiler/cubed.ts'
import { emit, serialize } from '../../compiler/emit.ts'
import type { Facts } from '../../compiler/holds.ts'
import { interpret } from '../../compiler/interpret.ts'
import { outcomeOf } from '../../compiler/outcome.ts'
import { type Picked, pickOf } from '../../compiler/pick.ts'
import { settingsOf } from '../../compiler/settings.ts'
import { reachOf } from '../../compiler/reach.ts'
import type { Policy, TypedStage } from '../../compiler/typed.ts'
import { builtinCatalogue } from '../../core/catalogue.ts'
import type { DecidedStage, Decision } from '../../runtime/contracts.ts'
import { decideFacts } from '../../runtime/table/decide.ts'
import { aPolicy, someFacts } from '../support/arbitrary-policy.ts'
import { fc } from '../support/fast-check.ts'
import { loadWhole } from '../support/loaded.ts'
import { servedModels, split, useModel } from '../support/typed-policy.ts'

const catalogue = builtinCatalogue()

/** One outcome as both halves can tell it. */
interface Told {
  readonly by: string
  readonly stages: readonly (readonly string[])[] | number
}

const nameOf = (rule: string): string => rule.split('#').at(-1) ?? rule

function byRuntime({ rule, outcome }: Decision): Told {
  const modelsOf = (stage: DecidedStage): readonly string[] => {
    if (stage.kind === 'deny') return ['deny']
    return stage.kind === 'asked' ? [String(stage.model)] : stage.models
  }
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  return { by: nameOf(rule), stages: outcome.kind === 'deny' ? outcome.status : outcome.stages.map(modelsOf) }
}

function byInterpreter(policy: Policy, facts: Facts): Told {
  const outcome = outcomeOf(policy, interpret(policy, facts), facts)
  const context = { policy, catalogue, by: outcome.by }
  const asked = typeof facts.model === 'string' && facts.model.includes('/') ? facts.model : undefined
  const modelsOf = (stage: TypedStage): readonly string[] => {
    if (stage.pick === 'deny') return ['deny']
    if (stage.pick === 'split') return armOf(pickOf(context, stage, { team: '', ...facts }))
    return stage.pick === 'asked' ? [String(asked)] : stage.models
  }
  return {
    by: outcome.by?.name ?? (facts.endpoint === 'embeddings' ? 'embeddings' : 'gwc'),
    stages: outcome.kind === 'deny' ? outcome.status : outcome.stages.map(modelsOf),
  }
}

const armOf = (picked: Picked): readonly string[] => (picked.kind === 'model' ? [String(picked.model)] : [])

const asked: TypedStage = { ...useModel(''), pick: 'asked', models: [], shown: 'asked' }
const cheapest: TypedStage = {
  ...useModel(''),
  pick: 'cheapest',
  models: servedModels,
  shown: 'cheapest of all',
}
const divided = split('team', [2_000, servedModels[0]], [5_000, servedModels[1]], [3_000, servedModels[3]])
const refusal: TypedStage = {
  ...useModel(''),
  pick: 'deny',
  models: [],
  message: 'no more',
  status: 451,
  shown: 'deny "no more"',
}

const chains = fc.array(
  fc.constantFrom(useModel(servedModels[0]), useModel(servedModels[1]), asked, cheapest, divided, refusal),
  {
    minLength: 1,
    maxLength: 3,
  },
)

const aPolicyOfChains = fc
  .tuple(aPolicy, fc.array(chains, { minLength: 8, maxLength: 8 }))
  .map(([policy, stages]): Policy => ({
    ...policy,
    route: policy.route.map((rule, index) => ({ ...rule, stages: stages[index] ?? rule.stages })),
  }))

test('guards, bans, `asked`, splits, denies and settings come to the same in the compiler as in the runtime', () => {
  const kinds = new Set<string>()
  const property = fc.property(
    aPolicyOfChains,
    fc.array(someFacts, { minLength: 40, maxLength: 40 }),
    (policy, requests) => {
      const cubing = cubePolicy(policy)
      if (cubing.kind === 'too-large') return
      const { cubed } = cubing
      const bytes = serialize(emit(cubed, { catalogue, sources: new Map(), reach: reachOf(cubed) }))
      const loaded = loadWhole(Buffer.from(bytes))
      if (!loaded.ok) throw new Error(loaded.message)
      for (const facts of requests) {
        const told = byInterpreter(policy, facts)
        kinds.add(typeof told.stages)
        const decision = decideFacts(loaded.table, facts as Parameters<typeof decideFacts>[1])
        expect(byRuntime(decision)).toEqual(told)
        const verdict = interpret(policy, facts)
        if (verdict.guard.some(({ action }) => action.kind === 'deny')) continue
        const { cache, attempt, shape, log } = decision
        expect({ cache, attempt, shape, log }).toEqual(settingsOf(verdict))
      }
    },
  )
  fc.assert(property, { numRuns: 150 })
  expect([...kinds].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['number', 'object'])
})
