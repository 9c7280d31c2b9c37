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
import type { TypedStage } from '../typed.ts'
import { add, type Place } from './checking.ts'
import { describeDeclared, listWords, writeLiteral } from './describe.ts'
import { findModel } from './model.ts'
import { findDeclared, namesOf, unknownName } from './names.ts'
import { rewrite, rewriteNear } from './rewrite.ts'
import { evaluateModels } from './set.ts'
import { refuse } from './unsupported.ts'

/** Types `use STAGE then STAGE on {…}`. `undefined` when a stage has a mistake, reported. */
export function checkChain(place: Place, chain: Chain): readonly TypedStage[] | undefined {
  const stages = chain.stages.map((stage, index) => checkStage(place, stage, index))
  const whole = stages.filter((stage) => stage !== undefined)
  if (whole.length < stages.length) return undefined
  const isReached = checkReached(place, whole)
  warnTwice(place, whole)
  return isReached ? whole : undefined
}

type Choice = Omit<TypedStage, 'span' | 'on'>

function checkStage(place: Place, stage: Stage, index: number): TypedStage | undefined {
  const choice = checkTarget(place, stage.target)
  const on = index === 0 ? [] : checkClasses(place, stage.on)
  if (stage.shadow !== undefined) return refuse(place.c, 'shadow', stage.span)
  return choice === undefined || on === undefined ? undefined : { span: stage.span, ...choice, on }
}

function checkTarget(place: Place, target: Target): Choice | undefined {
  switch (target.kind) {
    case 'UseModel':
      return checkModel(place, target)
    case 'Pick':
      return checkPick(place, target)
    case 'Split':
      return refuse(place.c, 'split', target.span)
    case 'Asked':
      return { pick: 'asked', models: [], shown: 'asked' }
    case 'Deny':
      return checkDeny(place, target)
    case 'Missing':
      return undefined
  }
}

function checkModel(place: Place, { model }: UseModel): Choice | undefined {
  const id = model.kind === 'Model' ? findModel(place.c, model.text, model.span) : modelOf(place, model)
  return id === undefined ? undefined : { pick: 'model', models: [id], shown: id }
}

/** A constant that stands for one model. */
function modelOf(place: Place, name: Extract<UseModel['model'], { kind: 'Name' }>): string | undefined {
  const declared = findDeclared(place, name)
  if (declared === undefined) {
    const candidates = namesOf(
      place,
      ({ meaning }) => meaning.kind === 'single' && meaning.literal?.kind === 'Model',
    )
    return unknownName(place, name, {
      what: 'model',
      candidates,
      otherwise: 'a model is written `provider/name`',
    })
  }
  const { meaning } = declared
  if (meaning.kind === 'single' && (meaning.literal === undefined || meaning.literal.kind === 'Model'))
    return meaning.literal && findModel(place.c, meaning.literal.text, name.span)
  if (meaning.kind === 'set' && meaning.set === undefined) return undefined
  const secondary = [{ span: declared.span, text: 'declared here' }]
  const isSet = meaning.kind === 'set' && meaning.set?.kind === 'models'
  const notes = isSet
    ? [help(`\`cheapest of ${name.text}\` picks one of them`)]
    : [help('a model is written `provider/name`')]
  const fixes = isSet ? [rewrite(name.span, `cheapest of ${name.text}`)] : []
  return add(
    place.c,
    report(
      'GWC1311',
      { found: `\`${name.text}\`, ${describeDeclared(declared)},`, wanted: 'one model' },
      name.span,
      { secondary, notes, fixes },
    ),
  )
}

function checkPick(place: Place, { by, set, span }: Pick): Choice | undefined {
  const value = evaluateModels(place, set)
  if (by === 'best') return refuse(place.c, 'best', span)
  return value && { pick: by, models: value.ids, shown: `${by} of ${value.shown}` }
}

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
