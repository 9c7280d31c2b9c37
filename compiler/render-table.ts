import type { TableView } from './table-view.ts'

/** The forms in which a decision table can be read. */
export const tableFormats = ['terminal', 'markdown', 'html', 'csv', 'json'] as const

export type TableFormat = (typeof tableFormats)[number]

/** Decision tables as text, without a final newline. */
export function renderTables(views: readonly TableView[], format: TableFormat): string {
  switch (format) {
    case 'terminal':
      return views.map(renderTerminal).join('\n\n')
    case 'markdown':
      return views.map(renderMarkdown).join('\n\n')
    case 'html':
      return views.map(renderHtml).join('\n')
    case 'csv':
      return renderCsv(views)
    case 'json':
      return JSON.stringify(views.map(plain), null, 2)
  }
}

type Cells = readonly string[]

function headOf(view: TableView): Cells {
  return ['rule', ...view.facts, 'outcome']
}

function bodyOf(view: TableView): readonly Cells[] {
  return view.rows.map(({ rule, conditions, outcome }) => [rule, ...conditions, outcome])
}

function renderTerminal(view: TableView): string {
  const body = bodyOf(view).map((cells) => cells.map((cell) => (cell === '' ? '·' : cell)))
  const lines = [headOf(view), ...body]
  const widths = headOf(view).map((_, column) =>
    Math.max(...lines.map((cells) => widthOf(cells[column] ?? ''))),
  )
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  const [head = '', ...rest] = lines.map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
  return [view.name, head, rule, ...rest].join('\n')
}

/** Characters, not UTF-16 units: columns of accented names line up. */
function widthOf(text: string): number {
  return Array.from(text).length
}

function renderMarkdown(view: TableView): string {
  const line = (cells: Cells): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`
  const head = headOf(view)
  return [`### ${view.name}`, '', line(head), line(head.map(() => '---')), ...bodyOf(view).map(line)].join(
    '\n',
  )
}

/** Inside a table cell a bar ends it, and a line break the row. */
function escapeMarkdown(cell: string): string {
  return cell.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', '↵')
}

function renderHtml(view: TableView): string {
  const line = (cells: Cells, tag: 'td' | 'th'): string =>
    `    <tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
  return [
    `<table>`,
    `  <caption>${view.name}</caption>`,
    `  <thead>`,
    line(headOf(view), 'th'),
    `  </thead>`,
    `  <tbody>`,
    ...bodyOf(view).map((cells) => line(cells, 'td')),
    `  </tbody>`,
    `</table>`,
  ].join('\n')
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const satisfies Record<
  string,
  string
>

function escapeHtml(cell: string): string {
  return cell.replaceAll(/[&<>"]/g, (each) => entities[each as keyof typeof entities])
}

/** One sheet for all tables (RFC 4180): their columns differ, so the facts of all of them stand side by side. */
function renderCsv(views: readonly TableView[]): string {
  const facts = [...new Set(views.flatMap((view) => view.facts))]
  const rows = views.flatMap((view) =>
    view.rows.map(({ rule, conditions, outcome }) => [
      view.name,
      rule,
      ...facts.map((fact) => conditions[view.facts.indexOf(fact)] ?? ''),
      outcome,
    ]),
  )
  return [['table', 'rule', ...facts, 'outcome'], ...rows]
    .map((cells) => cells.map(escapeCsv).join(','))
    .join('\r\n')
}

/** A cell that a spreadsheet would take for a formula is kept from being one. */
function escapeCsv(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function plain({ name, facts, rows }: TableView): object {
  return {
    table: name,
    rows: rows.map(({ rule, conditions, outcome }) => ({
      rule,
      when: Object.fromEntries(
        facts.map((fact, index) => [fact, conditions[index] ?? '']).filter(([, cell]) => cell !== ''),
      ),
      outcome,
    })),
  }
}
