import type { Diagnostic, Severity } from '../diagnostic.ts'

const ranks = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>

/** The grave ones first, for readers that cut a long list; among equals the order stays. */
export const bySeverity = (findings: readonly Diagnostic[]): readonly Diagnostic[] =>
  findings.toSorted((a, z) => ranks[a.severity] - ranks[z.severity])
