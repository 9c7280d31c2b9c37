import type { Catalogue, Model } from '../../../core/catalogue.ts'
import { resolveModel } from '../../../core/model-names.ts'
import { isRefusal } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { CallerApi } from './caller-api.ts'
import { pageOf, sizeOf } from './page-of.ts'

/** A model under the name that a list gives it. */
export interface NamedModel {
  readonly name: string
  readonly model: Model
}

/** How one API writes models down. */
export interface ModelsShape {
  /** What its clients call a model. */
  readonly nameOf: (model: Model, models: Catalogue) => string
  readonly one: (named: NamedModel) => object
  /** The part of the list that the query asks for. */
  readonly list: (all: readonly NamedModel[], query: URLSearchParams) => object | Refusal
}

/** OpenAI's lists have one page. Source: https://developers.openai.com/api/reference/resources/models. */
const openai: ModelsShape = {
  nameOf: ({ id }) => id,
  one: ({ name, model }) => ({
    id: name,
    object: 'model',
    created: releasedMs(model) / 1000,
    owned_by: model.provider,
  }),
  list: (all) => ({ object: 'list', data: all.map(openai.one) }),
}

/** Source: https://platform.claude.com/docs/en/api/models-list. */
const anthropic: ModelsShape = {
  nameOf: nativeName,
  one: ({ name, model }) => ({
    type: 'model',
    id: name,
    display_name: model.name,
    created_at: new Date(releasedMs(model)).toISOString(),
    max_input_tokens: model.maxInput ?? model.context ?? null,
    max_tokens: model.maxOutput ?? null,
  }),
  list: (all, query) => {
    const size = sizeOf(query.get('limit'), 20, 1_000)
    if (typeof size !== 'number') return size
    const bounds = { after: query.get('after_id') ?? undefined, before: query.get('before_id') ?? undefined }
    const page = pageOf(all, { size, ...bounds })
    if (isRefusal(page)) return page
    const { items, hasMore } = page
    const [first_id, last_id] = [items[0]?.name ?? null, items.at(-1)?.name ?? null]
    return { data: items.map(anthropic.one), has_more: hasMore, first_id, last_id }
  },
}

/** Source: https://ai.google.dev/api/models. The token of a page is the last name of the one before it. */
const gemini: ModelsShape = {
  nameOf: nativeName,
  one: ({ name, model }) => ({
    name: `models/${name}`,
    displayName: model.name,
    version: '',
    ...(model.context === undefined ? {} : { inputTokenLimit: model.maxInput ?? model.context }),
    ...(model.maxOutput === undefined ? {} : { outputTokenLimit: model.maxOutput }),
    supportedGenerationMethods:
      model.kind === 'embedding' ? ['embedContent'] : ['generateContent', 'countTokens'],
  }),
  list: (all, query) => {
    const size = sizeOf(query.get('pageSize'), 50, 1_000)
    if (typeof size !== 'number') return size
    const page = pageOf(all, { size, after: query.get('pageToken') ?? undefined, before: undefined })
    if (isRefusal(page)) return page
    const { items, hasMore } = page
    return { models: items.map(gemini.one), ...(hasMore ? { nextPageToken: items.at(-1)?.name } : {}) }
  },
}

/** The shape of each API's lists. */
export const modelsShapes: Readonly<Record<CallerApi, ModelsShape>> = { openai, anthropic, gemini }

/** The provider's own name of a model, `claude-opus-4-8`, as its clients look for it; gwc's id where it would mean another one. */
function nativeName({ id, upstream }: Model, models: Catalogue): string {
  return resolveModel(models, upstream) === id ? upstream : id
}

const DATED = /-(20\d\d)-?(\d\d)-?(\d\d)$/

/** When a model came out, by the date that one of its names ends with; else 1970, as Anthropic's reference has it for what is not known. */
function releasedMs({ upstream, aliases }: Model): number {
  for (const name of [upstream, ...aliases]) {
    const [, year, month, day] = DATED.exec(name) ?? []
    const ms = Date.parse(`${year}-${month}-${day}`)
    if (!Number.isNaN(ms)) return ms
  }
  return 0
}
