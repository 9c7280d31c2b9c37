import { showQuantity } from '../../core/quantity.ts'
import type { FactRow, FactValue } from '../../core/types.ts'
import type { Witness } from '../../lang/diagnostic.ts'
import { type Space } from '../classes.ts'
import type { PolicyDiff } from '../diff.ts'
import { showCube } from '../show.ts'
import type { Change, ChangedPart } from './change.ts'
import { contrast } from './contrast.ts'
import type { Taker } from './differences.ts'
import type { Side } from './side.ts'

/** A rule of a policy by its identity and place: `main.route#long`. */
export interface RuleRef {
  readonly rule: string
  /** `undefined` for what gwc itself supplies. */
  readonly line: number | undefined
}

/** One row of a difference, to be read: plain data, the same for every format. */
export interface ReportedChange {
  /** `route`, `cache`, `budget intern_month`. */
  readonly table: string
  /** As a policy spells it. */
  readonly before: string
  readonly after: string
  readonly parts: readonly ReportedPart[]
}

export interface ReportedPart {
  /** Conditions as a policy spells them; a request of the part meets one of them. */
  readonly when: readonly string[]
  /** Rules that take some of those requests earlier, so that nothing changes for them, or what other rows say. */
  readonly unless: readonly RuleRef[]
  readonly before: readonly RuleRef[]
  readonly after: readonly RuleRef[]
  /** A request of the part; `undefined` where the cap on steps came before an answer. */
  readonly witness: Witness | undefined
  /** The same as `gwc why` takes it. */
  readonly request: string | undefined
}

/** A difference in words. */
export function reportChanges(diff: PolicyDiff): readonly ReportedChange[] {
  return diff.changes.map((change) => reportChange(diff, change))
}

function reportChange(diff: PolicyDiff, { strand, before, after, parts }: Change): ReportedChange {
  const [old, now] = contrast(before, after)
  return { table: strand, before: old, after: now, parts: parts.map((part) => reportPart(diff, part)) }
}

function reportPart({ space, before, after }: PolicyDiff, part: ChangedPart): ReportedPart {
  const { witness } = part
  return {
    when: part.cubes.map((cube) => showCube(space, cube)),
    unless: rulesOf(part.unless, before, after),
    before: part.before.map((rule) => refOf(before, rule)),
    after: part.after.map((rule) => refOf(after, rule)),
    witness,
    request: witness === undefined ? undefined : requestWords(space, witness),
  }
}

/** Each rule once: one that stands on both sides is one. */
function rulesOf(takers: readonly Taker[], before: Side, after: Side): readonly RuleRef[] {
  const refs = takers.map(({ side, line }) => refOf(side === 'before' ? before : after, line.rules[0] ?? -1))
  return [...new Map(refs.map((ref) => [ref.rule, ref])).values()]
}

function refOf({ rules }: Side, index: number): RuleRef {
  const rule = rules[index]
  return rule === undefined
    ? { rule: 'gwc', line: undefined }
    : { rule: `${rule.file}#${rule.name}`, line: rule.line }
}

/** A request as the words of `gwc why`, quoted for a shell. */
export function requestWords(space: Space, witness: Witness): string {
  const facts = new Map(space.axes.map(({ fact }) => [fact.name, fact]))
  const words = Object.entries(witness).map(([name, value]) => `${name}=${wordOf(facts.get(name), value)}`)
  return words.map(quoted).join(' ')
}

function wordOf(fact: FactRow | undefined, value: FactValue): string {
  if (typeof value === 'object') return value.join(',')
  if (typeof value === 'number' && fact?.type.kind === 'number') return showQuantity(value, fact.type.unit)
  return String(value)
}

const quoted = (word: string): string =>
  /^[\w./@:%,=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
