import { codecs } from '../wire/canonical/codecs.ts'
import type { PrintTarget } from '../wire/canonical/codec.ts'
import { idRules, mapId } from '../wire/canonical/ids.ts'
import { translateRequest } from '../wire/canonical/translate.ts'
import type { Side, TranslatedRequest } from '../wire/canonical/translate.ts'
import type { Dialect, DialectName, WireBody } from '../wire/dialect.ts'
import { dialects } from '../wire/dialects.ts'
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
  readonly client: Side
  readonly provider: Side
  readonly request: TranslatedRequest
  /** Remembers what was thought before a call, where the provider wants that back. */
  readonly keepThought?: OwnThoughts['keep']
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
    const client = sideOf(this.dialect.name)
    const provider = providerSide(target)
    if (client === undefined || provider === undefined) {
      const why = `${target.id} is at a provider that does not speak ${this.dialect.name}`
      return { kind: 'unsayable', why }
    }
    const thoughts = wantsThoughts(target, provider) ? this.#thoughts : undefined
    const printed = printTargetOf(target, provider)
    const to = thoughts === undefined ? printed : { ...printed, thoughtOf: thoughts.find }
    const request = translateRequest(this.#body, client, provider, to)
    const { refused } = request.lost
    if (refused === undefined)
      return { kind: 'translated', client, provider, request, ...keeping(thoughts, client) }
    const why = `${target.id} is at a provider of another dialect, and \`${refused.field}\` has no place there: ${refused.why}`
    return { kind: 'unsayable', why }
  }
}

function wantsThoughts({ provider }: Target, { dialect }: Side): boolean {
  return provider.config.row.wantsThoughts && dialect.name === 'openai-chat'
}

/** A call is remembered by the id that the client gets, which is what it sends back. */
function keeping(thoughts: OwnThoughts | undefined, { dialect }: Side): Pick<Translated, 'keepThought'> {
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
