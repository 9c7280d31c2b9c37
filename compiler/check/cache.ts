import type { CacheOutcome, CacheRow, CacheTable } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { CacheAction, Judge } from '../../schemas/generated/decision-table.ts'
import { add } from './checking.ts'
import { checkKind } from './model-kind.ts'
import { readModel } from './one-model.ts'
import { readChoice, readSetting } from './setting.ts'
import { checkAfterDefault, checkWhen, nameRow, type Walk } from './walk.ts'

/** Who may share an answer, narrowest first. Absent: only the key that asked. */
export const cacheScopes = [
  'key',
  'developer',
  'project',
  'team',
  'org',
] as const satisfies readonly CacheAction['within'][]

/** An answer older than a month is no answer. */
const ttl = { name: 'for', unit: 'duration', min: 1, max: 30 * 86_400_000 } as const

/** A calibrated confidence; 0 would take anything for a hit. */
const confidence = { name: 'semantic', unit: 'score', min: 1, max: 1_000 } as const

/** One wrong hit in ten would be no cache. */
const error = { name: 'max_error', unit: 'percent', min: 1, max: 1_000 } as const

/** A judge that takes longer than an answer saves nothing. */
const patience = { name: 'within', unit: 'duration', min: 1, max: 60_000 } as const

/** Types the rows of a `cache` table into the policy's one list. */
export function checkCache(w: Walk, table: CacheTable): void {
  for (const row of table.rows) checkRow(w, row)
}

function checkRow(w: Walk, row: CacheRow): void {
  const isDefault = row.when.kind !== 'When'
  const isLast = checkAfterDefault(w, 'cache', row.when.span)
  if (isDefault) w.defaults.set('cache', w.defaults.get('cache') ?? row.when.span)
  const condition = checkWhen(w, row.when)
  const action = row.outcome.kind === 'Missing' ? undefined : checkOutcome(w, row.outcome)
  const name = nameRow(w, 'cache', isDefault, row.span)
  if (!isLast || condition === undefined || action === undefined) return
  w.out.cache.push({ name, span: row.span, ...condition, action })
}

function checkOutcome(w: Walk, outcome: CacheOutcome): CacheAction | undefined {
  const { mode, confidence, maxError, judge } = outcome
  if (mode === 'semantic') return checkSemantic(w, outcome)
  const why = 'only a semantic cache compares by likeness'
  if (confidence !== undefined)
    return add(w.c, report('GWC1220', { what: `a confidence beside \`${mode}\``, why }, confidence.span))
  if (maxError !== undefined)
    return add(w.c, report('GWC1220', { what: `\`max_error\` beside \`${mode}\``, why }, maxError.span))
  if (judge !== undefined)
    return add(w.c, report('GWC1220', { what: `a judge beside \`${mode}\``, why }, judge.model.span))
  return mode === 'off' ? checkOff(w, outcome) : checkKept(w, outcome)
}

function checkOff(w: Walk, { ttl: time, within }: CacheOutcome): CacheAction | undefined {
  const extra = time ?? within
  if (extra === undefined) return { kind: 'cache', mode: 'off', ttlMs: 0, within: 'key' }
  return add(w.c, report('GWC1220', { what: 'a term beside `off`', why: 'nothing is cached' }, extra.span))
}

/** What answers are kept for how long, and who shares them. */
function checkKept(w: Walk, outcome: CacheOutcome): CacheAction | undefined {
  const { mode } = outcome
  const within =
    outcome.within === undefined ? 'key' : readChoice(w.c, cacheScopes, 'scope of a cache', outcome.within)
  if (outcome.ttl === undefined) return missing(w, outcome, 'a time to keep answers', `${mode} for 1h`)
  const ttlMs = readSetting(w.c, ttl, outcome.ttl)
  return ttlMs === undefined || within === undefined ? undefined : { kind: 'cache', mode, ttlMs, within }
}

function missing(w: Walk, { mode, span }: CacheOutcome, what: string, example: string): undefined {
  const notes = [help(`\`${example}\` keeps an answer for an hour`)]
  return add(w.c, report('GWC1218', { what: `\`${mode}\``, missing: what }, span, { notes }))
}

function checkSemantic(w: Walk, outcome: CacheOutcome): CacheAction | undefined {
  const kept = checkKept(w, outcome)
  const judge = outcome.judge && checkJudge(w, outcome.judge)
  if (outcome.confidence === undefined)
    return missing(w, outcome, 'the likeness that a hit must reach', 'semantic 0.95 for 1h')
  const sure = readSetting(w.c, confidence, outcome.confidence)
  const wrong = outcome.maxError && readSetting(w.c, error, outcome.maxError)
  if (kept === undefined || sure === undefined) return undefined
  if (outcome.maxError !== undefined && wrong === undefined) return undefined
  if (outcome.judge !== undefined && judge === undefined) return undefined
  return {
    ...kept,
    confidence: sure,
    ...(wrong !== undefined && { maxErrorBasisPoints: wrong }),
    ...(judge && { judge }),
  }
}

function checkJudge(w: Walk, { model, within }: NonNullable<CacheOutcome['judge']>): Judge | undefined {
  const id = readModel(w.place, model)
  const withinMs = within && readSetting(w.c, patience, within)
  if (id === undefined || (within !== undefined && withinMs === undefined)) return undefined
  if (!checkKind(w.c, id, model.span, 'route')) return undefined
  return { model: id, ...(withinMs === undefined ? {} : { withinMs }) }
}
