import { type Facts } from '../compiler/holds.ts'
import { interpret, type Verdict } from '../compiler/interpret.ts'
import { askedModel, type Outcome, outcomeOf } from '../compiler/outcome.ts'
import type { Policy, PolicyRule, TypedStage } from '../compiler/typed.ts'
import { byTable } from '../core/tables.ts'
import { insideOf } from './inside.ts'
import { settle, toSources } from './settle.ts'
import type { DecidedStage, Decision, Request, TestPolicy } from './types.ts'

/**
 * What a policy says of a request, by the reference interpreter, which the gateway's table agrees with on every request.
 * What the request says of a budget or limit that does not apply to it is left out.
 * @throws TypeError when the request names a fact that the policy does not know.
 */
export function decide(policy: TestPolicy, request: Request): Decision {
  const { policy: typed } = insideOf(policy)
  const facts = settle(typed, toSources(typed, request))
  const verdict = interpret(typed, facts)
  return describe(typed, verdict, outcomeOf(typed, verdict, facts), facts)
}

function describe(policy: Policy, verdict: Verdict, outcome: Outcome, facts: Facts): Decision {
  const isUse = outcome.kind === 'use'
  const stages = isUse ? outcome.stages.map((stage) => describeStage(policy, stage, facts)) : []
  const cached = isUse ? verdict.cache?.action : undefined
  return {
    kind: outcome.kind,
    rule: outcome.by?.name,
    message: isUse ? undefined : outcome.message,
    status: isUse ? undefined : outcome.status,
    stages,
    models: [...new Set(stages.flatMap(({ models }) => models))],
    cache: { mode: cached?.mode ?? 'off', within: cached?.within },
    rules: rulesThatApply(verdict),
  }
}

function describeStage(policy: Policy, { pick, shown, models, on }: TypedStage, facts: Facts): DecidedStage {
  const asked = pick === 'asked' ? askedModel(policy, facts) : undefined
  return { text: shown, models: asked === undefined ? models : [asked], on }
}

function rulesThatApply(verdict: Verdict): Decision['rules'] {
  const isDenied = verdict.guard.some(({ action }) => action.kind === 'deny')
  return byTable((table) => {
    if (isDenied && table !== 'guard') return []
    const found: PolicyRule | undefined | readonly PolicyRule[] = verdict[table]
    return [found ?? []].flat().map(({ name }) => name)
  })
}
