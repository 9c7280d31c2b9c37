import type { AssertDecl, ConstDecl, File, Item, PredDecl } from './ast.ts'
import { noRemarks } from './comments.ts'
import { type Doc, concat, layOut } from './doc.ts'
import { type Cells, alignRows } from './print/columns.ts'
import { printWord } from './print/condition.ts'
import { constCells, predCells, printBudget, printInclude, printLimit } from './print/declaration.ts'
import { type Printed, type Printing, lineWidth, lines, printElements } from './print/printing.ts'
import {
  printAttemptSetting,
  printCacheOutcome,
  printGuard,
  printLogOutcome,
  printOutcomeTable,
  printRoute,
  printSettings,
  printShapeSetting,
} from './print/table.ts'
import { assertCells, printTest, printTestTable } from './print/test.ts'

/** The text of a tree that has no `Missing` in it: parsing it gives the same tree. */
export function print(file: File): string {
  return printFile({ remarks: withBlankLines(file), docs: true }, file)
}

/** The text of a file in the one layout, with the remarks where they belong. */
export function printFile(p: Printing, file: File): string {
  const version = file.version
    ? [{ key: file.version, doc: `gwc ${file.version.number}`, docComment: undefined }]
    : []
  const elements = printElements(p, file, [...version, ...printItems(p, file.items)])
  return elements.length === 0 ? '' : `${layOut(lines(elements), lineWidth)}\n`
}

/** A tree alone knows no empty lines: one stands between items of different kinds, and around tables and tests. */
function withBlankLines(file: File): Printing['remarks'] {
  const apart = file.items.filter((item, index) => {
    const before = file.items[index - 1]
    return before ? before.kind !== item.kind || !isLine(item) : false
  })
  const keys: ReadonlySet<object> = new Set(apart)
  return { ...noRemarks, afterBlank: (key) => keys.has(key) }
}

type LineItem = ConstDecl | PredDecl | AssertDecl
const isLineItem = (item: Item): item is LineItem =>
  item.kind === 'Const' || item.kind === 'Pred' || item.kind === 'Assert'
const isLine = (item: Item): boolean =>
  isLineItem(item) || item.kind === 'Budget' || item.kind === 'Limit' || item.kind === 'Import'

/** Constants, predicates and assertions that follow each other without a break are set in columns. */
function printItems(p: Printing, items: readonly Item[]): readonly Printed[] {
  const docs = new Map<Item, Doc>()
  let run: LineItem[] = []
  const flush = (): void => {
    const rows = alignRows(
      run.map((item) => lineCells(p, item)),
      0,
      gapOf(run[0]),
    )
    for (const [index, item] of run.entries()) docs.set(item, rows[index] ?? '')
    run = []
  }
  for (const item of items) {
    const [head] = run
    if (head && (head.kind !== item.kind || standsApart(p, item))) flush()
    if (isLineItem(item)) run.push(item)
  }
  flush()
  return items.map((item) => ({
    key: item,
    doc: docs.get(item) ?? printItem(p, item),
    docComment: 'doc' in item ? item.doc : undefined,
  }))
}

/** `const a = …` has one space before its sign, an assertion two before its property. */
const gapOf = (item: LineItem | undefined): string => (item?.kind === 'Assert' ? '  ' : ' ')

function standsApart(p: Printing, item: Item): boolean {
  const hasDoc = p.docs && 'doc' in item && item.doc !== undefined
  return hasDoc || p.remarks.afterBlank(item) || p.remarks.leading(item).length > 0
}

function lineCells(p: Printing, item: LineItem): Cells {
  switch (item.kind) {
    case 'Const':
      return constCells(p, item)
    case 'Pred':
      return predCells(p, item)
    case 'Assert':
      return assertCells(p, item)
  }
}

function printItem(p: Printing, item: Item): Doc {
  switch (item.kind) {
    case 'Facts':
      return `facts ${printWord(item.path)}`
    case 'Zone':
      return `zone ${printWord(item.zone)}`
    case 'Import':
      return `import ${printWord(item.path)}`
    case 'Include':
      return printInclude(p, item)
    case 'Const':
    case 'Pred':
    case 'Assert':
      return concat(...alignRows([lineCells(p, item)], 0, gapOf(item)))
    case 'Guard':
      return printGuard(p, item)
    case 'Budget':
      return printBudget(p, item)
    case 'Limit':
      return printLimit(p, item)
    case 'Route':
      return printRoute(p, item)
    case 'Cache':
      return printOutcomeTable(p, item, 'cache', printCacheOutcome)
    case 'Attempt':
      return printOutcomeTable(p, item, 'attempt', (row) =>
        printSettings(row.settings.map(printAttemptSetting)),
      )
    case 'Shape':
      return printOutcomeTable(p, item, 'shape', (row) => printSettings(row.settings.map(printShapeSetting)))
    case 'Log':
      return printOutcomeTable(p, item, 'log', printLogOutcome)
    case 'Test':
      return printTest(p, item)
    case 'TestTable':
      return printTestTable(p, item)
  }
}
