import type { ModelInfo } from '@pydantic/genai-prices'
import { matchGlob } from '../../core/glob.ts'
import type { Capabilities, Model, Price } from '../../schemas/generated/catalogue.ts'
import { equalNames, matches } from './match.ts'
import { canonicalName, familyOf, isSameModel, withoutVendor } from './names.ts'
import type { Limits, LimitsFile, Overlay, QualityFile } from './overlay.ts'
import { priceRows } from './prices.ts'

/** What the rows are made of. */
export interface Facts {
  readonly overlay: Overlay
  readonly limits: LimitsFile
  readonly quality: QualityFile
}

/** One provider of ours, and the models of genai-prices that it serves. */
export interface ProviderRows {
  readonly provider: string
  readonly models: readonly ModelInfo[]
}

/** What is no language model of ours: audio, images, searches by the call, tuned copies, what has no id of its own. */
const others =
  /audio|tts|realtime|transcri|whisper|moderation|image|ocr|voxtral|voice|sonic|-live|omni|computer-use|deep-research|search-preview|guard|^ft:|[.:]ft-|:free$|:extended$|^(ada|babbage|curie|davinci|text-davinci.*|text-embedding-ada)$|instruct-0914|robotics/

const embeddings = /embed/

/** The rows of one provider, by name. Ids that the source prices together but are models of their own get a row each. */
export function rowsOf({ provider, models }: ProviderRows, facts: Facts): Model[] {
  const rows = new Map<string, Model>()
  for (const model of models) {
    for (const upstream of upstreamIds(provider, model, models, facts)) {
      const row = rowOf(provider, upstream, model, models, facts)
      if (row !== undefined && !rows.has(row.name)) rows.set(row.name, row)
    }
  }
  return [...rows.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Every id of a model of the source that the limits list knows too: what only one of them names is retired or foreign.
 * A listed id that the source would count in by its prefix alone is another model (`claude-sonnet-5-5` is no
 * `claude-sonnet-5`): it must be the same but for its pins, or spelled out.
 */
function knownIds(provider: string, model: ModelInfo, models: readonly ModelInfo[], facts: Facts): string[] {
  const spelled = [model.id, ...equalNames(model.match)]
  const listed = Object.keys(facts.limits.models[provider] ?? {})
  const claimed = listed.filter((id) => models.find((each) => matches(each.match, id)) === model)
  const same = claimed.filter((id) => spelled.some((each) => isSameModel(provider, id, each)))
  const aliases = spelled.filter((id) => same.some((each) => isSameModel(provider, id, each)))
  return [...new Set([...same, ...aliases])].filter((id) => modelName.test(id) && !others.test(id))
}

/** What a policy can write as a model's name. */
const modelName = /^[A-Za-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$/

/** One id per distinct model among them: the shortest that is not pinned to a date. */
function upstreamIds(
  provider: string,
  model: ModelInfo,
  models: readonly ModelInfo[],
  facts: Facts,
): string[] {
  const listed = facts.limits.models[provider] ?? {}
  const byName = new Map<string, string[]>()
  for (const id of knownIds(provider, model, models, facts)) {
    const name = rowName(provider, id)
    byName.set(name, [...(byName.get(name) ?? []), id])
  }
  const rank = (id: string): number => (id in listed ? 0 : 1_000) + id.length
  return [...byName.values()].flatMap((ids) => ids.toSorted((a, b) => rank(a) - rank(b)).slice(0, 1))
}

/** Bedrock's global profile is a cheaper offer of its own beside the regional one. */
function rowName(provider: string, id: string): string {
  const name = canonicalName(provider, id)
  return provider === 'bedrock' && id.startsWith('global.') ? `${name}-global` : name
}

function rowOf(
  provider: string,
  upstream: string,
  model: ModelInfo,
  models: readonly ModelInfo[],
  facts: Facts,
): Model | undefined {
  const name = rowName(provider, upstream)
  const ids = knownIds(provider, model, models, facts).filter((id) => rowName(provider, id) === name)
  const limits = limitsOf(provider, [upstream, ...ids], facts.limits)
  const said = { source: 'genai-prices', date: facts.overlay.genaiPrices.date }
  const prices = withHourCache(name, priceRows(model, said))
  if (prices.length === 0) return undefined
  const family = familyOf(name)
  const speed = facts.overlay.speed.find(([glob]) => matchGlob(glob, family))?.[1]
  const quality = facts.quality.overall[family]
  return {
    id: `${provider}/${name}`,
    provider,
    name,
    upstream:
      provider === 'bedrock' && !upstream.startsWith('global.')
        ? upstream.replace(/^(us|eu|au|jp|in|apac)\./, '')
        : upstream,
    family,
    kind: limits?.kind ?? (embeddings.test(name) ? 'embedding' : 'generation'),
    aliases: aliasesOf(provider, name, ids),
    ...windowOf(model.context_window, limits),
    capabilities: limits === undefined ? {} : capabilitiesOf(limits),
    prices,
    ...(quality === undefined
      ? {}
      : { quality: { overall: quality, source: facts.quality.source, date: facts.quality.date } }),
    ...(speed === undefined ? {} : { speed }),
    ...(limits?.retired === undefined ? {} : { retired: limits.retired }),
    ...(limits === undefined ? {} : { source: 'litellm', date: facts.limits.date }),
  }
}

/** A one-hour cache write is twice the input price wherever Claude is served; only Anthropic's own rows say so. */
function withHourCache(name: string, prices: readonly Price[]): Price[] {
  return prices.map((price) => {
    const { rates } = price
    if (!name.startsWith('claude-') || rates.cacheWrite5m === undefined || rates.cacheWrite1h !== undefined)
      return price
    return { ...price, rates: { ...rates, cacheWrite1h: rates.input * 2 } }
  })
}

function limitsOf(provider: string, ids: readonly string[], file: LimitsFile): Limits | undefined {
  const listed = file.models[provider] ?? {}
  const bare = provider === 'bedrock' ? ids.map(withoutVendor) : []
  const found = [...ids, ...bare].map((id) => listed[id]).filter((each) => each !== undefined)
  return found.find((each) => each.output !== undefined) ?? found[0]
}

/** The larger of the two lists' windows; the smaller one is then the limit of input alone. */
function windowOf(
  said: number | undefined,
  limits: Limits | undefined,
): Pick<Model, 'context' | 'maxInput' | 'maxOutput'> {
  const context = Math.max(said ?? 0, limits?.input ?? 0)
  const maxInput = limits?.input !== undefined && limits.input < context ? limits.input : undefined
  return {
    ...(context === 0 ? {} : { context }),
    ...(maxInput === undefined ? {} : { maxInput }),
    ...(limits?.output === undefined ? {} : { maxOutput: limits.output }),
  }
}

function capabilitiesOf(limits: Limits): Capabilities {
  const { kind: _kind, input: _input, output: _output, retired: _retired, ...capabilities } = limits
  return capabilities
}

/** Other names of the very same model: dated ids, dashed and dotted forms, cloud ids. */
function aliasesOf(provider: string, name: string, ids: readonly string[]): string[] {
  const unpinned = name.replace(/-global$/, '')
  const dashed = name.startsWith('claude-') ? [name.replaceAll('.', '-')] : []
  const same = ids.filter((id) => isSameModel(provider, id, unpinned))
  return [...new Set([...dashed, ...same])].filter((alias) => alias !== name).toSorted()
}
