import { allFindings, type Checked } from '../lang/render/checked.ts'
import { renderGithub } from '../lang/render/github.ts'
import { renderJson } from '../lang/render/json.ts'
import { renderJunit } from '../lang/render/junit.ts'
import { renderSarif } from '../lang/render/sarif.ts'
import { showFindings } from './findings.ts'
import type { checkFormats } from './format-names.ts'

export type CheckFormat = (typeof checkFormats)[number]

/** How `gwc check` prints, by the name that `--format` takes. */
export const renderers: Readonly<Record<CheckFormat, (checked: Checked) => string>> = {
  pretty: renderPretty,
  json: (checked) => renderJson(allFindings(checked), checked.sources),
  github: renderGithub,
  sarif: renderSarif,
  junit: renderJunit,
}

/** Findings as frames, in colour where standard output shows it, and the line that sums up. */
export function renderPretty(checked: Checked): string {
  const findings = showFindings(allFindings(checked), checked.sources, checked.replays)
  return `${findings === '' ? '' : `${findings}\n`}${checked.summary}\n`
}
