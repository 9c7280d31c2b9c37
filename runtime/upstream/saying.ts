import { codecs } from '../wire/canonical/codecs.ts'
import type { PrintTarget } from '../wire/canonical/codec.ts'
import { idRules, mapId } from '../wire/canonical/ids.ts'
import { translateAnswer, translateRequest, translateStream } from '../wire/canonical/translate.ts'
import type { AnswerTranslator, Asked, Side, TranslatedRequest } from '../wire/canonical/translate.ts'
import type { Dialect, DialectName, WireBody } from '../wire/dialect.ts'
import { dialects } from '../wire/dialects.ts'
import { sayEmbedding } from './say-embedding.ts'
import type { Target } from './target.ts'
import type { OwnThoughts } from './thoughts.ts'

/** How a request is said to one target. */
export type Saying =
  /** In the client's own words. */
  | { readonly kind: 'native' }
  /** In the provider's dialect. */
  | Translated
  /** The target speaks nothing that the request could be said in, or not all of it. */
  | { readonly kind: 'unsayable'; readonly why: string }

export interface Translated {
  readonly kind: 'translated'
  readonly client: Dialect
  readonly provider: Dialect
  readonly request: TranslatedRequest
  /** Begins the way back of an answer; `includeUsage`: the client asked for usage in its stream. */
  readonly back: (includeUsage: boolean) => AnswerTranslator
}

const native: Saying = { kind: 'native' }

/** How one request is said to each target that it may go to: worked out when a target is looked at, once. */
export class Sayings {
  readonly dialect: Dialect
  readonly #body: WireBody
  readonly #thoughts: OwnThoughts | undefined
  #known: Map<string, Saying> | undefined

  constructor(dialect: Dialect, body: WireBody, thoughts?: OwnThoughts) {
    this.dialect = dialect
    this.#body = body
    this.#thoughts = thoughts
  }

  to(target: Target): Saying {
    if (target.provider.config.row.speaks.includes(this.dialect.name)) return native
    this.#known ??= new Map()
    const known = this.#known.get(target.id)
    if (known !== undefined) return known
    const saying = this.#translate(target)
    this.#known.set(target.id, saying)
    return saying
  }

  #translate(target: Target): Saying {
    const translated = sayEmbedding(target, this.dialect, this.#body) ?? this.#sayConversation(target)
    if (translated === undefined) {
      const why = `${target.id} is at a provider that does not speak ${this.dialect.name}`
      return { kind: 'unsayable', why }
    }
    const { refused } = translated.request.lost
    if (refused === undefined) return translated
    const why = `${target.id} is at a provider of another dialect, and \`${refused.field}\` has no place there: ${refused.why}`
    return { kind: 'unsayable', why }
  }

  #sayConversation(target: Target): Translated | undefined {
    const client = sideOf(this.dialect.name)
    const provider = providerSide(target)
    if (client === undefined || provider === undefined) return undefined
    const thoughts = wantsThoughts(target, provider) ? this.#thoughts : undefined
    const printed = printTargetOf(target, provider)
    const to = thoughts === undefined ? printed : { ...printed, thoughtOf: thoughts.find }
    const { tools, ...request } = translateRequest(this.#body, client, provider, to)
    const back = (includeUsage: boolean): AnswerTranslator => {
      const asked = { includeUsage, tools, ...keeping(thoughts, client) }
      return {
        stream: translateStream(provider, client, asked),
        whole: (answer) => translateAnswer(answer, provider, client, asked),
      }
    }
    return { kind: 'translated', client: client.dialect, provider: provider.dialect, request, back }
  }
}

function wantsThoughts({ provider }: Target, { dialect }: Side): boolean {
  return provider.config.row.wantsThoughts && dialect.name === 'openai-chat'
}

/** A call is remembered by the id that the client gets, which is what it sends back. */
function keeping(thoughts: OwnThoughts | undefined, { dialect }: Side): Pick<Asked, 'keepThought'> {
  if (thoughts === undefined) return {}
  const rule = idRules[dialect.name as keyof typeof idRules]
  return { keepThought: (call, thought) => thoughts.keep(mapId(call, rule), thought) }
}

/** What a printer must know of the model and of its provider's row. */
function printTargetOf({ model, provider }: Target, { dialect: { name } }: Side): PrintTarget {
  const { capField, callIds, efforts, cacheKeyIn } = provider.config.row
  return {
    model: model.upstream,
    capField,
    maxOutput: model.maxOutput,
    ids: idRules[name === 'openai-chat' && callIds !== 'none' ? callIds : (name as keyof typeof idRules)],
    ...(callIds === 'none' ? { namesCalls: false } : {}),
    efforts,
    takesCacheKey: cacheKeyIn.includes(name),
  }
}

/** The first dialect of the provider that meets others; chat completions only where the model is served there. */
function providerSide({ model, provider }: Target): Side | undefined {
  const names = provider.config.row.speaks.filter(
    (name) => name !== 'openai-chat' || model.capabilities.chat !== false,
  )
  return names.map(sideOf).find((side) => side !== undefined)
}

function sideOf(name: DialectName): Side | undefined {
  const codec = codecs[name]
  return codec === undefined ? undefined : { dialect: dialects[name], codec }
}
