import type { Catalogue, Hours, Model, Price, Rates } from '../core/catalogue.ts'
import { showQuantity } from '../core/quantity.ts'
import { columns } from './columns.ts'

/** All that the catalogue has on one model: limits, every price with its days, hours, size, source and date, and what lists disagree on. */
export function showModel(catalogue: Catalogue, model: Model): string {
  const { prices, disputed = [] } = model
  const classes = [...headings.keys()].filter((name) =>
    [...prices, ...disputed].some((price) => price.rates[name] !== undefined),
  )
  const rows = [
    ...prices.map((price) => rowOf(price, classes, '')),
    ...disputed.map((price) => rowOf(price, classes, 'disputed')),
  ]
  const head = [
    '$ PER MILLION TOKENS',
    ...classes.map((name) => headings.get(name) ?? name),
    'FROM',
    'DATED',
    '',
  ]
  return [
    [model.id, ...model.aliases].join(' = '),
    ...limitsOf(model),
    ...(rows.length === 0 ? ['no price is known'] : ['', columns([head, ...rows])]),
    ...callsOf(model),
    ...timesOf(model),
    '',
    ...sourcesOf(catalogue, model),
  ].join('\n')
}

const headings: ReadonlyMap<keyof Rates, string> = new Map([
  ['input', 'INPUT'],
  ['cacheRead', 'CACHE READ'],
  ['cacheWrite5m', 'WRITE 5 MIN'],
  ['cacheWrite1h', 'WRITE 1 H'],
  ['inputAudio', 'SOUND IN'],
  ['cacheReadAudio', 'SOUND CACHED'],
  ['inputImage', 'PICTURES IN'],
  ['output', 'OUTPUT'],
  ['reasoning', 'REASONING'],
  ['outputAudio', 'SOUND OUT'],
  ['outputImage', 'PICTURES OUT'],
])

function rowOf(price: Price, classes: readonly (keyof Rates)[], note: string): string[] {
  const dollars = classes.map((name) => {
    const rate = price.rates[name]
    return rate === undefined ? '' : showQuantity(rate, 'money').replace('$', '')
  })
  return [whenOf(price), ...dollars, price.source, price.date, note]
}

/** `flex, input above 272,000, from 2026-08-17, 01:00–04:00 UTC on Mon Tue`. */
function whenOf({ service, inputAbove, from, until, hours }: Price): string {
  return [
    service ?? 'standard',
    ...(inputAbove === undefined ? [] : [`input above ${inputAbove.toLocaleString('en-US')}`]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(hours === undefined ? [] : [hoursOf(hours)]),
  ].join(', ')
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function hoursOf({ from, until, days }: Hours): string {
  const clock = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const on = days === undefined ? '' : ` on ${days.map((day) => dayNames[day - 1]).join(' ')}`
  return `${clock(from)}–${clock(until)} UTC${on}`
}

function limitsOf({ context, maxInput, maxOutput, quality, retired }: Model): string[] {
  const parts = [
    ...(context === undefined ? [] : [`context ${showQuantity(context, 'tokens')}`]),
    ...(maxInput === undefined ? [] : [`input up to ${showQuantity(maxInput, 'tokens')}`]),
    ...(maxOutput === undefined ? [] : [`answers up to ${showQuantity(maxOutput, 'tokens')}`]),
    ...(quality === undefined ? [] : [`quality ${showQuantity(quality.overall, 'score')}`]),
    ...(retired === undefined ? [] : [`retired on ${retired}`]),
  ]
  return parts.length === 0 ? [] : [parts.join(' · ')]
}

function callsOf({ calls }: Model): string[] {
  if (calls === undefined) return []
  const { source, date, ...rates } = calls
  const each = Object.entries(rates).map(
    ([name, rate]) => `${callNames[name as keyof typeof rates]} ${showQuantity(rate, 'money')}`,
  )
  return ['', `per thousand calls: ${each.join(', ')} (${source}, ${date})`]
}

const callNames = { webSearch: 'web search', fileSearch: 'file search', mapSearch: 'map search' } as const

function timesOf({ times }: Model): string[] {
  if (times === undefined) return []
  const { source, date, ...factors } = times
  const each = Object.entries(factors).map(([name, factor]) => `${name} ${factor / 1000}`)
  return ['', `every rate times: ${each.join(', ')} (${source}, ${date})`]
}

function sourcesOf({ sources }: Catalogue, { prices, disputed = [], calls, times }: Model): string[] {
  const used = [...prices, ...disputed, calls, times].flatMap((each) => each?.source ?? [])
  return [...new Set(used)].toSorted().map((source) => {
    const { title = source, url = '' } = sources[source] ?? {}
    return `${source}: ${title}, ${url}`
  })
}
