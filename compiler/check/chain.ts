import { readQuantity } from '../../core/quantity.ts'
import type {
  Chain,
  DenyTarget,
  FailureClass as WrittenClass,
  Pick,
  QuantityLit,
  Stage,
  Target,
  UseModel,
} from '../../lang/ast.ts'
import { suggest } from '../../core/did-you-mean.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { quote } from '../../lang/string-text.ts'
import type { FailureClass } from '../../schemas/generated/decision-table.ts'
import { failureClasses, followedByDefault } from '../failure-classes.ts'
import type { RouteTable } from '../../core/tables.ts'
import type { TypedStage } from '../typed.ts'
import { add, type Place } from './checking.ts'
import { listWords, writeLiteral } from './describe.ts'
import { checkComparable } from './comparable.ts'
import { checkKind, ofTraffic } from './model-kind.ts'
import { readModel } from './one-model.ts'
import { rewriteNear } from './rewrite.ts'
import { evaluateModels } from './set.ts'
import { checkShadow } from './shadow.ts'
import { checkSplit } from './split.ts'

/** What a stage sends to, without what leads to it. */
export type Choice = Omit<TypedStage, 'span' | 'on' | 'shadow'>

/** Types `use STAGE then STAGE on {…}` of a route table, or of a test. `undefined` when a stage has a mistake, reported. */
export function checkChain(
  place: Place,
  chain: Chain,
  traffic: RouteTable | undefined,
): readonly TypedStage[] | undefined {
  const stages = chain.stages.map((stage, index) => checkStage(place, stage, index, traffic))
  const whole = stages.filter((stage) => stage !== undefined)
  if (whole.length < stages.length) return undefined
  const isReached = checkReached(place, whole)
  const isComparable = traffic !== 'embeddings' || checkComparable(place, whole)
  warnTwice(place, whole)
  return isReached && isComparable ? whole : undefined
}

function checkStage(
  place: Place,
  stage: Stage,
  index: number,
  traffic: RouteTable | undefined,
): TypedStage | undefined {
  const choice = checkTarget(place, stage.target, traffic)
  const on = index === 0 ? [] : checkClasses(place, stage.on)
  const shadow = stage.shadow && checkShadow(place, stage, stage.shadow, choice, traffic)
  if (choice === undefined || on === undefined) return undefined
  if (stage.shadow !== undefined && shadow === undefined) return undefined
  return { span: stage.span, ...choice, ...(shadow && { shadow }), on }
}

function checkTarget(place: Place, target: Target, traffic: RouteTable | undefined): Choice | undefined {
  switch (target.kind) {
    case 'UseModel':
      return checkModel(place, target, traffic)
    case 'Pick':
      return checkPick(place, target, traffic)
    case 'Split':
      return checkSplit(place, target, traffic)
    case 'Asked':
      return { pick: 'asked', models: [], shown: 'asked' }
    case 'Deny':
      return checkDeny(place, target)
    case 'Missing':
      return undefined
  }
}

function checkModel(place: Place, { model }: UseModel, traffic: RouteTable | undefined): Choice | undefined {
  const id = readModel(place, model)
  if (id === undefined || !checkKind(place.c, id, model.span, traffic)) return undefined
  return { pick: 'model', models: [id], shown: id }
}

function checkPick(
  place: Place,
  { by, set, span }: Pick,
  traffic: RouteTable | undefined,
): Choice | undefined {
  const value = evaluateModels(place, set)
  const models = value && ofTraffic(place.c, value, set.span, traffic)
  if (value === undefined || models === undefined) return undefined
  if (by === 'best' && !models.some((id) => hasQuality(place, id)))
    return add(place.c, report('GWC1508', { set: value.shown }, span, { notes: [cheaperInstead] }))
  return { pick: by, models, shown: `${by} of ${value.shown}` }
}

const hasQuality = ({ c }: Place, id: string): boolean =>
  c.input.catalogue.byId.get(id)?.quality !== undefined

const cheaperInstead = help('`cheapest of` or `fastest of` chooses by what the catalogue knows of them')

function checkDeny(place: Place, { message, status }: DenyTarget): Choice | undefined {
  const code = status && readStatus(place, status)
  if (status !== undefined && code === undefined) return undefined
  const shown = [
    'deny',
    ...(message === undefined ? [] : [quote(message.value)]),
    ...(code === undefined ? [] : [`status ${code}`]),
  ].join(' ')
  return {
    pick: 'deny',
    models: [],
    ...(message === undefined ? {} : { message: message.value }),
    ...(code === undefined ? {} : { status: code }),
    shown,
  }
}

