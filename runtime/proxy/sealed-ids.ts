import type { Target, Targets } from '../upstream/target.ts'
import { sealsIn } from '../wire/canonical/sealed-id.ts'
import type { WireBody } from '../wire/dialect.ts'
import { splice } from './body/splice.ts'
import type { Call } from './call.ts'

/** A request for a provider of the client's own dialect without the seals that Gemini's calls carry in their ids: OpenAI takes 40 characters. */
export function withoutSealedIds(
  body: WireBody,
  { dialect, targets, urlWords }: Pick<Call, 'dialect' | 'targets' | 'urlWords'>,
): WireBody {
  if (!mayHoldSeals(targets)) return body
  const seals = sealsIn(body.bytes)
  if (seals.length === 0) return body
  const plain = dialect.read(splice(body.bytes, seals), urlWords)
  if ('kind' in plain)
    throw new Error(`without its seals this is no ${dialect.name} request: ${plain.message}`)
  return plain
}

/** Of each snapshot's targets: whether one of them seals calls, so that a client may have such an id. */
const known = new WeakMap<Targets, boolean>()

function mayHoldSeals(targets: Targets): boolean {
  let answer = known.get(targets)
  if (answer === undefined) known.set(targets, (answer = [...targets.values()].some(speaksGemini)))
  return answer
}

function speaksGemini({ provider }: Target): boolean {
  return provider.config.row.speaks.includes('gemini-generate')
}
