import type { LikeQuestions } from '../cache/like-questions.ts'
import { spokenAnswer } from '../cache/spoken-answer.ts'
import type { Charge } from '../money/charge.ts'
import { chargeOf } from '../money/charges.ts'
import { whyIncapable } from '../upstream/capable.ts'
import { Sayings } from '../upstream/saying.ts'
import type { Target } from '../upstream/target.ts'
import { readingOf } from './answer-translation.ts'
import { askJudge, judgeTarget, sameAnswer } from './ask-judge.ts'
import { ask } from './aside.ts'
import type { Job } from './attempt.ts'
import type { Asking, CachedHit } from './cache-step.ts'
import { STREAM_BYTES_MAX } from './cache-step.ts'
import { countsAside } from './own-job.ts'

/**
 * Answers a request afresh that was answered by a like question's answer, and has the policy's judge compare the two: what it says is
 * counted, and a wrong pair is quarantined. Charged to the operator's budget for it, or to the request's own.
 */
export async function compareHit(
  asking: Asking,
  { cache, config }: LikeQuestions,
  { answer }: CachedHit,
  question: string,
): Promise<void> {
  const { call, sending } = asking
  const judge = judgeTarget(asking)
  const charges = chargesAside(asking, config.budget)
  const job = freshJob(asking, charges)
  const target = targetOf(asking, job)
  if (judge === undefined || target === undefined) return
  const { totalMs } = job.decision.attempt
  const end = await ask(call, job, sending, {
    kind: 'fresh',
    attemptId: `${call.id}.fresh`,
    target,
    voice: call,
    totalMs,
    keepBytesMax: STREAM_BYTES_MAX,
  })
  const fresh = freshText(job, target, end)
  const kept = spokenAnswer(answer.body, call.dialect.name)?.text
  if (fresh === undefined || kept === undefined) return
  const texts = { question, first: kept, second: fresh }
  const isSame = await askJudge(asking, judge, `${call.id}.compare`, sameAnswer, texts, charges)
  if (isSame !== undefined) cache.learn(call.id, isSame ? 'right' : 'wrong')
}

/** The budget that gateway.json names for it, where the policy has it. */
function chargesAside({ call, decided, charges }: Asking, budget: string | undefined): readonly Charge[] {
  const { artifact, actions } = call.snapshot.table
  const action = actions.find((each) => each.kind === 'budget' && each.name === budget)
  return action?.kind === 'budget'
    ? [chargeOf(action, decided.view.identity, artifact.zone)]
    : charges.filter(countsAside)
}

function freshJob({ call, decided: { body, decision } }: Asking, charges: readonly Charge[]): Job {
  const sayings = new Sayings(call.dialect, body)
  return { body, decision, charges, sayings, session: undefined, sealed: undefined, keepBytesMax: 0 }
}

/** The first model of the policy's stages that can take it. */
function targetOf({ call, decided: { decision } }: Asking, { body, sayings }: Job): Target | undefined {
  const { outcome } = decision
  const stages = outcome.kind === 'route' ? outcome.stages : []
  const models = stages.flatMap((stage) =>
    stage.kind === 'models' ? stage.models : stage.kind === 'asked' ? (stage.model ?? []) : [],
  )
  return models
    .flatMap((model) => call.targets.get(model) ?? [])
    .find((target) => whyIncapable(target, body, sayings) === undefined)
}

function freshText(job: Job, target: Target, end: Awaited<ReturnType<typeof ask>>): string | undefined {
  if (end === undefined || end.kind === 'failure') return undefined
  const { dialect } = readingOf(job, target)
  const body = end.kind === 'whole' ? end.body : end.events && dialect.assemble(end.events)
  return body === undefined ? undefined : spokenAnswer(body, dialect.name)?.text
}
