import type { ShapeAction } from '../../schemas/generated/decision-table.ts'
import type { ExchangeRequest } from '../upstream/exchange.ts'
import type { Translated } from '../upstream/saying.ts'
import type { AccountState, Target } from '../upstream/target.ts'
import { pathOf } from '../wire/dialect.ts'
import { idRules } from '../wire/canonical/ids.ts'
import type { Dialect, DialectName, Edits, WireBody } from '../wire/dialect.ts'
import { pinFields } from '../wire/pin-fields.ts'
import type { Job } from './attempt.ts'
import type { Call } from './call.ts'
import { cacheEdits } from './prompt-cache.ts'
import { ownWords } from './own-words.ts'
import { outputCap } from './shape-output.ts'
import { translatedHeaders, upstreamHeaders } from './upstream-request.ts'

/** Where a request goes. */
export interface Place {
  readonly target: Target
  readonly account: AccountState
  /** The cap that its hold counts on; absent: the policy's. */
  readonly maxOutput?: number | undefined
  /** Fields whose value changes the price, as the hold counts on them. */
  readonly pins?: Readonly<Record<string, string>>
}

/** Whose words a request is in: a client's, or the gateway's own. */
export type Voice = Pick<Call, 'dialect' | 'targets' | 'urlWords' | 'queryUp'> & {
  readonly inbound: Pick<Call['inbound'], 'headers'>
}

/** The request as it goes to one target: the client's bytes but for what the policy and the provider's row change, or their translation. */
export function requestTo(place: Place, call: Voice, job: Job): ExchangeRequest {
  const { target, account } = place
  const saying = job.sayings.to(target)
  if (saying.kind === 'translated') return translatedTo(place, saying, job)
  const body = ownWords(job.body, job.sealed, place, call)
  const { dialect } = call
  const { path, stack } = target.provider
  return {
    stack,
    path: `${path}${pathOf(dialect, target.model.upstream, job.body.stream)}${call.queryUp}`,
    headers: upstreamHeaders(call.inbound.headers, target, account, dialect),
    body: editedFor(place, dialect, job, body),
  }
}

/** What is taken from a request which goes up in its own words: fields, by the policy, and what another sealed; one warning for each. */
export function editWarnings(place: Place, call: Voice, job: Job): readonly string[] {
  const sealed = job.sealed?.droppedAt(place)
  const edited = editDrops(place, call, job)
  return sealed === undefined ? edited : [`dropped ${sealed}`, ...edited]
}

function editDrops(place: Place, { dialect }: Voice, job: Job): readonly string[] {
  const { body, decision } = job
  if (dialect.editDrops === undefined || capTo(place, decision.shape) === undefined) return noWarnings
  return dialect.editDrops(body, editsFor(place, dialect.name, job, body)).map((field) => `dropped ${field}`)
}

const noWarnings: readonly string[] = []

/** What is printed is scanned like any request of that dialect, so that the policy edits it as it would one that came so. */
function translatedTo(place: Place, { provider: dialect, request }: Translated, job: Job): ExchangeRequest {
  const { target, account } = place
  const { path, stack } = target.provider
  const said = { model: target.model.upstream, stream: job.body.stream }
  const body = dialect.read(request.bytes, said)
  if ('kind' in body) throw new Error(`a translation is no ${dialect.name} request: ${body.message}`)
  return {
    stack,
    path: `${path}${pathOf(dialect, said.model, said.stream)}`,
    headers: translatedHeaders(target, account),
    body: editedFor(place, dialect, job, body),
  }
}

function editedFor(place: Place, dialect: Dialect, job: Job, body: WireBody): Buffer {
  return pinFields(dialect.edit(body, editsFor(place, dialect.name, job, body)), place.pins ?? {})
}

/** What the policy and the provider's row change in the body. */
function editsFor(place: Place, dialect: DialectName, job: Job, body: WireBody): Edits {
  const { target } = place
  const { model, provider } = target
  const { usageInStream, capField, takesOtherCap, callIds, takesDeveloper } = provider.config.row
  const maxOutput = capTo(place, job.decision.shape)
  return {
    model: model.upstream,
    includeUsage: body.stream && !body.includeUsage && usageInStream === 'include',
    dropsUsageOption: usageInStream === 'always',
    capField,
    renamesCap: !takesOtherCap,
    dropsDeveloper: !takesDeveloper,
    ...(callIds === 'mistral' ? { callIds: idRules[callIds] } : {}),
    ...(maxOutput === undefined ? {} : { maxOutput }),
    ...cacheEdits(target, dialect, job),
  }
}

/** What a hold counts on stands over what the policy says, which it has taken in. */
function capTo({ target, maxOutput }: Place, shape: ShapeAction): number | undefined {
  return maxOutput ?? outputCap(shape, target.model)
}
