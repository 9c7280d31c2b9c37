import type { StageShadow } from '../contracts.ts'
import { ask } from './aside.ts'
import type { Job, Sending } from './attempt.ts'
import type { Call } from './call.ts'

/**
 * Sends a copy of an answered request to the model that shadows its stage, for the stage's share of requests. Nobody gets the
 * answer: it is read for what it says it used, and noted in the trace. The client's leaving does not end it, its own deadline does.
 */
export async function copyToShadow(
  call: Call,
  job: Job,
  sending: Sending,
  shadow: StageShadow,
  stage: number,
): Promise<void> {
  const target = call.targets.get(shadow.model)
  if (target === undefined || sending.random() * 10_000 >= shadow.share) return
  const { totalMs } = job.decision.attempt
  await ask(call, job, sending, {
    kind: 'shadow',
    attemptId: `${call.id}.copy`,
    target,
    voice: call,
    totalMs,
    stage,
  })
}
