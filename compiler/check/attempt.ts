import type { AttemptRow, AttemptSetting, AttemptTable } from '../../lang/ast.ts'
import { showQuantity } from '../../core/quantity.ts'
import { report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { AttemptAction } from '../../schemas/generated/decision-table.ts'
import { builtinAttempt } from '../../core/builtin-attempt.ts'
import { add } from './checking.ts'
import { readSetting, type SettingRange } from './setting.ts'
import { checkAfterDefault, checkWhen, nameRow, type RowCondition, type Walk } from './walk.ts'

const day = 86_400_000

/** What each setting takes. A retry is for a hiccup, so few of them. */
const ranges = {
  connect: { name: 'connect', unit: 'duration', min: 1, max: day },
  first_token: { name: 'first_token', unit: 'duration', min: 1, max: day },
  idle: { name: 'idle', unit: 'duration', min: 1, max: day },
  total: { name: 'total', unit: 'duration', min: 1, max: day },
  backoff: { name: 'backoff', unit: 'duration', min: 1, max: day },
  retries: { name: 'retries', unit: 'integer', min: 0, max: 10 },
} as const satisfies Record<string, SettingRange>

const fieldOf = {
  connect: 'connectMs',
  first_token: 'firstTokenMs',
  idle: 'idleMs',
  total: 'totalMs',
} as const

/** A row's own settings, and where each stands. */
interface Written {
  readonly row: AttemptRow
  readonly name: string
  readonly condition: RowCondition | undefined
  readonly fields: Partial<AttemptAction>
  readonly places: ReadonlyMap<keyof AttemptAction, Span>
}

/** What the rows of a module fall back on: its `default` row's settings over those of the modules around it. */
export type AttemptDefaults = Pick<Written, 'fields' | 'places'>

export const noAttemptDefaults: AttemptDefaults = { fields: {}, places: new Map() }

/** The settings of the `default` row among a module's tables, over those of the modules around it. */
export function attemptDefaults(
  w: Walk,
  tables: readonly AttemptTable[],
  around: AttemptDefaults,
): AttemptDefaults {
  const row = tables.flatMap(({ rows }) => rows).find(({ when }) => when.kind !== 'When')
  if (row === undefined) return around
  const { fields, places } = readFields(w, row)
  return { fields: { ...around.fields, ...fields }, places: new Map([...around.places, ...places]) }
}

/** Types the rows of an `attempt` table; what a row does not name comes from `defaults`, then from the built-in values. */
export function checkAttempt(w: Walk, table: AttemptTable, defaults: AttemptDefaults): void {
  for (const row of table.rows) {
    const isDefault = row.when.kind !== 'When'
    const isLast = checkAfterDefault(w, 'attempt', row.when.span)
    if (isDefault) w.defaults.set('attempt', w.defaults.get('attempt') ?? row.when.span)
    const condition = checkWhen(w, row.when)
    const written: Written = {
      row,
      name: nameRow(w, 'attempt', isDefault, row.span),
      condition,
      ...readFields(w, row),
    }
    if (isLast) complete(w, written, defaults)
  }
}

function complete(
  w: Walk,
  { row, name, condition, fields, places }: Written,
  defaults: AttemptDefaults,
): void {
  const action: AttemptAction = { ...builtinAttempt, ...defaults.fields, ...fields }
  const agrees = checkAgreement(w, action, places, new Map([...defaults.places, ...places]))
  if (agrees && condition !== undefined) w.out.attempt.push({ name, span: row.span, ...condition, action })
}

function readFields(w: Walk, row: AttemptRow): AttemptDefaults {
  const fields: { [K in keyof AttemptAction]?: AttemptAction[K] } = {}
  const places = new Map<keyof AttemptAction, Span>()
  for (const setting of row.settings) {
    const read = readOne(w, setting)
    const [first] = Object.keys(read) as (keyof AttemptAction)[]
    if (first === undefined) continue
    if (places.has(first)) add(w.c, report('GWC1217', { setting: nameOf(setting) }, setting.span))
    for (const key of Object.keys(read) as (keyof AttemptAction)[]) places.set(key, setting.span)
    Object.assign(fields, read)
  }
  return { fields, places }
}

function readOne(w: Walk, setting: AttemptSetting): Partial<AttemptAction> {
  switch (setting.kind) {
    case 'Deadline': {
      const value = readSetting(w.c, ranges[setting.of], setting.value)
      return value === undefined ? {} : { [fieldOf[setting.of]]: value }
    }
    case 'Retries': {
      const retries = readSetting(w.c, ranges.retries, setting.value)
      return retries === undefined ? {} : { retries }
    }
    case 'Backoff': {
      const [backoffMinMs, backoffMaxMs] = [
        readSetting(w.c, ranges.backoff, setting.from),
        readSetting(w.c, ranges.backoff, setting.to),
      ]
      return backoffMinMs === undefined || backoffMaxMs === undefined ? {} : { backoffMinMs, backoffMaxMs }
    }
    case 'Ambiguous':
      return { ambiguous: setting.value }
    case 'Abort':
      return { abort: setting.value }
  }
}

function nameOf(setting: AttemptSetting): string {
  return setting.kind === 'Deadline' ? setting.of : setting.kind.toLowerCase()
}

// ---------------------------------------------------------------------------------------------- agreement

/** Pairs where the first may not be longer than the second. */
const ordered = [
  {
    short: 'connectMs',
    long: 'totalMs',
    problem: (short: string, long: string) =>
      `\`connect ${short}\` is longer than \`total ${long}\`, which ends the attempt first`,
  },
  {
    short: 'firstTokenMs',
    long: 'totalMs',
    problem: (short: string, long: string) =>
      `\`first_token ${short}\` is longer than \`total ${long}\`, which ends the attempt first`,
  },
  {
    short: 'idleMs',
    long: 'totalMs',
    problem: (short: string, long: string) =>
      `\`idle ${short}\` is longer than \`total ${long}\`, which ends the attempt first`,
  },
  {
    short: 'backoffMinMs',
    long: 'backoffMaxMs',
    problem: (short: string, long: string) => `a \`backoff\` from ${short} to ${long} goes down`,
  },
] as const

/** Only what an author wrote can contradict: a built-in value gives way in silence. */
function checkAgreement(
  w: Walk,
  action: AttemptAction,
  own: AttemptDefaults['places'],
  written: AttemptDefaults['places'],
): boolean {
  const broken = ordered.find(({ short, long }) => {
    const isOwn = own.has(short) || own.has(long)
    return isOwn && written.has(short) && written.has(long) && action[short] > action[long]
  })
  if (broken === undefined) return true
  const { short, long, problem } = broken
  const [at, other] = own.has(short)
    ? [own.get(short), written.get(long)]
    : [own.get(long), written.get(short)]
  if (at === undefined || other === undefined) return true
  const secondary =
    other.start === at.start && other.file === at.file ? [] : [{ span: other, text: 'against this' }]
  add(
    w.c,
    report(
      'GWC1216',
      { problem: problem(showQuantity(action[short], 'duration'), showQuantity(action[long], 'duration')) },
      at,
      { secondary },
    ),
  )
  return false
}
