import { showQuantity } from '../../core/quantity.ts'
import type { Label } from '../../lang/diagnostic.ts'
import type { FailureClass } from '../../schemas/generated/decision-table.ts'
import type { Breach } from '../assertions/violation.ts'
import { followedByDefault } from '../failure-classes.ts'
import { listWords } from '../check/describe.ts'
import { showAction } from '../show-outcome.ts'
import type { GuardRule, Property, TypedStage } from '../typed.ts'
import { openPartOf, openAttemptOf, showDollars } from './cost-words.ts'
import { nameRule } from './rule-name.ts'

type Uses = Extract<Breach, { readonly kind: 'uses' }>

/** The sentence that says why an assertion is false. */
export function becauseOf(property: Property, what: Breach): string {
  switch (what.kind) {
    case 'uses':
      return property.kind === 'always-use'
        ? `${useOf(what)}, which is none of ${property.shown}`
        : useOf(what)
    case 'judges':
      return `${nameRule(what.row)} asks ${what.model} to judge cached answers`
    case 'denies':
      return `${nameRule(what.by)} denies`
    case 'leaves-none':
      return `the guard leaves no model of ${nameRule(what.rule)}`
    case 'answers':
      return `${nameRule(what.rule)} uses ${what.stage.shown}`
    case 'uncharged':
      return `${nameRule(what.rule)} answers requests that budget \`${what.budget.name}\` does not count`
    case 'logs':
      return `${nameRule(what.row)} keeps content`
    case 'caches':
      return property.kind === 'cache-within'
        ? `${nameRule(what.row)} shares answers within ${what.action.within}, which is wider than ${property.within}`
        : `${nameRule(what.row)} stores answers`
    case 'attempts':
      return `a request at ${nameRule(what.rule)} may be sent ${what.total} times`
    case 'time':
      return `a request at ${nameRule(what.rule)} may take ${showQuantity(what.action.totalMs, 'duration')}`
    case 'cost':
      return costsOf(what)
  }
}

function costsOf({ rule, cost }: Extract<Breach, { readonly kind: 'cost' }>): string {
  const open = openAttemptOf(cost)
  return open === undefined
    ? `a request at ${nameRule(rule)} may cost ${showDollars(cost.nanos)}`
    : `nothing bounds what a request at ${nameRule(rule)} may cost: ${openPartOf(open)}`
}

function useOf({ rule, stage, model, on, isPromoted, isCopy }: Uses): string {
  const name = nameRule(rule)
  if (isCopy) return `${name} sends copies to ${model}`
  if (on.length > 0) return `on ${either(on)}, ${name} ${goesTo(stage)} ${model}`
  const verb =
    stage.pick === 'model'
      ? 'uses'
      : stage.pick === 'asked'
        ? 'uses the model asked for, such as'
        : 'may pick'
  return isPromoted
    ? `the guard takes out what stands before it, and ${name} ${verb} ${model}`
    : `${name} ${verb} ${model}`
}

const goesTo = ({ pick }: TypedStage): string =>
  pick === 'model' ? 'goes to' : pick === 'asked' ? 'goes to the model asked for, such as' : 'may go to'

/** `429 or timeout`; all that a stage without `on` takes is `a failure`. */
const either = (classes: readonly FailureClass[]): string =>
  followedByDefault.every((each) => classes.includes(each)) ? 'a failure' : oneOf(classes)

const oneOf = (classes: readonly FailureClass[]): string =>
  listWords(classes, 3).replace(/ and (?=\S+$)/, ' or ')

/** What stands beside the places that break it. */
export function labelsOf(what: Breach): readonly Label[] {
  switch (what.kind) {
    case 'uses':
      return [{ span: what.stage.span, text: useLabel(what) }]
    case 'judges':
      return [{ span: what.row.span, text: `asks ${what.model}` }]
    case 'denies':
      return [{ span: what.by.span, text: 'denies them' }]
    case 'leaves-none':
      return [
        { span: what.rule.at, text: 'takes them' },
        ...what.bans.map((each: GuardRule) => ({ span: each.span, text: 'takes its models out' })),
      ]
    case 'answers':
      return [{ span: what.stage.span, text: 'answers them' }]
    case 'uncharged':
      return [
        { span: what.stage.span, text: 'answers them' },
        { span: what.budget.at, text: 'counts others only' },
      ]
    case 'logs':
      return [{ span: what.row.span, text: 'decides for them' }]
    case 'caches':
      return [{ span: what.row.span, text: 'decides for them' }]
    case 'attempts':
      return [
        ...what.stages
          .filter(({ pick }) => pick !== 'deny')
          .map(({ span }) => ({ span, text: triesOf(what.action.retries) })),
        ...(what.row === undefined ? [] : [{ span: what.row.span, text: 'says how often each is retried' }]),
      ]
    case 'time':
      return what.row === undefined
        ? [
            {
              span: what.rule.at,
              text: `no row of \`attempt\` takes them: total ${showQuantity(what.action.totalMs, 'duration')}`,
            },
          ]
        : [{ span: what.row.span, text: `total ${showQuantity(what.action.totalMs, 'duration')}` }]
    case 'cost':
      return what.cost.stages.map(({ stage, attempt, tries }) => ({
        span: stage.span,
        text: openPartOf(attempt) ?? `${tries === 1 ? 'up to' : `${tries} ×`} ${showDollars(attempt.nanos)}`,
      }))
  }
}

const triesOf = (retries: number): string =>
  retries === 0
    ? 'tried once'
    : `tried ${retries + 1} times, with ${retries === 1 ? 'its retry' : `${retries} retries`}`

function useLabel({ stage, model, on, isPromoted, isCopy }: Uses): string {
  if (isCopy) return `copies go to ${model}`
  const what =
    stage.pick === 'model'
      ? model
      : stage.pick === 'asked'
        ? `${model} where it is asked for`
        : `can be ${model}`
  if (on.length > 0) return `${what}, reached on ${either(on)}`
  return isPromoted ? `${what}, the first that the guard leaves` : what
}

/** What happens to the requests now. */
export function consequenceOf(what: Breach): string {
  switch (what.kind) {
    case 'judges':
      return `are shown to ${what.model}`
    case 'uses':
      if (what.isCopy) return `are copied to ${what.model}`
      return what.on.length > 0
        ? `that meet ${either(what.on)} go to ${what.model}`
        : what.stage.pick === 'asked'
          ? `that ask for ${what.model} get it`
          : what.stage.pick === 'model'
            ? `go to ${what.model}`
            : `may go to ${what.model}`
    case 'denies':
    case 'leaves-none':
      return 'are denied'
    case 'answers':
      return `go to ${what.stage.shown}`
    case 'uncharged':
      return `go to ${what.stage.shown}, and \`${what.budget.name}\` does not count them`
    case 'logs':
      return `are logged: ${showAction(what.row)}`
    case 'caches':
      return `are cached: ${showAction(what.row)}`
    case 'attempts':
      return `are sent up to ${what.total} times`
    case 'time':
      return `may take up to ${showQuantity(what.action.totalMs, 'duration')}`
    case 'cost':
      return `may cost ${showDollars(what.cost.nanos)}`
  }
}

/** The rule or row that breaks it, by name. */
export function nameBreaker(what: Breach): string {
  switch (what.kind) {
    case 'denies':
      return nameRule(what.by)
    case 'judges':
    case 'caches':
    case 'logs':
      return nameRule(what.row)
    case 'uses':
    case 'leaves-none':
    case 'answers':
    case 'uncharged':
    case 'attempts':
    case 'time':
    case 'cost':
      return nameRule(what.rule)
  }
}
