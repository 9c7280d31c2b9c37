import { row, type CodeRow } from './row.ts'

/** Nothing but the feature's own words varies: each row is one part of the language that awaits its compiler. */
const uncompiled = (title: string): CodeRow<Record<string, never>> =>
  row<Record<string, never>>({
    severity: 'error',
    title: `${title} not compiled yet`,
    message: () => `gwc reads ${title}, but this version does not compile them yet`,
  })

/**
 * GWC09xx: parsed and formatted, but refused, so that a policy is never weaker than it reads. Making a feature work deletes its row.
 */
export const unsupported = {
  GWC0915: uncompiled('conditions on addresses'),
} as const
