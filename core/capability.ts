import type { Capabilities, Model } from './catalogue.ts'

/** What a request asks of a model. Absent = not asked. */
export interface Needs {
  /** Estimated or exact; the whole prompt. */
  readonly inputTokens?: number
  /** The cap that the request itself sets. */
  readonly maxOutput?: number
  readonly tools?: boolean
  readonly images?: boolean
  readonly jsonSchema?: boolean
  readonly reasoning?: boolean
  readonly stream?: boolean
  /** The request goes up as /v1/chat/completions. */
  readonly chat?: boolean
  readonly kind?: Model['kind']
  /** The day of the request, YYYY-MM-DD: a model retired by then serves nothing. */
  readonly day?: string
}

/** Whether a model can serve a request, or the first reason why not. */
export type Served = { readonly ok: true } | { readonly ok: false; readonly reason: Incapable }

export type Incapable =
  | { readonly kind: 'retired'; readonly on: string }
  | { readonly kind: 'kind'; readonly needed: Model['kind'] }
  /** `known` is false when the catalogue does not say. */
  | { readonly kind: 'feature'; readonly feature: Feature; readonly known: boolean }
  | { readonly kind: 'input'; readonly tokens: number; readonly max: number }
  | { readonly kind: 'output'; readonly tokens: number; readonly max: number }

/** What a request may ask for and a model may lack. */
export type Feature = 'tools' | 'images' | 'jsonSchema' | 'reasoning' | 'stream' | 'chat'

/** Each need, the capability that meets it, and what an unknown capability counts as. */
const features = [
  { need: 'tools', capability: 'tools', unknown: false },
  { need: 'images', capability: 'images', unknown: false },
  { need: 'jsonSchema', capability: 'jsonSchema', unknown: false },
  { need: 'reasoning', capability: 'reasoning', unknown: false },
  { need: 'stream', capability: 'streaming', unknown: true },
  { need: 'chat', capability: 'chat', unknown: true },
] as const satisfies readonly {
  readonly need: Feature
  readonly capability: keyof Capabilities
  readonly unknown: boolean
}[]

/**
 * Whether a model can serve a request.
 *
 * Unknown features count as missing: sending tools to a model that drops them in silence is worse than taking the next
 * one. Streaming and chat completions count as there unless the catalogue denies them, since nearly every model has both. Unknown limits are
 * not tested: the provider itself answers an overlong prompt, with the failure class `context`.
 */
export function canServe(model: Model, needs: Needs): Served {
  const reason = whyNot(model, needs)
  return reason === undefined ? { ok: true } : { ok: false, reason }
}

function whyNot(model: Model, needs: Needs): Incapable | undefined {
  if (model.retired !== undefined && needs.day !== undefined && needs.day >= model.retired)
    return { kind: 'retired', on: model.retired }
  if (needs.kind !== undefined && needs.kind !== model.kind) return { kind: 'kind', needed: needs.kind }
  return missingFeature(model.capabilities, needs) ?? overLimit(model, needs)
}

function missingFeature(capabilities: Capabilities, needs: Needs): Incapable | undefined {
  const missing = features.find(
    ({ need, capability, unknown }) => needs[need] === true && !(capabilities[capability] ?? unknown),
  )
  if (missing === undefined) return undefined
  return { kind: 'feature', feature: missing.need, known: capabilities[missing.capability] !== undefined }
}

/** The prompt must fit; an output cap beyond the model's is an error of the provider, so it must fit too. */
function overLimit(model: Model, { inputTokens = 0, maxOutput = 0 }: Needs): Incapable | undefined {
  const inputMax = Math.min(model.context ?? Infinity, model.maxInput ?? Infinity)
  if (inputTokens > inputMax) return { kind: 'input', tokens: inputTokens, max: inputMax }
  if (maxOutput > (model.maxOutput ?? Infinity))
    return { kind: 'output', tokens: maxOutput, max: model.maxOutput ?? 0 }
  return undefined
}

const featureNames: Readonly<Record<Feature, string>> = {
  tools: 'tools',
  images: 'images',
  jsonSchema: 'structured output',
  reasoning: 'reasoning',
  stream: 'streaming',
  chat: 'chat completions',
}

/** The reason as a predicate of the model: `cannot do tools`, `holds 128000 input tokens, not 200000`. */
export function showIncapable(reason: Incapable): string {
  switch (reason.kind) {
    case 'retired':
      return `was retired on ${reason.on}`
    case 'kind':
      return reason.needed === 'embedding' ? 'makes no embeddings' : 'makes no text'
    case 'feature':
      return `${reason.known ? 'cannot do' : 'is not known to do'} ${featureNames[reason.feature]}`
    case 'input':
      return `holds ${reason.max} input tokens, not ${reason.tokens}`
    case 'output':
      return `writes at most ${reason.max} tokens, not ${reason.tokens}`
  }
}
