import type { ModelInfo } from '@pydantic/genai-prices'
import { matchGlob } from '../../core/glob.ts'
import type { CallPrices, Capabilities, Model, Price, Rates, Service } from '../../core/catalogue.ts'
import { equalNames, matches } from './match.ts'
import { canonicalName, familyOf, isSameModel, withoutVendor } from './names.ts'
import type { Limits, LimitsFile, Overlay, QualityFile } from './overlay.ts'
import { callPrices, priceRows } from './prices.ts'
import { serviceRows } from './services.ts'
import { withVendorPrices } from './vendor-prices.ts'

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
  const add = (row: Model | undefined): void => {
    if (row !== undefined && !rows.has(row.name)) rows.set(row.name, row)
  }
  for (const model of models) {
    const ids = knownIds(provider, model, models, facts)
    for (const group of modelsAmong(provider, ids, facts)) {
      const said = { source: 'genai-prices', date: facts.overlay.genaiPrices.date }
      const calls = { ...callPrices(model), ...said }
      add(
        rowOf(
          provider,
          group,
          { prices: priceRows(model, said), calls, window: model.context_window },
          facts,
        ),
      )
    }
  }
  for (const group of modelsAmong(provider, listedIds(provider, facts), facts)) {
    add(rowOf(provider, group, { prices: listedPrices(provider, group, facts) }, facts))
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

/** Ids of the limits list that genai-prices has no place for: still served, able to call tools, and offered to anyone. */
function listedIds(provider: string, facts: Facts): string[] {
  const listed = Object.entries(facts.limits.models[provider] ?? {})
  const current = listed.filter(
    ([, { tools, retired }]) => tools === true && (retired === undefined || retired > facts.overlay.date),
  )
  return current.map(([id]) => id).filter((id) => modelName.test(id) && !others.test(id) && !special.test(id))
}

/** Names that move from model to model, price brackets by size, previews, and offers for some customers or regions only. */
const special =
  /^(chat|gemini-(flash|flash-lite|pro))-latest$|^(fireworks|together)-ai-|(^|\/)(us-gov|apac)[./]|daybreak|cyber|rosalind|-law$|model-router|-spot$|-us$|beta|experimental|customtools|-gv2$|search-api|-0309/

function listedPrices(provider: string, ids: readonly string[], facts: Facts): Price[] {
  const { rates, above } =
    ids.map((id) => facts.limits.models[provider]?.[id]).find((each) => each?.rates !== undefined) ?? {}
  const said = { source: 'litellm', date: facts.limits.date }
  if (rates === undefined || rates.input === 0) return []
  return [{ rates, ...said }, ...(above === undefined ? [] : [{ ...above, ...said }])]
}

/** The ids of each distinct model among them; the first is what the provider is sent. */
function modelsAmong(provider: string, ids: readonly string[], facts: Facts): string[][] {
  const rank = (id: string): number => upstreamRank(id, id in (facts.limits.models[provider] ?? {}))
  const groups = Map.groupBy(ids, (id) => rowName(provider, id))
  return [...groups.values()].map((group) => group.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)))
}

/** Fireworks wants its full path; otherwise the best is listed, and short, hence not dated. */
function upstreamRank(id: string, isListed: boolean): number {
  if (id.startsWith('accounts/')) return 0
  return id.length + (isListed ? 0 : 1_000)
}

/** Bedrock's global profile is a cheaper offer of its own beside the regional one. */
function rowName(provider: string, id: string): string {
  const name = canonicalName(provider, id)
  return provider === 'bedrock' && id.startsWith('global.') ? `${name}-global` : name
}

interface Offer {
  readonly prices: readonly Price[]
  readonly calls?: CallPrices
  readonly window?: number | undefined
}

