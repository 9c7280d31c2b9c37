import { hash } from 'node:crypto'
import type { DecidedStage, Decision, RequestView } from '../contracts.ts'
import { sessionOf } from '../table/client-facts.ts'
import { PromptSession } from '../upstream/prompt-session.ts'
import type { Sessions } from '../upstream/sessions.ts'
import type { WireBody } from '../wire/dialect.ts'
import type { Call } from './call.ts'

/**
 * The request's place in its session, where what the policy does may hang on it: its picks stay (`affinity session`), its
 * cheapest model is the one that has the prompt cached, or the policy asks providers to cache it. Else `undefined`, and nothing is read for it.
 */
export function openSession(
  { snapshot, dialect }: Call,
  sessions: Sessions,
  view: RequestView,
  body: WireBody,
  { outcome, rule, shape }: Decision,
): PromptSession | undefined {
  const holds = snapshot.table.artifact.affinity === 'session'
  const { promptSlots } = dialect
  const caches = shape.promptCache === 'auto' && promptSlots !== undefined
  if (outcome.kind !== 'route' || !(caches || outcome.stages.some((stage) => asks(stage, holds))))
    return undefined
  const own = sessionOf(view)
  const named = own ?? (holds ? openingOf(body) : undefined)
  if (named === undefined) return undefined
  const parts = promptParts(body, promptSlots ?? [])
  return new PromptSession({
    sessions,
    id: JSON.stringify([view.identity.key, named]),
    isNamed: own !== undefined,
    parts,
    holds,
    rule,
    now: Date.now,
  })
}

function asks(stage: DecidedStage, holds: boolean): boolean {
  if (stage.kind !== 'models') return false
  const isChoice = stage.models.length > 1 || (stage.arms?.length ?? 0) > 1
  return isChoice && (holds || stage.pick === 'cheapest')
}

/** What names a conversation whose client does not: its system prompt and the user's first message. */
function openingOf(body: WireBody): string | undefined {
  const { opening } = body.conversation()
  return opening === '' ? undefined : hash('sha256', opening, 'base64url')
}

function promptParts({ bytes, ranges }: WireBody, slots: readonly number[]): readonly Buffer[] {
  return slots.flatMap((slot) => {
    const [start = -1, end = -1] = [ranges[slot * 2], ranges[slot * 2 + 1]]
    return start === -1 ? [] : [bytes.subarray(start, end)]
  })
}
