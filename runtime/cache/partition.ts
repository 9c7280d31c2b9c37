import { warmthMax } from '../../core/likeness.ts'
import { createHash } from 'node:crypto'
import type { Decision, RequestView } from '../contracts.ts'
import type { CanonicalRequest, Part, Tool, Turn } from '../wire/canonical/form.ts'
import { codecs } from '../wire/canonical/codecs.ts'
import type { DialectName, WireBody } from '../wire/dialect.ts'
import { parseObject } from '../wire/json.ts'
import type { Json } from '../wire/json.ts'
import { indifferent, isKept, scopeOf, unsafeDigits } from './cache-key.ts'

/** What of a request may be compared by likeness, and the hash of all that may not. */
export type Partitioned =
  | {
      readonly kind: 'fit'
      /** Equal only where an answer to one question is the answer to the other. */
      readonly partition: string
      readonly scope: string
      /** The last words of the user. */
      readonly text: string
    }
  | { readonly kind: 'unfit'; readonly why: UnfitRequest }

/**
 * Why nothing of a request is compared by likeness: its API has no canonical form, it is too large to be a question, its answer is
 * kept by the provider, it holds numbers that lose digits when they are read, it wants several answers or a warm one, it holds calls of tools, something by reference, something that
 * only its provider can read, or it does not end in words of the user.
 */
export type UnfitRequest =
  | 'dialect'
  | 'large'
  | 'kept'
  | 'digits'
  | 'choices'
  | 'temperature'
  | 'tool-calls'
  | 'reference'
  | 'opaque'
  | 'no-question'

/** A decided request, and the labels of its data that the policy asked for. */
export interface PartitionSource {
  readonly view: RequestView
  readonly body: Pick<WireBody, 'bytes' | 'n' | 'temperature' | 'continues'>
  readonly decision: Decision
  readonly dialect: DialectName
  /** Facts that the client declares of the request and the policy read, such as a class of data. */
  readonly labels: readonly (readonly [string, unknown])[]
}

/** Questions come with instructions, not with books. */
const BYTES_MAX = 256 * 1024

/** Divides a request into its question and everything that a hit may never cross. */
export function partitionOf(source: PartitionSource): Partitioned {
  const { body, dialect, view, decision } = source
  const codec = codecs[dialect]
  if (codec === undefined || decision.outcome.kind !== 'route') return unfit('dialect')
  if (body.bytes.length > BYTES_MAX) return unfit('large')
  if (body.n > 1) return unfit('choices')
  if (body.temperature !== undefined && body.temperature > warmthMax) return unfit('temperature')
  const text = body.bytes.toString()
  if (unsafeDigits.test(text)) return unfit('digits')
  const json = parseObject(text)
  if (json === undefined || isKept(json, view.endpoint) || body.continues !== undefined) return unfit('kept')
  const request = codec.parse(json)
  const why = request.turns
    .flatMap(({ parts }) => parts)
    .map(whyUnfit)
    .find(isReason)
  if (why !== undefined) return unfit(why)
  return dividedAt(questionAt(request), request, source)
}

const unfit = (why: UnfitRequest): Partitioned => ({ kind: 'unfit', why })
const isReason = (why: UnfitRequest | undefined): why is UnfitRequest => why !== undefined

function whyUnfit(part: Part): UnfitRequest | undefined {
  switch (part.kind) {
    case 'text':
    case 'refusal':
    case 'reasoning':
      return undefined
    case 'tool-call':
    case 'tool-result':
      return 'tool-calls'
    case 'opaque':
      return 'opaque'
    case 'image':
    case 'audio':
    case 'document':
      return part.source.kind === 'data' ? undefined : 'reference'
  }
}

/** The last text of the last turn, which is the user's. */
function questionAt({ turns }: CanonicalRequest): Extract<Part, { kind: 'text' }> | undefined {
  const last = turns.at(-1)
  if (last?.role !== 'user') return undefined
  return last.parts.findLast((part) => part.kind === 'text')
}

