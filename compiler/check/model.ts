import type { Model } from '../../core/catalogue.ts'
import { resolveModel } from '../../core/model-names.ts'
import { suggest } from '../../core/did-you-mean.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { CompileInput } from '../input.ts'
import { add, type Checking } from './checking.ts'
import { listWords } from './describe.ts'
import { rewriteNear } from './rewrite.ts'

/** How long before its retirement a model is warned of. */
const noticeDays = 30

/** The catalogue id that a model's name means, reported when it has none or when it cannot be reached. */
export function findModel(c: Checking, written: string, at: Span): string | undefined {
  const id = resolveModel(c.input.catalogue, written)
  const model = id === undefined ? undefined : c.input.catalogue.byId.get(id)
  if (model === undefined || !isConfigured(c.input, model.provider)) return unreachable(c, written, at)
  if (model.retired === undefined) return model.id
  if (model.retired <= c.input.asOf) return retired(c, model, model.retired, at)
  if (daysBetween(c.input.asOf, model.retired) <= noticeDays)
    add(c, report('GWC1304', { model: model.id, on: model.retired }, at))
  return model.id
}

const served = new WeakMap<CompileInput, readonly Model[]>()

/** Models, of all kinds or of one, that this gateway can serve on that day, in the order of providers. Listed once for each input. */
export function servedModels(input: CompileInput, wanted?: Model['kind']): readonly Model[] {
  const known = served.get(input) ?? listServed(input)
  served.set(input, known)
  return wanted === undefined ? known : known.filter(({ kind }) => kind === wanted)
}

function listServed({ catalogue, providers, asOf }: CompileInput): readonly Model[] {
  const models = catalogue.models.filter(
    ({ retired, provider }) =>
      (retired === undefined || retired > asOf) && isConfigured({ providers }, provider),
  )
  if (providers === undefined) return models
  const order = new Map(providers.map((provider, index) => [provider, index]))
  return models.toSorted((a, b) => (order.get(a.provider) ?? 0) - (order.get(b.provider) ?? 0))
}

const isConfigured = ({ providers }: Pick<CompileInput, 'providers'>, provider: string): boolean =>
  providers === undefined || providers.includes(provider)

function unreachable(c: Checking, written: string, at: Span): undefined {
  const { providers, catalogue } = c.input
  const provider = written.slice(0, Math.max(0, written.indexOf('/')))
  if (provider !== '' && providers !== undefined && !providers.includes(provider)) {
    const notes = [
      help(
        providers.length === 0 ? 'no provider is configured' : `configured are ${listWords(providers, 12)}`,
      ),
    ]
    return add(c, report('GWC1302', { model: written, provider }, at, { notes }))
  }
  const near = nearestModel(c, written)
  const known = catalogue.models.some((model) => model.provider === provider)
  const text = near === undefined ? adviceFor(provider, known) : `did you mean \`${near}\`?`
  const fixes = rewriteNear(at, near)
  return add(
    c,
    report('GWC1301', { name: written }, at, { label: 'unknown model', notes: [help(text)], fixes }),
  )
}

const adviceFor = (provider: string, isKnown: boolean): string =>
  isKnown
    ? `\`gwc models ${provider}/\` lists what ${provider} serves; a model of your own is added under its provider in gateway.json`
    : '`gwc models` lists every model; one of your own is added under its provider in gateway.json'

/** The nearest id: of the same provider first, then of all, by its whole name. */
function nearestModel({ input }: Checking, written: string): string | undefined {
  const ids = servedModels(input).map(({ id }) => id)
  const provider = `${written.slice(0, Math.max(0, written.indexOf('/')))}/`
  const bare = written.slice(written.indexOf('/') + 1)
  const same = ids.filter((id) => id.startsWith(provider))
  const name = suggest(
    bare,
    same.map((id) => id.slice(provider.length)),
  )
  if (name !== undefined) return `${provider}${name}`
  return suggest(written, ids) ?? ids.find((id) => id.endsWith(`/${bare}`))
}

function retired(c: Checking, model: Model, on: string, at: Span): undefined {
  const next = successor(c, model)
  const text =
    next === undefined
      ? `\`gwc models ${model.provider}/\` lists what ${model.provider} serves today`
      : `${model.provider} serves \`${next}\` today`
  return add(c, report('GWC1303', { model: model.id, on }, at, { notes: [help(text)] }))
}

/** The last model of the same provider whose name differs in its version alone. */
function successor({ input }: Checking, model: Model): string | undefined {
  const shape = shapeOf(model.name)
  return servedModels(input).findLast(
    ({ provider, name }) => provider === model.provider && shapeOf(name) === shape,
  )?.id
}

const shapeOf = (name: string): string => name.replaceAll(/\d+(?:[.-]\d+)*/g, '#')

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
