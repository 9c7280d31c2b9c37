import type {
  BudgetDecl,
  ConstDecl,
  IncludeDecl,
  LimitDecl,
  PredDecl,
  QuantityLit,
  StringLit,
} from '../ast.ts'
import { type Doc, align, concat, words } from '../doc.ts'
import { printCondition, printConstant, printSet, printWord } from './condition.ts'
import type { Cells } from './columns.ts'
import type { Printing } from './printing.ts'

export function printInclude(p: Printing, { path, as, condition }: IncludeDecl): Doc {
  const target = `include ${printWord(path)} as ${printWord(as)}`
  return condition ? words(target, 'for', align(printCondition(p, condition))) : target
}

/** `const name` and `= value`, so that neighbours are set under each other. */
export function constCells(p: Printing, { name, value, deprecated }: ConstDecl): Cells {
  return [`const ${printWord(name)}`, words('=', printConstValue(p, value), printDeprecated(deprecated))]
}

function printConstValue(p: Printing, value: ConstDecl['value']): Doc {
  switch (value.kind) {
    case 'String':
    case 'Quantity':
    case 'Bool':
    case 'Model':
    case 'Name':
    case 'Missing':
      return printConstant(value)
    case 'SetLit':
    case 'SetRef':
    case 'SetOp':
    case 'SetWhere':
    case 'Family':
    case 'Glob':
      return printSet(p, value)
  }
}

export function predCells(p: Printing, { name, condition, deprecated }: PredDecl): Cells {
  return [`pred ${printWord(name)}`, words('=', printCondition(p, condition), printDeprecated(deprecated))]
}

const printDeprecated = (text: StringLit | undefined): Doc | undefined =>
  text && `deprecated ${printConstant(text)}`

export function printBudget(p: Printing, budget: BudgetDecl): Doc {
  return words(
    `budget ${printWord(budget.name)}`,
    budget.was && `was ${budget.was.text}`,
    budget.soft ? 'soft' : undefined,
    budget.fit ? 'fit' : undefined,
    budget.amount && printWord(budget.amount),
    `per ${printWord(budget.period)}`,
    budget.dimension && `per ${budget.dimension.text}`,
    printAmountFrom(budget.from),
    budget.condition && concat('when ', printCondition(p, budget.condition)),
    printWarnAt(budget.warnAt),
  )
}

function printAmountFrom(from: BudgetDecl['from']): Doc | undefined {
  if (!from) return undefined
  const fallback = from.default && `default ${printConstant(from.default)}`
  const ceiling = from.atMost && `at most ${printConstant(from.atMost)}`
  return words(`from ${from.field.text}`, fallback, ceiling)
}

const printWarnAt = (shares: readonly QuantityLit[]): Doc | undefined =>
  shares.length === 0 ? undefined : `warn at ${shares.map(printConstant).join(', ')}`

export function printLimit(p: Printing, limit: LimitDecl): Doc {
  return words(
    `limit ${printWord(limit.name)}`,
    limit.was && `was ${limit.was.text}`,
    limit.soft ? 'soft' : undefined,
    `${printWord(limit.amount)} ${limit.of}`,
    limit.period && `per ${limit.period.text}`,
    limit.dimension && `per ${limit.dimension.text}`,
    limit.condition && concat('when ', printCondition(p, limit.condition)),
    printWarnAt(limit.warnAt),
  )
}
