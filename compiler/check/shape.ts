import type { ShapeRow, ShapeSetting, ShapeTable } from '../../lang/ast.ts'
import { report } from '../../lang/report.ts'
import type { ShapeAction } from '../../schemas/generated/decision-table.ts'
import { add } from './checking.ts'
import { readSetting, type SettingRange } from './setting.ts'
import { checkWhen, nameRow, type Walk } from './walk.ts'

/** More than any model's window: a number beyond it is a slip. */
const tokensMax = 100_000_000

const ranges = {
  maxOutput: { name: 'max_output', unit: 'tokens', min: 1, max: tokensMax },
  compactTo: { name: 'compact to', unit: 'tokens', min: 1, max: tokensMax },
} as const satisfies Record<string, SettingRange>

/** Types the rows of a `shape` table: every one that matches applies, in any order. */
export function checkShape(w: Walk, table: ShapeTable): void {
  for (const row of table.rows) {
    const name = nameRow(w, 'shape', false, row.span)
    const condition = checkWhen(w, row.when)
    const action = checkSettings(w, row)
    if (condition !== undefined && action !== undefined)
      w.out.shape.push({ name, span: row.span, ...condition, action })
  }
}

function checkSettings(w: Walk, { settings }: ShapeRow): ShapeAction | undefined {
  const action: ShapeAction = { kind: 'shape' }
  let isWhole = true
  for (const setting of settings) {
    const [key, value] = readOne(w, setting)
    if (key in action) add(w.c, report('GWC1217', { setting: names[setting.kind] }, setting.span))
    if (value === undefined) isWhole = false
    else Object.assign(action, { [key]: value })
  }
  return isWhole ? action : undefined
}

const names = {
  MaxOutput: 'max_output',
  Compact: 'compact to',
  PromptCache: 'prompt_cache',
} as const satisfies Record<ShapeSetting['kind'], string>

function readOne(w: Walk, setting: ShapeSetting): readonly [keyof ShapeAction, number | string | undefined] {
  switch (setting.kind) {
    case 'MaxOutput':
      return ['maxOutput', readSetting(w.c, ranges.maxOutput, setting.value)]
    case 'Compact':
      return ['compactTo', readSetting(w.c, ranges.compactTo, setting.to)]
    case 'PromptCache':
      return ['promptCache', setting.value]
  }
}
