import type {
  AssertDecl,
  Expectation,
  Given,
  Name,
  Property,
  TestDecl,
  TestTableDecl,
  TestTableRow,
} from '../ast.ts'
import { type Doc, align, concat, fill, flatWidth, join, words } from '../doc.ts'
import { printChain, printDeny, printStatus } from './chain.ts'
import type { Cells } from './columns.ts'
import {
  printCondition,
  printConstant,
  printSet,
  printSetLiteral,
  printSubject,
  printWord,
} from './condition.ts'
import { type Printed, type Printing, block, printElements } from './printing.ts'

export function assertCells(p: Printing, { title, property, condition }: AssertDecl): Cells {
  const when = condition && concat('when ', printCondition(p, condition))
  return [`assert ${printWord(title)}`, words(printProperty(p, property), when)]
}

function printProperty(p: Printing, property: Property): Doc {
  switch (property.kind) {
    case 'NeverUse':
      return concat('never use ', printSet(p, property.set))
    case 'AlwaysUse':
      return concat('always use ', printSet(p, property.set))
    case 'Denied':
      return 'denied'
    case 'Allowed':
      return 'allowed'
    case 'CacheOff':
      return 'cache off'
    case 'CacheWithin':
      return `cache within ${printWord(property.dimension)}`
    case 'AtMost':
      return `${property.of} <= ${printWord(property.value)}`
    case 'Charged':
      return `charged ${printWord(property.budget)}`
    case 'LogMetadata':
      return 'log metadata'
    case 'Reachable':
      return `reachable ${printWord(property.rule)}`
    case 'Missing':
      return ''
  }
}

// ---------------------------------------------------------------------------------------------------- tests

export function printTest(p: Printing, test: TestDecl): Doc {
  const expect: Printed = {
    key: test.expect,
    doc: concat('expect ', printExpectation(p, test.expect)),
    docComment: undefined,
  }
  const lines = printElements(p, test, [...givenLine(p, test.given), expect])
  return block(p, test, `test ${printWord(test.title)}`, lines)
}

function givenLine(p: Printing, given: readonly Given[], head = 'given  '): readonly Printed[] {
  if (given.length === 0) return []
  const facts = given.map(({ fact, value }) => concat(`${printSubject(fact)} = `, printValue(p, value)))
  return [{ key: given, doc: concat(head, align(fill(facts))), docComment: undefined }]
}

const printValue = (p: Printing, value: Given['value']): Doc =>
  value.kind === 'SetLit' ? printSetLiteral(p, value) : printConstant(value)

function printExpectation(p: Printing, { use, deny, by, cache }: Expectation): Doc {
  const rule = by && `by ${by.text}`
  const outcome = [use && concat('use ', printChain(p, use)), deny && printDeny(deny)].filter(
    (part) => part !== undefined,
  )
  const last = outcome.pop()
  const parts = [...outcome, last === undefined ? rule : words(last, rule), cache && `cache ${cache}`]
  return join(
    ', ',
    parts.filter((part) => part !== undefined),
  )
}

// ---------------------------------------------------------------------------------------------- test tables

export function printTestTable(p: Printing, table: TestTableDecl): Doc {
  const heading = [table.inputs.map(printSubject), table.outputs.map(({ text }) => text)] as const
  const rows = table.rows.map(
    (row) => [row.values.map((value) => cellOf(p, value)), outputCells(p, table, row)] as const,
  )
  const lines = printGrid([heading, ...rows])
  const elements = [table.inputs, ...table.rows].map((key, index) => ({
    key,
    doc: lines[index] ?? '',
    docComment: undefined,
  }))
  const body = printElements(p, table, [...givenLine(p, table.given, 'given '), ...elements])
  return block(p, table, `test table ${printWord(table.title)}`, body)
}

const cellOf = (p: Printing, value: TestTableRow['values'][number]): Doc =>
  value ? printValue(p, value) : ''

function outputCells(p: Printing, { outputs }: TestTableDecl, { expect }: TestTableRow): readonly Doc[] {
  return outputs.map((column) => outputCell(p, column, expect))
}

function outputCell(p: Printing, column: Name, { use, deny, by, cache }: Expectation): Doc {
  switch (column.text) {
    case 'use':
      return use ? printChain(p, use) : ''
    case 'deny':
      if (!deny) return ''
      return deny.message ? `${printConstant(deny.message)}${printStatus(deny.status)}` : printDeny(deny)
    case 'by':
      return by?.text ?? ''
    default:
      return cache ?? ''
  }
}

/** Rows of `| a | b || c`: cells padded to their column, the last of a row left as it is. */
function printGrid(rows: readonly (readonly [readonly Doc[], readonly Doc[]])[]): readonly Doc[] {
  const widths = [gridWidths(rows.map(([inputs]) => inputs)), gridWidths(rows.map(([, outputs]) => outputs))]
  return rows.map(([inputs, outputs]) => {
    const given = inputs.map((cell, column) => pad(cell, widths[0]?.[column] ?? 0))
    const expected = outputs.map((cell, column) =>
      column === outputs.length - 1 ? cell : pad(cell, widths[1]?.[column] ?? 0),
    )
    return concat('| ', join(' | ', given), ' || ', join(' | ', expected))
  })
}

function gridWidths(rows: readonly (readonly Doc[])[]): readonly number[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, flatWidth(cell) ?? 0)
  }
  return widths
}

const pad = (cell: Doc, width: number): Doc =>
  concat(cell, ' '.repeat(Math.max(0, width - (flatWidth(cell) ?? 0))))
