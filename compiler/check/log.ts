import type { LogRow, LogTable } from '../../lang/ast.ts'
import type { LogAction } from '../../schemas/generated/decision-table.ts'
import { readShare } from './share.ts'
import { checkAfterDefault, checkWhen, nameRow, type Walk } from './walk.ts'

/** Types the rows of a `log` table into the policy's one list. */
export function checkLog(w: Walk, table: LogTable): void {
  for (const row of table.rows) checkRow(w, row)
}

function checkRow(w: Walk, row: LogRow): void {
  const isDefault = row.when.kind !== 'When'
  const isLast = checkAfterDefault(w, 'log', row.when.span)
  if (isDefault) w.defaults.set('log', w.defaults.get('log') ?? row.when.span)
  const condition = checkWhen(w, row.when)
  const action = checkLevel(w, row)
  const name = nameRow(w, 'log', isDefault, row.span)
  if (!isLast || condition === undefined || action === undefined) return
  w.out.log.push({ name, span: row.span, ...condition, action })
}

/** Without a sample, the content of every request is kept. */
function checkLevel(w: Walk, { level, sample }: LogRow): LogAction | undefined {
  const nothing = { what: 'a sample', effect: 'keeps no content: that is `metadata`' }
  const share = sample === undefined ? 10_000 : readShare(w.c, 'sample', sample, nothing)
  return share === undefined ? undefined : { kind: 'log', level, sample: share }
}
