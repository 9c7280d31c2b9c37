import { codes } from '../codes/index.ts'
import type { CodeRow } from '../codes/row.ts'
import type { Severity } from '../diagnostic.ts'

/** SARIF's words for severities. */
export const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>

const rows: Readonly<Record<string, Pick<CodeRow<never>, 'severity' | 'title'>>> = codes

/** A code as a SARIF rule: what it is called, its default level, and its page as help. */
export function ruleOf(code: string, page: string | undefined): object {
  const row = rows[code]
  const title = row?.title ?? code
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: (page === undefined ? undefined : summaryOf(page)) ?? title },
    help: { text: page ?? `gwc explain ${code}`, ...(page === undefined ? {} : { markdown: page }) },
    defaultConfiguration: { level: levels[row?.severity ?? 'warning'] },
  }
}

/** The first paragraph below the heading of a page. */
const summaryOf = (page: string): string | undefined => page.split(/\n{2,}/)[1]?.trim()
