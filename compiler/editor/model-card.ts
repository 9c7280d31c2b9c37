import type { Catalogue, Model } from '../../core/catalogue.ts'
import { priceAt } from '../../core/price.ts'
import { showQuantity } from '../../core/quantity.ts'
import { dearestRate } from '../../core/worst-price.ts'

/** Dollars per million tokens, for people: `$0.40`. */
const dollars = (rate: number | undefined): string => (rate === undefined ? '?' : showQuantity(rate, 'money'))

/** `$0.40 in · $1.60 out`, per million tokens on that day, first tier; `unpriced` where there is no price. */
export function showPrice(model: Model, day: string): string {
  const price = priceAt(model, Date.parse(`${day}T12:00:00Z`), 0)
  return price === undefined
    ? 'unpriced'
    : `${dollars(price.rates.input)} in · ${dollars(price.rates.output)} out`
}

/** A model as Markdown: prices with their source, limits, abilities. */
export function modelCard(catalogue: Catalogue, model: Model, day: string): string {
  const lines = [
    priceLine(catalogue, model, day),
    limitsLine(model),
    abilitiesLine(model),
    ...(model.retired === undefined ? [] : [`Retired on ${model.retired}.`]),
  ]
  return [`**${model.id}**`, ...lines.filter((line) => line !== '')].join('\n\n')
}

function priceLine({ sources }: Catalogue, model: Model, day: string): string {
  const price = priceAt(model, Date.parse(`${day}T12:00:00Z`), 0)
  if (price === undefined) return 'No price is known.'
  const { input, output, cacheRead } = price.rates
  const cached = cacheRead === undefined ? '' : `, ${dollars(cacheRead)} cached`
  const dearest = dearestRate(model, 'output', day)
  const tiers = dearest !== undefined && dearest > output ? `; dearest tier ${dollars(dearest)} output` : ''
  const from = `${sources[price.source]?.title ?? price.source}, ${price.date}`
  return `Per million tokens: ${dollars(input)} input, ${dollars(output)} output${cached}${tiers} (${from}).`
}

function limitsLine({ context, maxOutput, quality, speed }: Model): string {
  const parts = [
    ...(context === undefined ? [] : [`context ${showQuantity(context, 'tokens')}`]),
    ...(maxOutput === undefined ? [] : [`answers up to ${showQuantity(maxOutput, 'tokens')}`]),
    ...(quality?.overall === undefined ? [] : [`quality ${showQuantity(quality.overall, 'score')}`]),
    ...(speed === undefined ? [] : [`${speed} tokens a second`]),
  ]
  return parts.join(' · ')
}

function abilitiesLine({ capabilities }: Model): string {
  const able = Object.entries(capabilities).flatMap(([name, can]) => (can === true ? [name] : []))
  return able.length === 0 ? '' : `Can: ${able.join(', ')}.`
}

/** At most this many models of a set are listed with their prices. */
const listedMax = 12

/** Models with their prices, one a line. */
export function modelList(catalogue: Catalogue, ids: readonly string[], day: string): string {
  const shown = ids.slice(0, listedMax).map((id) => {
    const model = catalogue.byId.get(id)
    return `- \`${id}\` ${model === undefined ? '' : showPrice(model, day)}`
  })
  const more = ids.length - shown.length
  return [...shown, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')
}