function rowOf(provider: string, ids: readonly string[], offer: Offer, facts: Facts): Model | undefined {
  const [upstream = ''] = ids
  const name = rowName(provider, upstream)
  const limits = limitsOf(provider, ids, facts.limits)
  const id = `${provider}/${name}`
  const prices = withVendorPrices(withHourCache(name, offer.prices), facts.overlay.prices[id])
  if (prices.length === 0) return undefined
  const disputed = withHourCache(name, disputedPrices(provider, ids, prices, facts))
  const services = servicePrices(provider, ids, prices, facts)
  const calls = callsOf(offer.calls, limits, facts)
  const family = familyOf(name)
  const speed = facts.overlay.speed.tokensPerSecond.find(([glob]) => matchGlob(glob, family))?.[1]
  const quality = facts.quality.overall[family]
  return {
    id,
    provider,
    name,
    upstream:
      provider === 'bedrock' && !upstream.startsWith('global.')
        ? upstream.replace(/^(us|eu|au|jp|in|apac)\./, '')
        : upstream,
    family,
    kind: limits?.kind ?? (embeddings.test(name) ? 'embedding' : 'generation'),
    aliases: aliasesOf(provider, name, ids),
    ...windowOf(offer.window, limits),
    capabilities: limits === undefined ? {} : capabilitiesOf(limits),
    prices: [...prices, ...services],
    ...(disputed.length === 0 ? {} : { disputed }),
    ...(calls === undefined ? {} : { calls }),
    ...(limits?.times === undefined
      ? {}
      : { times: { ...limits.times, source: 'litellm', date: facts.limits.date } }),
    ...(quality === undefined
      ? {}
      : { quality: { overall: quality, source: facts.quality.source, date: facts.quality.date } }),
    ...(speed === undefined ? {} : { speed }),
    ...(limits?.retired === undefined ? {} : { retired: limits.retired }),
    ...(limits === undefined ? {} : { source: 'litellm', date: facts.limits.date }),
  }
}

/** The rows of the provider's other services, which only the second list tells, beside the standard rows in force. */
function servicePrices(
  provider: string,
  ids: readonly string[],
  prices: readonly Price[],
  facts: Facts,
): Price[] {
  const services = ids
    .map((id) => facts.limits.models[provider]?.[id]?.services)
    .find((each) => each !== undefined)
  const inForce = prices.filter(
    ({ until, hours }) => hours === undefined && (until ?? '9999') > facts.overlay.date,
  )
  const said = { source: 'litellm', date: facts.limits.date }
  return Object.entries(services ?? {}).flatMap(([service, rates]) =>
    serviceRows(service as Service, rates, inForce, said),
  )
}

/** The first list's prices of calls, or the second's; where both know one, the dearer. */
function callsOf(
  listed: CallPrices | undefined,
  limits: Limits | undefined,
  facts: Facts,
): CallPrices | undefined {
  const { source, date, ...known } = listed ?? { source: 'litellm', date: facts.limits.date }
  const other = limits?.calls ?? {}
  const names = callNames.filter((name) => known[name] !== undefined || other[name] !== undefined)
  if (names.length === 0) return undefined
  const calls = names.map((name) => [name, Math.max(known[name] ?? 0, other[name] ?? 0)] as const)
  const isOwn = names.every((name) => (known[name] ?? 0) >= (other[name] ?? 0))
  return {
    ...Object.fromEntries(calls),
    ...(isOwn ? { source, date } : { source: 'litellm', date: facts.limits.date }),
  }
}

const callNames = ['webSearch', 'fileSearch', 'mapSearch'] as const

/**
 * The other list's prices where it names this model, and no row of ours in force agrees with what it says of any of the
 * model's ids: lists that differ are shown side by side, not settled here.
 */
function disputedPrices(
  provider: string,
  ids: readonly string[],
  prices: readonly Price[],
  facts: Facts,
): Price[] {
  const current = prices.filter(
    ({ until, inputAbove }) => inputAbove === undefined && (until ?? '9999') > facts.overlay.date,
  )
  const listed = ids.map((id) => listedPrices(provider, [id], facts)).filter((rows) => rows.length > 0)
  const agrees = ([other]: readonly Price[]): boolean =>
    current.some((price) => other === undefined || sameRates(price.rates, other.rates))
  return listed.length === 0 || listed.some(agrees) ? [] : (listed[0] ?? [])
}

/** Equal in every rate that both name. */
function sameRates(a: Rates, b: Rates): boolean {
  return (Object.keys(a) as (keyof Rates)[]).every(
    (name) => b[name] === undefined || b[name] === 0 || a[name] === b[name],
  )
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
  const {
    kind: _kind,
    input: _input,
    output: _output,
    retired: _retired,
    rates: _rates,
    above: _above,
    services: _services,
    calls: _calls,
    times: _times,
    ...capabilities
  } = limits
  return capabilities
}

/** Other names of the very same model: dated ids, dashed and dotted forms, cloud ids. */
function aliasesOf(provider: string, name: string, ids: readonly string[]): string[] {
  const unpinned = name.replace(/-global$/, '')
  const dashed = name.startsWith('claude-') ? [name.replaceAll('.', '-')] : []
  const same = ids.filter((id) => isSameModel(provider, id, unpinned))
  return [...new Set([...dashed, ...same])].filter((alias) => alias !== name).toSorted()
}
