import type { ProviderRow } from '../config/provider-rows.ts'
import { boundOf } from '../money/bound.ts'
import type { Bound, RequestSize } from '../money/bound.ts'
import { priceClassOf } from '../money/price-class.ts'
import type { PriceClass, PricedClass, RequestFields } from '../money/price-class.ts'
import { markedTtl } from '../upstream/marked-ttl.ts'
import type { Target } from '../upstream/target.ts'
import { parseObject } from '../wire/json.ts'
import type { Job } from './attempt.ts'
import { ttlSent } from './prompt-cache.ts'

/** What a request is that asks for nothing out of the ordinary. */
export const ordinary: PricedClass = {
  kind: 'priced',
  terms: {},
  mayTimes: [],
  calls: {},
  answers: 1,
  pins: {},
}

/**
 * What a request asks of this target that changes its price, by the bytes that go there. Where nothing must be known
 * beforehand, a request that names no such field is not parsed for it.
 */
export function priceClassAt(target: Target, job: Job, isHard: boolean): PriceClass {
  const { row } = target.provider.config
  const bytes = bytesAt(target, job)
  if (!isHard && !wordsOf(row).some((word) => bytes.includes(word))) return ordinary
  return priceClassOf(row, pricedFieldsOf(job, parseObject(bytes.toString()) ?? {}))
}

/** The `prompt` of legacy completions is the text itself, no stored prompt whose searches and files nobody can price. */
function pricedFieldsOf({ body }: Job, fields: RequestFields): RequestFields {
  return 'prompt' in fields && body.conversation().prompts !== undefined
    ? { ...fields, prompt: undefined }
    : fields
}

/** The names of a row's priced fields as a request spells them: made once, for each attempt is searched for them. */
function wordsOf(row: ProviderRow): readonly Buffer[] {
  const known = words.get(row)
  if (known !== undefined) return known
  const names = Object.keys(row.priced).map((name) => name.slice(name.lastIndexOf('.') + 1))
  const made = names.map((name) => Buffer.from(`"${name}"`))
  words.set(row, made)
  return made
}

const words = new WeakMap<ProviderRow, readonly Buffer[]>()

function bytesAt(target: Target, { body, sayings }: Job): Buffer {
  const saying = sayings.to(target)
  return saying.kind === 'translated' ? saying.request.bytes : body.bytes
}

/** The most that an attempt at this target can cost, with each answer capped at `cap` tokens, and at what the client says. */
export function boundAt(
  target: Target,
  job: Job,
  by: PricedClass,
  cap: number | undefined,
  atMs: number,
): Bound {
  // A list of prompts asks for answers to each.
  const answers = Math.max(by.answers, job.body.n)
  return boundOf(target.model, sizeOf(target, job, cap), { ...by, answers }, atMs)
}

function sizeOf(target: Target, job: Job, cap: number | undefined): RequestSize {
  const { inputBound, images, prompts } = job.body.conversation()
  const most = Math.min(job.body.maxOutput ?? Infinity, cap ?? Infinity)
  return {
    inputTokens: inputBound,
    prompts,
    images,
    outputTokens: most === Infinity ? undefined : most,
    cached: cachedAt(target, job),
  }
}

/** How long the prompt may be kept, where only what is marked is. */
function cachedAt(target: Target, job: Job): RequestSize['cached'] {
  if (!target.provider.config.row.cachesMarked) return undefined
  const ttl = markedTtl([bytesAt(target, job)]) ?? ttlSent(target, job)
  if (ttl === undefined) return 'never'
  return ttl === '5m' ? '5m' : undefined
}

/** The highest cap between 1 and `cap` with which an attempt costs no more than `nanos`; `undefined` where none does. */
export function capWithin(nanos: number, cap: number, boundWith: (cap: number) => Bound): number | undefined {
  const fits = (each: number): boolean => {
    const bound = boundWith(each)
    return bound.kind === 'bounded' && bound.nanos <= nanos
  }
  if (!fits(1)) return undefined
  let [low, high] = [1, cap]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return low
}
