import type { GuardRow, GuardTable, StringLit } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { GuardRule } from '../typed.ts'
import { readStatus } from './chain.ts'
import { add, type Checking } from './checking.ts'
import { evaluateModels } from './set.ts'
import { checkWhen, nameRow, type Walk } from './walk.ts'

/** Status of a `deny` row that names none. */
const denyStatus = 403

/** Types the rows of a `guard` table. */
export function checkGuard(w: Walk, table: GuardTable): void {
  for (const row of table.rows) {
    const name = nameRow(w, 'guard', false, row.span)
    const condition = checkWhen(w, row.when)
    const action = checkAction(w, row)
    if (condition !== undefined && action !== undefined)
      w.out.guard.push({ name, span: row.span, ...condition, action })
  }
}

function checkAction({ place }: Walk, row: GuardRow): GuardRule['action'] | undefined {
  if (row.kind === 'NeverUseRow') {
    const set = evaluateModels(place, row.set)
    return set && { kind: 'never-use', models: set.ids }
  }
  const status = row.status === undefined ? denyStatus : readStatus(place, row.status)
  if (row.message.kind === 'Missing' || status === undefined) return undefined
  warnOfSilence(place.c, row.message)
  return { kind: 'deny', message: row.message.value, status }
}

/** The client gets the words of a denial: without any it has to ask. */
function warnOfSilence(c: Checking, { value, span }: StringLit): void {
  if (value.trim() !== '') return
  add(c, report('GWC1515', {}, span, { notes: [help('say what to do instead: `deny "Ask for …"`')] }))
}
