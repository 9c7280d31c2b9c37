import { readQuantity, showQuantity, unitOf } from '../../core/quantity.ts'
import type { Unit } from '../../core/types.ts'
import type { Missing, Name, QuantityLit } from '../../lang/ast.ts'
import { suggest } from '../../core/did-you-mean.ts'
import { help, report } from '../../lang/report.ts'
import { add, type Checking } from './checking.ts'
import { describeLiteral, describeUnit, exampleOf, listWords, writeLiteral } from './describe.ts'
import { rewriteNear } from './rewrite.ts'

/** What a setting takes. */
export interface SettingRange {
  readonly name: string
  readonly unit: Unit
  readonly min: number
  readonly max: number
  /** What to write in place of a value below the least, where the least is not it. */
  readonly belowMin?: string
}

/** Reads the value of a setting in the base unit of its unit; reports another unit or a value out of range. */
export function readSetting(
  c: Checking,
  setting: SettingRange,
  value: QuantityLit | Missing,
): number | undefined {
  if (value.kind === 'Missing') return undefined
  const read = readQuantity(value.digits, value.unit, setting.unit)
  if (!read.ok && read.problem.kind === 'unit') return wrongUnit(c, setting, value, read.problem.suggestion)
  if (!read.ok && read.problem.kind === 'precision')
    return add(c, report('GWC1204', { written: writeLiteral(value), step: read.problem.step }, value.span))
  if (read.ok && read.value >= setting.min && read.value <= setting.max) return read.value
  return outOfRange(c, setting, value, read.ok && read.value < setting.min)
}

function outOfRange(c: Checking, setting: SettingRange, value: QuantityLit, isBelow: boolean): undefined {
  const [least, most] = [showQuantity(setting.min, setting.unit), showQuantity(setting.max, setting.unit)]
  const said = { setting: setting.name, value: writeLiteral(value), range: `from ${least} to ${most}` }
  if (isBelow && setting.belowMin !== undefined)
    return add(c, report('GWC1215', said, value.span, { notes: [help(setting.belowMin)] }))
  const near = isBelow ? least : most
  const more = {
    notes: [help(`\`${near}\` is the nearest that it takes`)],
    fixes: rewriteNear(value.span, near),
  }
  return add(c, report('GWC1215', said, value.span, more))
}

function wrongUnit(
  c: Checking,
  { name, unit }: SettingRange,
  value: QuantityLit,
  suggestion: string | undefined,
): undefined {
  const wanted = describeUnit(unit)
  const isBare = unitOf(value.unit) === 'number'
  const text =
    suggestion === undefined
      ? `${wanted} is written \`${exampleOf(unit)}\``
      : `did you mean \`${suggestion}\`?`
  const fixes = rewriteNear(value.span, suggestion)
  const found = isBare ? 'a number without a unit' : describeLiteral(value)
  return add(
    c,
    report('GWC1214', { setting: name, wanted, found }, value.span, { notes: [help(text)], fixes }),
  )
}

/** A word of a setting that takes one of a few. */
export function readChoice<const T extends string>(
  c: Checking,
  choices: readonly T[],
  wanted: string,
  name: Name,
): T | undefined {
  const chosen = choices.find((each) => each === name.text)
  if (chosen !== undefined) return chosen
  const near = suggest(name.text, choices)
  const notes = [
    ...(near === undefined ? [] : [help(`did you mean \`${near}\`?`)]),
    help(`it is one of ${listWords(choices)}`),
  ]
  const fixes = rewriteNear(name.span, near)
  return add(c, report('GWC1219', { name: name.text, wanted }, name.span, { notes, fixes }))
}
