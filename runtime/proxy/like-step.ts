import { confidenceDefault, maxErrorDefault } from '../../core/likeness.ts'
import { isShadowed } from '../cache/calibration/shadowed.ts'
import type { CacheAction } from '../../schemas/generated/decision-table.ts'
import type { CachedAnswer } from '../cache/cached-answer.ts'
import { withCachedUsage } from '../cache/cached-usage.ts'
import type { SemanticHit } from '../cache/finding.ts'
import type { LikeQuestions } from '../cache/like-questions.ts'
import { partitionOf } from '../cache/partition.ts'
import type { PartitionSource } from '../cache/partition.ts'
import type { Question } from '../cache/question/question.ts'
import { readQuestion } from '../cache/question/read-question.ts'
import type { Asked } from '../cache/semantic-cache.ts'
import { servesOthers, sideOf, spokenAnswer } from '../cache/spoken-answer.ts'
import { translateAnswer } from '../wire/canonical/translate.ts'
import type { DialectName } from '../wire/dialect.ts'
import { embedderOf } from './ask-embedder.ts'
import { judgeOf, judgeTarget } from './ask-judge.ts'
import type { Asking, CachedHit } from './cache-step.ts'
import { compareHit } from './compare-hit.ts'

/** What became of a request's question in the layers that compare questions. */
export interface LikeLookup {
  readonly hit: CachedHit | undefined
  /** Takes the question in, once its answer is stored; one that may not stand for others is left out. */
  readonly keep: (answer: CachedAnswer) => void
  /** The comparison of a hit that was served with a fresh answer, for the operator's share of hits; `undefined` for the others. */
  readonly compare: () => Promise<void> | undefined
}

/** Looks a request's question up; `undefined` for one that is not compared. Whatever fails on the way is a miss. */
export async function likeLookup(asking: Asking, mayRead: boolean): Promise<LikeLookup | undefined> {
  const asked = askedOf(asking)
  if (asked === undefined) return undefined
  const like = await asking.caches.likeness()
  const embedder = embedderOf(asking, like)
  const help = { ...(embedder && { embed: embedder.embed }), ...judgeOf(asking) }
  const finding = mayRead ? await like.cache.find(asked, help) : undefined
  if (finding?.kind === 'miss') asking.call.trace.likeness = finding
  const hit = finding?.kind === 'hit' ? await hitOf(asking, like, asked, finding) : undefined
  return {
    hit,
    keep: (answer) => keep(asking, like, asked, answer, embedder?.embedded()),
    compare: () =>
      hit !== undefined && isCompared(asking, like)
        ? compareHit(asking, like, hit, asked.question.text)
        : undefined,
  }
}

function isCompared(asking: Asking, { config }: LikeQuestions): boolean {
  return judgeTarget(asking) !== undefined && isShadowed(asking.call.id, config.shadow)
}

// ---------------------------------------------------------------------------------------------- what is asked

/** A question, and whom its answer is shared with. */
interface AskedIn extends Asked<Question> {
  readonly scope: string
}

/** The question of a request with what a hit must come up to; `undefined` for one that is not compared. */
function askedOf({ call, decided, caches }: Asking): AskedIn | undefined {
  const { view, body, decision } = decided
  const divided = partitionOf({
    view,
    body,
    decision,
    dialect: call.dialect.name,
    labels: labelsOf(call, decided),
  })
  if (divided.kind === 'unfit') return undefined
  const question = questionOf(divided.text, decision.cache)
  if (question === undefined) return undefined
  const { confidence = confidenceDefault, maxErrorBasisPoints = maxErrorDefault } = decision.cache
  const { partition, scope } = divided
  const epoch = caches.epochs.of(scope)
  const asked = Math.max(confidence / 1_000, raisedTo(view.headers['x-gwc-cache-confidence']))
  return { partition, epoch, scope, question, confidence: asked, maxError: maxErrorBasisPoints / 10_000 }
}

/** Facts that the client says of its request and the policy read, such as a class of data: what one value got is no answer for another. */
function labelsOf({ snapshot }: Asking['call'], { decision }: Asking['decided']): PartitionSource['labels'] {
  return snapshot.table.axes
    .filter(({ origin }) => origin.kind === 'header' || origin.kind === 'metadata')
    .map(({ fact }) => [fact, decision.facts[fact] ?? null])
}

/** What hangs on the time is compared while it is fresh; what hangs on who asks, among requests of one person. */
const TIMELY_TTL_MAX_MS = 60_000

function questionOf(text: string, { ttlMs, within }: CacheAction): Question | undefined {
  const reading = readQuestion(text)
  if (reading.kind === 'unfit') return undefined
  const { timely, personal } = reading.question
  if (timely && ttlMs > TIMELY_TTL_MAX_MS) return undefined
  return personal && within !== 'key' && within !== 'developer' ? undefined : reading.question
}

/** The confidence that the caller asks for: it can be raised, never lowered, so what cannot be read asks for the utmost. */
function raisedTo(header: string | readonly string[] | undefined): number {
  if (header === undefined) return 0
  return typeof header === 'string' && /^[01]?(?:\.\d{1,6})?$/.test(header) && header !== ''
    ? Number(header)
    : 1
}

// ---------------------------------------------------------------------------------------------- what is found

async function hitOf(
  { call, caches }: Asking,
  { cache }: LikeQuestions,
  asked: AskedIn,
  finding: SemanticHit,
): Promise<CachedHit | undefined> {
  const { entry, layer, score } = finding
  const kept = await caches.exact.get(entry.id)
  const answer = kept === undefined ? undefined : inDialect(kept, call.dialect.name)
  if (answer === undefined) {
    cache.remove(entry.id)
    return undefined
  }
  cache.served(call.id, finding, asked)
  return { answer, layer, score }
}

/** A kept answer as this dialect says it; `undefined` where it cannot. */
function inDialect(answer: CachedAnswer, name: DialectName): CachedAnswer | undefined {
  const { dialect = name } = answer
  if (dialect === name) return answer
  const [from, to] = [sideOf(dialect), sideOf(name)]
  if (from === undefined || to === undefined) return undefined
  const body = translateAnswer(answer.body, from, to, { includeUsage: true, tools: [] })
  return body === undefined ? undefined : { ...answer, body: withCachedUsage(body, name), dialect: name }
}

// ---------------------------------------------------------------------------------------------- what is kept

/** Takes a question in whose answer is stored, where that answer may stand for others. */
function keep(
  { call, decided }: Asking,
  { cache, quota }: LikeQuestions,
  { partition, scope, epoch, question }: AskedIn,
  answer: CachedAnswer,
  embedding: Int8Array | undefined,
): void {
  const spoken = spokenAnswer(answer.body, call.dialect.name)
  if (spoken === undefined || !servesOthers(spoken) || !quota.take(decided.view.identity.key)) return
  const { id, storedAtMs, by } = answer
  const expiresAtMs = Date.now() + decided.decision.cache.ttlMs
  const { text } = question
  if (by !== undefined)
    cache.keep({
      entry: { id, partition, scope, epoch, text, storedAtMs, expiresAtMs, by },
      question,
      embedding,
    })
}