/** A status that says no: 400 to 599. */
export function readStatus({ c }: Place, status: QuantityLit): number | undefined {
  const read = readQuantity(status.digits, status.unit, 'integer')
  if (read.ok && read.value >= 400 && read.value <= 599) return read.value
  return add(
    c,
    report(
      'GWC1215',
      { setting: 'status', value: writeLiteral(status), range: 'from 400 to 599' },
      status.span,
    ),
  )
}

// ---------------------------------------------------------------------------------------------- `on {…}`

function checkClasses(
  place: Place,
  written: readonly WrittenClass[] | undefined,
): readonly FailureClass[] | undefined {
  if (written === undefined) return followedByDefault
  if (written.length === 0) return undefined
  const known = written.map(
    (each) => failureClasses.find(({ name }) => name === each.text)?.name ?? unknownClass(place, each),
  )
  const classes = known.filter((name) => name !== undefined)
  if (classes.length < known.length) return undefined
  warnRepeated(place, written)
  return failureClasses.map(({ name }) => name).filter((name) => classes.includes(name))
}

function unknownClass({ c }: Place, { text, span }: WrittenClass): undefined {
  const names = failureClasses.map(({ name }) => name)
  const near = sameFailure[text] ?? suggest(text, names)
  const notes = [
    ...(near === undefined ? [] : [help(`did you mean \`${near}\`?`)]),
    help(`the classes are ${listWords(names)}`),
  ]
  const fixes = rewriteNear(span, near)
  return add(c, report('GWC1312', { name: text }, span, { notes, fixes }))
}

/** What other gateways call these failures. */
const sameFailure: Readonly<Partial<Record<string, FailureClass>>> = {
  rate_limit: '429',
  rate_limited: '429',
  '500': '5xx',
  '502': '5xx',
  '503': '5xx',
  '504': 'timeout',
  '529': 'overloaded',
  '408': 'timeout',
  error: '5xx',
  context_length: 'context',
  content_filter: 'refused',
}

function warnRepeated({ c }: Place, written: readonly WrittenClass[]): void {
  written.forEach(({ text, span }, index) => {
    if (written.findIndex((each) => each.text === text) < index)
      add(c, report('GWC1221', { value: text }, span))
  })
}

// ---------------------------------------------------------------------------------------------- the chain as a whole

/**
 * Reports the first stage that no failure leads to. A failure goes to the first later stage that accepts its class;
 * `deny` never fails, so what stands after it is reached only past it.
 */
function checkReached({ c }: Place, stages: readonly TypedStage[]): boolean {
  const reached = stages.map((_, index) => index === 0)
  stages.forEach((stage, index) => {
    if (reached[index] !== true || stage.pick === 'deny') return
    for (const { name } of failureClasses) {
      const next = stages.findIndex(({ on }, later) => later > index && on.includes(name))
      if (next >= 0) reached[next] = true
    }
  })
  const lost = stages[reached.indexOf(false)]
  if (lost === undefined) return true
  const deny = stages.find(({ pick }) => pick === 'deny')
  const why =
    deny === stages[0]
      ? 'the chain begins with `deny`, which ends it'
      : 'every failure it accepts ends at the `deny` before it'
  const secondary: { readonly span: Span; readonly text: string }[] =
    deny === undefined ? [] : [{ span: deny.span, text: 'ends the chain' }]
  add(c, report('GWC1310', { why }, lost.span, { secondary, notes: [help('put `deny` last')] }))
  return false
}

function warnTwice({ c }: Place, stages: readonly TypedStage[]): void {
  stages.forEach((stage, index) => {
    if (stage.pick === 'deny') return
    const first = stages
      .slice(0, index)
      .find((each) => each.pick === stage.pick && sameModels(each.models, stage.models))
    if (first === undefined) return
    const notes = [help('`retries` of an `attempt` row tries the same model again')]
    add(
      c,
      report('GWC1309', { model: `\`${stage.shown}\`` }, stage.span, {
        secondary: [{ span: first.span, text: 'tried here already' }],
        notes,
      }),
    )
  })
}

const sameModels = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))
