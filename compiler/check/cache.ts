import type { CacheOutcome, CacheRow, CacheTable } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { CacheAction } from '../../schemas/generated/decision-table.ts'
import { add } from './checking.ts'
import { readChoice, readSetting } from './setting.ts'
import { refuse } from './unsupported.ts'
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
  if (outcome.mode === 'semantic') return refuse(w.c, 'semantic', outcome.span)
  if (outcome.judge !== undefined) return refuse(w.c, 'judge', outcome.span)
  if (outcome.confidence !== undefined) {
    const why = 'only a semantic cache compares by likeness'
    return add(
      w.c,
      report('GWC1220', { what: `a confidence beside \`${outcome.mode}\``, why }, outcome.confidence.span),
    )
  }
  return outcome.mode === 'off' ? checkOff(w, outcome) : checkExact(w, outcome)
}

function checkOff(w: Walk, { ttl: time, within }: CacheOutcome): CacheAction | undefined {
  const extra = time ?? within
  if (extra === undefined) return { kind: 'cache', mode: 'off', ttlMs: 0, within: 'key' }
  return add(w.c, report('GWC1220', { what: 'a term beside `off`', why: 'nothing is cached' }, extra.span))
}

function checkExact(w: Walk, outcome: CacheOutcome): CacheAction | undefined {
  const within =
    outcome.within === undefined ? 'key' : readChoice(w.c, cacheScopes, 'scope of a cache', outcome.within)
  if (outcome.ttl === undefined) {
    const notes = [help('`exact for 1h` keeps an answer for an hour')]
    return add(
      w.c,
      report('GWC1218', { what: '`exact`', missing: 'a time to keep answers' }, outcome.span, { notes }),
    )
  }
  const ttlMs = readSetting(w.c, ttl, outcome.ttl)
  return ttlMs === undefined || within === undefined
    ? undefined
    : { kind: 'cache', mode: 'exact', ttlMs, within }
}
