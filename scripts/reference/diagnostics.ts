import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codes } from '../../lang/codes/index.ts'
import { code, type Page, page, table } from './markdown.ts'

/** Every code with its severity, in a line, and the way to its page. */
export function diagnosticsPage(root: string): Page {
  const rows = Object.entries(codes)
    .toSorted(([a], [z]) => (a < z ? -1 : 1))
    .map(([name, { severity, title }]) => [
      `[${name}](../diagnostics/${name}.md)`,
      severity,
      title,
      firstSentence(readFileSync(join(root, 'docs/diagnostics', `${name}.md`), 'utf8')),
    ])
  return page('diagnostics.md', 'Findings by code', '`lang/codes/` and `docs/diagnostics/`', [
    `${code('gwc explain CODE')} shows the page of a code.`,
    table(['code', 'severity', 'is', 'which means'], rows),
  ])
}

/** Of the first paragraph below the heading; a stop inside code or before a small letter ends nothing. */
function firstSentence(text: string): string {
  const paragraph = text.split(/\n{2,}/)[1] ?? ''
  return /^.*?[.!?](?= [A-Z`]|$)/s.exec(paragraph.trim())?.[0] ?? paragraph.trim()
}
