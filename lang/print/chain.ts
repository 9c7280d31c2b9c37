import type { Chain, DenyTarget, QuantityLit, Stage, Target } from '../ast.ts'
import { type Doc, align, concat, group, join, line, nest, softLine } from '../doc.ts'
import { printConstant, printSet, printWord } from './condition.ts'
import { type Printing, indentWidth } from './printing.ts'

/** `STAGE then STAGE on {…}`: without `use`, which a cell of a test table does not have. */
export function printChain(p: Printing, chain: Chain): Doc {
  return group(
    align(
      join(
        concat(line, 'then '),
        chain.stages.map((stage) => printStage(p, stage)),
      ),
    ),
  )
}

function printStage(p: Printing, { target, shadow, on }: Stage): Doc {
  const copy = shadow ? ` shadow ${printWord(shadow.share)} to ${printWord(shadow.model)}` : ''
  const accepted = on ? ` on {${on.map(({ text }) => text).join(', ')}}` : ''
  return concat(printTarget(p, target), copy, accepted)
}

function printTarget(p: Printing, target: Target): Doc {
  switch (target.kind) {
    case 'UseModel':
      return printConstant(target.model)
    case 'Pick':
      return concat(`${target.by} of `, printSet(p, target.set))
    case 'Split': {
      const salt = target.salt ? ` salt ${printConstant(target.salt)}` : ''
      const arms = target.arms.map(({ share, model }) => `${printWord(share)} ${printWord(model)}`)
      const body = nest(indentWidth, softLine, join(concat(',', line), arms))
      return group(`split by ${printWord(target.by)}${salt} {`, body, softLine, '}')
    }
    case 'Asked':
      return 'asked'
    case 'Deny':
      return printDeny(target)
    case 'Missing':
      return ''
  }
}

/** `deny`, `deny "…"`, `deny "…" status 403`. */
export function printDeny({ message, status }: Pick<DenyTarget, 'message' | 'status'>): string {
  return `deny${message ? ` ${printConstant(message)}` : ''}${printStatus(status)}`
}

export const printStatus = (status: QuantityLit | undefined): string =>
  status ? ` status ${printConstant(status)}` : ''
