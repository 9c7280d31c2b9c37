import type {
  AttemptSetting,
  CacheOutcome,
  CacheRow,
  GuardRow,
  GuardTable,
  LogRow,
  RouteItem,
  RouteTable,
  ShapeSetting,
  When,
} from '../ast.ts'
import { type Doc, align, concat, fill, words } from '../doc.ts'
import { printChain, printStatus } from './chain.ts'
import { type Cells, alignRows } from './columns.ts'
import { printCondition, printConstant, printSet, printWord } from './condition.ts'
import { type Printed, type Printing, block, printElements } from './printing.ts'

/** A table: its rows set in columns, its comments where they were. */
function printTable<Row extends { readonly doc?: string | undefined }>(
  p: Printing,
  table: object,
  head: string,
  rows: readonly Row[],
  cellsOf: (row: Row) => Cells,
): Doc {
  const docs = alignRows(rows.map(cellsOf))
  const printed: readonly Printed[] = rows.map((row, index) => ({
    key: row,
    doc: docs[index] ?? '',
    docComment: row.doc,
  }))
  return block(p, table, head, printElements(p, table, printed))
}

function printWhen(p: Printing, when: When): Doc {
  switch (when.kind) {
    case 'When':
      return concat('when ', printCondition(p, when.condition))
    case 'Always':
      return 'always'
    case 'Default':
      return 'default'
  }
}

export function printGuard(p: Printing, table: GuardTable): Doc {
  return printTable(p, table, 'guard', table.rows, (row) => guardCells(p, row))
}

function guardCells(p: Printing, row: GuardRow): Cells {
  const when = printWhen(p, row.when)
  if (row.kind === 'NeverUseRow') return [concat('never use ', printSet(p, row.set)), when]
  return [`deny ${printWord(row.message)}${printStatus(row.status)}`, when]
}

export function printRoute(p: Printing, table: RouteTable): Doc {
  const head = table.traffic === 'embeddings' ? 'route embeddings' : 'route'
  return printTable<RouteItem & { readonly doc?: string | undefined }>(p, table, head, table.items, (item) =>
    routeCells(p, item),
  )
}

function routeCells(p: Printing, item: RouteItem): Cells {
  switch (item.kind) {
    case 'Affinity':
      return [`affinity ${printWord(item.by)}`]
    case 'RouteDefault':
      return ['default', '', concat('use ', printChain(p, item.chain))]
    case 'Rule': {
      const head = words(`rule ${printWord(item.name)}`, item.was && `was ${item.was.text}`)
      return [head, printWhen(p, item.when), concat('use ', printChain(p, item.chain))]
    }
  }
}

/** Rows `when … => outcome`. */
export function printOutcomeTable<Row extends { readonly doc: string | undefined; readonly when: When }>(
  p: Printing,
  table: { readonly rows: readonly Row[] },
  head: string,
  outcomeOf: (row: Row) => Doc,
): Doc {
  return printTable(p, table, head, table.rows, (row) => [
    printWhen(p, row.when),
    concat('=> ', outcomeOf(row)),
  ])
}

export const printSettings = (settings: readonly Doc[]): Doc => align(fill(settings))

export function printCacheOutcome({ outcome }: CacheRow): Doc {
  if (outcome.kind === 'Missing') return ''
  return words(
    outcome.mode,
    outcome.confidence && printConstant(outcome.confidence),
    outcome.ttl && `for ${printConstant(outcome.ttl)}`,
    outcome.within && `within ${outcome.within.text}`,
    outcome.maxError && `max_error ${printConstant(outcome.maxError)}`,
    printJudge(outcome.judge),
  )
}

function printJudge(judge: CacheOutcome['judge']): Doc | undefined {
  if (!judge) return undefined
  return words(
    `verify judge ${printWord(judge.model)}`,
    judge.within && `within ${printConstant(judge.within)}`,
  )
}

export function printAttemptSetting(setting: AttemptSetting): string {
  switch (setting.kind) {
    case 'Deadline':
      return `${setting.of} ${printWord(setting.value)}`
    case 'Retries':
      return `retries ${printWord(setting.value)}`
    case 'Backoff':
      return `backoff ${printWord(setting.from)} to ${printWord(setting.to)}`
    case 'Ambiguous':
      return `ambiguous ${setting.value}`
    case 'Abort':
      return `abort ${setting.value}`
  }
}

export function printShapeSetting(setting: ShapeSetting): string {
  switch (setting.kind) {
    case 'MaxOutput':
      return `max_output ${printWord(setting.value)}`
    case 'Compact':
      return `compact to ${printWord(setting.to)}`
    case 'PromptCache':
      return `prompt_cache ${setting.value}`
  }
}

export function printLogOutcome({ level, sample }: LogRow): string {
  return sample ? `${level} sample ${printConstant(sample)}` : level
}
