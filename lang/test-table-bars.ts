import type { IToken } from 'chevrotain'
import type { Diagnostic, Edit } from './diagnostic.ts'
import { help, report } from './report.ts'
import { P, RowBar } from './tokens.ts'

/** What stands right of the `||`. */
const outputs: ReadonlySet<string> = new Set(['use', 'deny', 'by', 'cache'])

/**
 * Finds test tables whose rows have `|` where `||` belongs, or the other way round: one finding for a whole table, as its
 * rows mostly repeat the mistake. The tokens are put right in place, so that the rest of the table is read as it was meant.
 */
export function mendBars(file: string, tokens: readonly IToken[]): readonly Diagnostic[] {
  return tablesOf(tokens).flatMap((rows) => mendTable(file, rows))
}

/** The separators of a row, in order, with the token after each; those inside a set are none. */
type Row = readonly { readonly bar: IToken; readonly next: IToken | undefined }[]

function tablesOf(tokens: readonly IToken[]): readonly (readonly Row[])[] {
  const tables: Row[][] = []
  let isInside = false
  for (let at = 0; at < tokens.length; at++) {
    const isRow = tokens[at]?.tokenType === RowBar
    if (isRow && !isInside) tables.push([])
    if (isRow) {
      const end = endOfRow(tokens, at)
      tables.at(-1)?.push(separators(tokens.slice(at + 1, end)))
      at = end - 1
    }
    isInside = isRow
  }
  return tables
}

/** A row may go on for lines: it ends where the next begins, or the table does. */
function endOfRow(tokens: readonly IToken[], from: number): number {
  let depth = 0
  for (let at = from + 1; at < tokens.length; at++) {
    const type = tokens[at]?.tokenType
    if (type === P.LeftBrace) depth += 1
    if (type === P.RightBrace) depth -= 1
    if (type === RowBar || depth < 0) return at
  }
  return tokens.length
}

function separators(cells: readonly IToken[]): Row {
  let depth = 0
  return cells.flatMap((bar, index) => {
    if (bar.tokenType === P.LeftBrace) depth += 1
    if (bar.tokenType === P.RightBrace) depth -= 1
    const isBar = depth === 0 && (bar.tokenType === P.Bar || bar.tokenType === P.Bars)
    return isBar ? [{ bar, next: cells[index + 1] }] : []
  })
}

/** The head says where `||` belongs: before its first column of what is expected. */
function mendTable(file: string, rows: readonly Row[]): readonly Diagnostic[] {
  const [head] = rows
  const doubles = head?.filter(({ bar }) => bar.tokenType === P.Bars) ?? []
  const written = doubles.length === 1 ? head?.findIndex((each) => each === doubles[0]) : undefined
  const place = written ?? head?.findIndex(({ next }) => next !== undefined && outputs.has(next.image)) ?? -1
  if (head === undefined || place === -1) return []
  const wrong = rows
    .filter((row) => row.length === head.length)
    .flatMap((row) => row.flatMap(({ bar }, index) => (isRight(bar, index === place) ? [] : [bar])))
  const [first] = wrong
  if (first === undefined) return []
  const finding = tell(file, first, wrong)
  for (const bar of wrong) retag(bar)
  return [finding]
}

const isRight = ({ tokenType }: IToken, isDouble: boolean): boolean =>
  tokenType === (isDouble ? P.Bars : P.Bar)

const otherOf = ({ tokenType }: IToken): '|' | '||' => (tokenType === P.Bar ? '||' : '|')

function tell(file: string, first: IToken, wrong: readonly IToken[]): Diagnostic {
  const spanOf = ({ startOffset, image }: IToken) => ({
    file,
    start: startOffset,
    end: startOffset + image.length,
  })
  const edits = wrong.map((bar): Edit => ({ span: spanOf(bar), newText: otherOf(bar) }))
  return report(
    'GWC0101',
    { expected: `\`${otherOf(first)}\``, found: `\`${first.image}\`` },
    spanOf(first),
    {
      notes: [
        help('in each row one `||` stands between what is given and what is expected, `|` between columns'),
      ],
      fixes: [{ title: 'put the bars right', applicability: 'machine', edits }],
    },
  )
}

function retag(bar: IToken): void {
  const type = bar.tokenType === P.Bar ? P.Bars : P.Bar
  bar.tokenType = type
  bar.tokenTypeIdx = type.tokenTypeIdx ?? 0
}
