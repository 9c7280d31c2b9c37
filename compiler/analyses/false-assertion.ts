import type { Diagnostic, Label, Note, Witness } from '../../lang/diagnostic.ts'
import { effect, help, note, report } from '../../lang/report.ts'
import { boundingFacts } from '../assertions/bounds.ts'
import type { Ground } from '../assertions/ground.ts'
import { placeOf } from '../assertions/reaching.ts'
import type { Breach, Violation } from '../assertions/violation.ts'
import { type Cube, meet } from '../cube.ts'
import { showCube } from '../show.ts'
import type { Assertion, Property } from '../typed.ts'
import { widen } from '../widen.ts'
import { witnessOf } from '../witness.ts'
import type { AnalysisInput } from './analysis.ts'
import { becauseOf, consequenceOf, labelsOf, nameBreaker } from './breach-words.ts'
import { openAttemptOf, sumsOf } from './cost-words.ts'
import { adviceFor } from './assertion-advice.ts'
import { nameRule } from './rule-name.ts'

/** A false assertion: the rule and the stage that break it, a request that shows it, and what would make it hold. */
export function reportFalse(
  input: AnalysisInput,
  ground: Ground,
  assertion: Assertion,
  violations: readonly Violation[],
): Diagnostic {
  const [first, ...others] = violations as readonly [Violation, ...Violation[]]
  const { title, at, property } = assertion
  const region = widest(ground, first)
  return report(codeOf(property, first.what), { title, because: becauseOf(property, first.what) }, at, {
    secondary: distinct(
      [first, ...others.slice(0, alsoMax)].flatMap(({ what }) => labelsOf(what)).filter(isWritten),
    ),
    notes: [
      ...effectOf(ground, region, first.what),
      ...sumNotes(first.what),
      ...alsoBy(others.map(({ what }) => what)),
      help(adviceFor(input, assertion, first.what)),
    ],
    witness: witnessFor(ground, region, first),
  })
}

function codeOf({ kind }: Property, what: Breach): 'GWC3001' | 'GWC3002' | 'GWC3003' {
  if (kind !== 'at-most') return 'GWC3001'
  return what.kind === 'cost' && openAttemptOf(what.cost) !== undefined ? 'GWC3003' : 'GWC3002'
}

/** What the worst case of a cost adds up from. */
function sumNotes(what: Breach): readonly Note[] {
  if (what.kind !== 'cost' || openAttemptOf(what.cost) !== undefined) return []
  return sumsOf(what.cost).map((each) => note(each))
}

/** How many more rules that break it are shown. */
const alsoMax = 2

function alsoBy(others: readonly Breach[]): readonly Note[] {
  if (others.length === 0) return []
  const named = others.slice(0, alsoMax).map(nameBreaker)
  const more = others.length > alsoMax ? ', and more' : ''
  return [note(`so ${others.length === 1 ? 'does' : 'do'} ${named.join(' and ')}${more}`)]
}

/** What gwc itself supplies stands nowhere. */
const isWritten = ({ span }: Label): boolean => span.end > 0

const distinct = (labels: readonly Label[]): readonly Label[] => [
  ...new Map(labels.map((label) => [`${label.span.file} ${label.span.start} ${label.text}`, label])).values(),
]

const effectMax = 160

function effectOf(ground: Ground, region: Cube, what: Breach): readonly Note[] {
  const cube = what.kind === 'cost' ? withoutBounds(ground, region) : region
  const whose = cube.length === 0 ? 'requests' : `requests with ${showCube(ground.space, cube)}`
  const text = `${whose} ${consequenceOf(what)}`
  return text.length <= effectMax ? [effect(text)] : []
}

/** How large a request is, is told by its cost. */
const withoutBounds = ({ space }: Ground, cube: Cube): Cube =>
  cube.filter(({ axis }) => !boundingFacts.includes(space.axes[axis]?.fact.name ?? ''))

/** All that matters of a violating request: the largest cube around it whose requests all violate. */
function widest({ space }: Ground, { region, cube }: Violation): Cube {
  return meet(widen(space, cube, region.outside), region.cube) ?? cube
}

function witnessFor({ space }: Ground, region: Cube, { facts }: Violation): Witness {
  return { ...witnessOf(space, region), ...facts }
}

/** A rule that decides none of the requests that it was said to: who does. */
export function reportUnreached(ground: Ground, { title, at, property, condition }: Assertion): Diagnostic {
  const name = property.kind === 'reachable' ? property.rule : ''
  const placed = placeOf(ground, name)
  const rule = placed === undefined ? `rule \`${name}\`` : nameRule(placed.rule.rule)
  return report('GWC3005', { title, rule }, at, {
    secondary: [
      ...(placed === undefined ? [] : [{ span: placed.rule.rule.at, text: 'takes none of them' }]),
      ...(condition.kind === 'all' && condition.operands.length === 0
        ? []
        : [{ span: condition.span, text: 'of these requests' }]),
    ],
    notes: [
      help(
        'the rules before it take them, or its own condition leaves them out: `gwc why` with such a request tells',
      ),
    ],
  })
}
