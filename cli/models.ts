import { matchGlob } from '../core/glob.ts'
import type { Catalogue, Model, Price } from '../core/catalogue.ts'
import { priceAt } from '../core/price.ts'
import { showQuantity } from '../core/quantity.ts'
import { columns } from './columns.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { showModel } from './model-prices.ts'
import { modelsOf } from './project.ts'
import { ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc models [FILTER]`: the catalogue, with the source and the date of each price; of one model by its name, all its prices. */
export function run([filter]: readonly string[], options: Options, nowMs = Date.now()): ExitCode {
  const config = textOption(options, 'config')
  const catalogue = namingFile(modelsOf(config).catalogue, config)
  const found = catalogue.models.filter((model) => filter === undefined || matches(model, filter))
  if (found.length === 0)
    throw new ToolFailure(
      `no model matches ${JSON.stringify(filter)}; \`gwc models\` lists all ${catalogue.models.length}`,
    )
  const stale = textOption(options, 'stale')
  const models = stale === undefined ? found : found.filter(isOlder(catalogue, stale, nowMs))
  if (options.json === true) console.log(JSON.stringify(models, null, 2))
  else if (models.length === 0) console.log(`no price is older than ${stale ?? ''}`)
  else console.log(showFound(catalogue, models, stale === undefined ? filter : undefined))
  return exitCode.ok
}

/** What gateway.json says has the file itself as its source. */
function namingFile(catalogue: Catalogue, config: string | undefined): Catalogue {
  if (config === undefined) return catalogue
  return { ...catalogue, sources: { ...catalogue.sources, gateway: { title: 'overridden', url: config } } }
}

const matches = ({ id, aliases }: Model, filter: string): boolean =>
  /[*?]/.test(filter) ? matchGlob(filter, id) : [id, ...aliases].some((name) => name.includes(filter))

const isNamed =
  (name: string) =>
  ({ id, name: own, aliases }: Model): boolean =>
    id === name || own === name || aliases.includes(name)

const DAY_MS = 86_400_000

/** Whether the price in force was read longer ago than that, `90d`. */
function isOlder(catalogue: Catalogue, age: string, nowMs: number): (model: Model) => boolean {
  const days = /^(\d{1,5})d$/.exec(age)?.[1]
  if (days === undefined)
    throw new ToolFailure(`--stale takes days, such as 90d, and not ${JSON.stringify(age)}`)
  const oldest = new Date(nowMs - Number(days) * DAY_MS).toISOString().slice(0, 10)
  return (model) => (priceOf(catalogue, model)?.date ?? '') < oldest
}

/** The standard price of a short prompt at noon of the catalogue's day. */
function priceOf({ date }: Catalogue, model: Model): Price | undefined {
  return priceAt(model, Date.parse(`${date}T12:00:00Z`), 0)
}

/** The models of exactly that name with all their prices; else a line for each. */
function showFound(catalogue: Catalogue, models: readonly Model[], filter: string | undefined): string {
  const named = filter === undefined ? [] : models.filter(isNamed(filter))
  if (named.length > 0) return named.map((model) => showModel(catalogue, model)).join('\n\n')
  return showModels(catalogue, models)
}

const headings = [
  'MODEL',
  'INPUT $/M',
  'OUTPUT $/M',
  'CACHED $/M',
  'CONTEXT',
  'QUALITY',
  'CAN',
  'PRICE FROM',
  'DATED',
] as const

function showModels(catalogue: Catalogue, models: readonly Model[]): string {
  const used = models.flatMap((model) => priceOf(catalogue, model)?.source ?? [])
  const legend = [...new Set(used)].toSorted().map((source) => {
    const { title = source, url = '' } = catalogue.sources[source] ?? {}
    return `  ${source}: ${title}, ${url}`
  })
  return [
    columns([headings, ...models.map((model) => toRow(catalogue, model))]),
    '',
    `prices as of ${catalogue.date}, first tier; \`gwc models NAME\` has all of one model, with what lists disagree on; sources:`,
    ...legend,
  ].join('\n')
}

function toRow(catalogue: Catalogue, model: Model): string[] {
  const price = priceOf(catalogue, model)
  const dollars = (rate: number | undefined): string =>
    rate === undefined ? '' : showQuantity(rate, 'money').replace('$', '')
  const isDisputed = (model.disputed ?? []).length > 0
  return [
    model.id,
    dollars(price?.rates.input),
    dollars(price?.rates.output),
    dollars(price?.rates.cacheRead),
    model.context === undefined ? '' : showQuantity(model.context, 'tokens'),
    model.quality?.overall === undefined ? '' : showQuantity(model.quality.overall, 'score'),
    Object.entries(model.capabilities)
      .filter(([, can]) => can === true)
      .map(([name]) => name)
      .join(' '),
    `${price?.source ?? 'unpriced'}${isDisputed ? ' (disputed)' : ''}`,
    price?.date ?? '',
  ]
}
