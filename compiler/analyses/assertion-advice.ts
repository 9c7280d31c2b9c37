import type { Breach } from '../assertions/violation.ts'
import { showQuantity } from '../../core/quantity.ts'
import { showCond } from '../show.ts'
import type { Assertion } from '../typed.ts'
import type { AnalysisInput } from './analysis.ts'
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
      return `\`${when} => off\` as the first row of \`cache\``
    case 'cache-within':
      return `a row \`${when} => … within ${property.within}\` before it, or \`=> off\``
    case 'at-most':
      return adviceOnBound(property.of, property.value, when)
    case 'charged':
    case 'log-metadata':
    case 'reachable':
      return 'narrow the assertion'
  }
}

function adviceOnBound(of: 'cost' | 'attempts' | 'time', value: number, when: string): string {
  switch (of) {
    case 'time':
      return `\`${when} => total ${showQuantity(value, 'duration')}\` as the first row of \`attempt\``
    case 'attempts':
      return `\`${when} => retries 0\` as the first row of \`attempt\`, or a shorter chain`
    case 'cost':
      return 'a smaller `max_output`, fewer retries, or cheaper models'
  }
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