function dividedAt(
  question: Extract<Part, { kind: 'text' }> | undefined,
  request: CanonicalRequest,
  { view, decision, labels }: PartitionSource,
): Partitioned {
  if (question === undefined || decision.outcome.kind !== 'route') return unfit('no-question')
  const scope = scopeOf(view.identity, decision.cache.within)
  const extras: Extras = []
  const said = saidBeside(question, request, extras)
  const own = extras.some((extra) => extra !== null) ? { dialect: request.from, extras } : null
  const parts = [
    'gwc-partition-1',
    scope,
    decision.outcome.stages,
    decision.shape,
    labels,
    said,
    own,
    betasOf(view),
  ]
  const digest = createHash('sha256').update(JSON.stringify(parts))
  return { kind: 'fit', partition: digest.digest('base64url'), scope, text: question.text }
}

/** Betas change what a provider answers; the version of an API only how it says it, which is not what is kept. */
function betasOf({ headers }: RequestView): unknown {
  return ['openai-beta', 'anthropic-beta'].map((name) => headers[name] ?? null)
}

/**
 * All that the request says beside its question, the same whatever dialect says it. What one dialect alone can say goes into
 * `extras`: such a request shares nothing with others.
 */
function saidBeside(question: Part, request: CanonicalRequest, extras: Extras): unknown {
  const { maxOutput, temperature, topP, topK, seed, presencePenalty, frequencyPenalty } = request
  const { toolChoice, parallelTools, stop, format, reasoning } = request
  note(extras, request.extra)
  if (reasoning !== undefined) note(extras, reasoning.extra)
  return [
    request.turns.map((turn) => turnBeside(question, turn, extras)),
    request.tools.map((tool) => toolBeside(tool, extras)),
    [toolChoice ?? null, parallelTools ?? null],
    [maxOutput, temperature, topP, topK, seed, presencePenalty, frequencyPenalty].map(
      (value) => value ?? null,
    ),
    stop,
    formatBeside(format),
    [reasoning?.effort ?? null, reasoning?.tokensMax ?? null],
  ]
}

function turnBeside(question: Part, { role, parts, extra }: Turn, extras: Extras): unknown {
  note(extras, extra)
  return [role, parts.map((part) => (part === question ? asked(part, extras) : partBeside(part, extras)))]
}

/** Stands where the question stood. */
function asked(question: Part, extras: Extras): unknown {
  if (question.kind === 'text') note(extras, question.extra)
  return ['question']
}

function partBeside(part: Part, extras: Extras): unknown {
  if (part.kind === 'opaque') return [part.place, part.value]
  note(extras, part.extra)
  switch (part.kind) {
    case 'text':
    case 'refusal':
      return [part.kind, part.text]
    case 'reasoning':
      return [part.kind, part.text, part.seal ?? null]
    case 'image':
    case 'audio':
    case 'document':
      return [part.kind, Object.entries(part.source)]
    case 'tool-call':
    case 'tool-result':
      return [part.kind, part.id]
  }
}

/** INVARIANT: a schema keeps the order of its fields, which changes answers. */
function toolBeside(
  { name, namespace, about, description, schema, strict, search, extra }: Tool,
  extras: Extras,
): unknown {
  note(extras, extra)
  return [
    name,
    namespace ?? null,
    about ?? null,
    description ?? null,
    schema ?? null,
    strict ?? null,
    search ?? null,
  ]
}

function formatBeside(format: CanonicalRequest['format']): unknown {
  if (format === undefined || format.kind === 'json') return format?.kind ?? null
  const { name, schema, strict, description } = format
  return [name, schema, strict ?? null, description ?? null]
}

/** What one dialect alone says, by place: `null` where it says nothing. */
type Extras = (Json | null)[]

/** Notes the fields that change answers: not who is billed, what is kept, and what providers cache. */
function note(extras: Extras, extra: Json): void {
  const fields = Object.entries(extra).filter(
    ([name, value]) => !indifferent.has(name) && !isInert(name, value),
  )
  extras.push(fields.length === 0 ? null : Object.fromEntries(fields))
}

const isInert = (name: string, value: unknown): boolean =>
  name === 'cache_control' || (name === 'store' && value === false)
