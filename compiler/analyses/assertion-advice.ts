import type { Breach } from '../assertions/violation.ts'
import { showQuantity } from '../../core/quantity.ts'
import { showCond } from '../show.ts'
import type { Assertion, Property } from '../typed.ts'
import type { AnalysisInput } from './analysis.ts'
import { boundFor, openAttemptOf } from './cost-words.ts'
import { nameRule } from './rule-name.ts'

/** What would make a false assertion hold, in words that can be pasted. */
export function adviceFor(input: AnalysisInput, assertion: Assertion, what: Breach): string {
  const { property } = assertion
  const when = whenOf(input, assertion)
  switch (property.kind) {
    case 'never-use':
      return `\`guard { ${wordsOf(input, assertion)} }\` takes them out of every stage and fallback`
    case 'always-use':
      return what.kind === 'uses'
        ? `\`guard { never use {${what.model}} ${when} }\` takes it out of every stage and fallback`
        : `leave it out of the chain`
    case 'denied':
      return `\`guard { deny "…" ${when} }\` denies them whatever the route says`
    case 'allowed':
      return `narrow ${what.kind === 'denies' ? nameRule(what.by) : 'the `never use` row'}, or the assertion`
    case 'cache-off':
      return when === 'always' ? `\`=> off\` in that row` : `\`${when} => off\` as the first row of \`cache\``
    case 'cache-within':
      return when === 'always'
        ? `\`within ${property.within}\` in that row, or \`=> off\``
        : `a row \`${when} => … within ${property.within}\` before it, or \`=> off\``
    case 'at-most':
      return what.kind === 'cost'
        ? adviceOnCost(input, assertion, what, property.value)
        : adviceOnBound(property, when)
    case 'charged':
      return `widen the budget's own \`when\`, or narrow the assertion to what it counts`
    case 'log-metadata':
      return when === 'always'
        ? '`=> metadata` in that row'
        : `\`${when} => metadata\` as the first row of \`log\``
    case 'reachable':
      return 'narrow the assertion'
  }
}

type AtMost = Extract<Property, { readonly kind: 'at-most' }>

function adviceOnBound({ of, value }: AtMost, when: string): string {
  const setting = of === 'time' ? `total ${showQuantity(value, 'duration')}` : 'retries 0'
  const row =
    when === 'always'
      ? `\`${setting}\` in that row`
      : `\`${when} => ${setting}\` as the first row of \`attempt\``
  return of === 'time' ? row : `${row}, or a shorter chain`
}

function adviceOnCost(
  input: AnalysisInput,
  assertion: Assertion,
  what: Extract<Breach, { readonly kind: 'cost' }>,
  max: number,
): string {
  const open = openAttemptOf(what.cost)
  if (open !== undefined)
    return `say it of ${open.model} in gateway.json, under its provider's \`models\`, or use another model`
  const bound = boundFor(what, max, input)
  if (bound === undefined)
    return 'fewer retries, a shorter chain or cheaper models; `gwc check --bounds` shows what adds up'
  const when = whenOf(input, assertion)
  const where = when === 'always' ? `when ${bound.replaceAll(/^\(|\)$/g, '')}` : `${when} and ${bound}`
  return `it holds with \`guard { deny "…" ${where} }\``
}

/** The assertion's claim and condition as its author wrote them. */
function wordsOf({ sources }: AnalysisInput, { claimAt, span }: Assertion): string {
  return oneLine(sources.get(claimAt.file)?.slice(claimAt.start, span.end) ?? '')
}

/** `when COND` as its author wrote it; `always` where there is none. */
function whenOf({ sources }: AnalysisInput, { claimAt, span, condition }: Assertion): string {
  const written = oneLine(sources.get(span.file)?.slice(claimAt.end, span.end) ?? '')
  if (written !== '') return written
  return condition.kind === 'all' && condition.operands.length === 0
    ? 'always'
    : `when ${showCond(condition)}`
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')
