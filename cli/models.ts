import { matchGlob } from '../core/glob.ts'
import type { Catalogue, Model } from '../core/catalogue.ts'
import { showQuantity } from '../core/quantity.ts'
import { columns } from './columns.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { modelsOf } from './project.ts'
import { ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc models [FILTER]`: the catalogue, with the source and the date of each price. */
export function run([filter]: readonly string[], options: Options): ExitCode {
  const { catalogue } = modelsOf(textOption(options, 'config'))
  const models = catalogue.models.filter((model) => filter === undefined || matches(model, filter))
  if (models.length === 0)
    throw new ToolFailure(
      `no model matches ${JSON.stringify(filter)}; \`gwc models\` lists all ${catalogue.models.length}`,
    )
  console.log(options.json === true ? JSON.stringify(models, null, 2) : showModels(catalogue, models))
  return exitCode.ok
}

const matches = ({ id, aliases }: Model, filter: string): boolean =>
  /[*?]/.test(filter) ? matchGlob(filter, id) : [id, ...aliases].some((name) => name.includes(filter))

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
  const sources = [...new Set(models.flatMap(({ prices }) => prices.map(({ source }) => source)))].toSorted()
  const legend = sources.map(
    (source) =>
      `  ${source}: ${catalogue.sources[source]?.title ?? source}, ${catalogue.sources[source]?.url ?? ''}`,
  )
  return [
    columns([headings, ...models.map(toRow)]),
    '',
    `prices as of ${catalogue.date}, first tier; sources:`,
    ...legend,
  ].join('\n')
}

function toRow(model: Model): string[] {
  const price = model.prices.at(-1)
  const dollars = (rate: number | undefined): string =>
    rate === undefined ? '' : showQuantity(rate, 'money').replace('$', '')
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
    price?.source ?? 'unpriced',
    price?.date ?? '',
  ]
}
