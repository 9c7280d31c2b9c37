import type { Diagnostic } from '../diagnostic.ts'
import { allFindings, type Checked } from './checked.ts'
import { resultsOf } from './sarif-result.ts'
import { ruleOf } from './sarif-rule.ts'
import { bySeverity } from './severity-order.ts'

/** Code scanning shows no more of one run; past them the least grave findings are left out, and the log says so. */
export const resultsMax = 5_000

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/**
 * Findings as a SARIF 2.1.0 log: a rule per code that occurs, with its page as help, and results with related places,
 * fixes and fingerprints that stay when lines move.
 */
export function renderSarif(checked: Checked): string {
  const found = bySeverity(allFindings(checked))
  const kept = found.slice(0, resultsMax)
  const codes = [...new Set(kept.map(({ code }) => code))].toSorted()
  const driver = {
    name: 'gwc',
    semanticVersion: checked.version,
    rules: codes.map((code) => ruleOf(code, checked.pageOf(code))),
  }
  const run = {
    tool: { driver },
    automationDetails: { id: 'gwc/' },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, ...cutNotice(found, kept) }],
    results: resultsOf(kept, codes, checked.sources),
  }
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function cutNotice(found: readonly Diagnostic[], kept: readonly Diagnostic[]): object {
  if (found.length === kept.length) return {}
  const text = `gwc found ${found.length} findings; this log holds the ${kept.length} gravest. \`gwc check\` shows all.`
  return { toolExecutionNotifications: [{ level: 'warning', message: { text } }] }
}
