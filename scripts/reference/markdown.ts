/** A page of the reference: its file in `docs/reference/` and its Markdown. */
export interface Page {
  readonly file: string
  readonly text: string
}

/** A page with its heading, what it is made from, and its parts. */
export const page = (file: string, title: string, from: string, parts: readonly string[]): Page => ({
  file,
  text: `# ${title}\n\n<!-- Written by \`npm run generate\` from ${from}: change that, not this. -->\n\n${parts.join('\n\n')}\n`,
})

/** A table. Cells are Markdown; a bar in one is escaped. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [line(headings), `|${'---|'.repeat(headings.length)}`, ...rows.map(line)].join('\n')
}

export const code = (text: string): string => `\`${text}\``
