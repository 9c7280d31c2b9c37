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
  GWC0903: uncompiled('`shape` tables'),
  GWC0904: uncompiled('`log` tables'),
  GWC0905: uncompiled('`split` stages'),
  GWC0906: uncompiled('`best of` stages'),
  GWC0907: uncompiled('`shadow` copies'),
  GWC0908: uncompiled('`affinity` rows'),
  GWC0909: uncompiled('semantic caches'),
  GWC0910: uncompiled('cache judges'),
  GWC0914: uncompiled('`route embeddings` tables'),
  GWC0915: uncompiled('conditions on addresses'),
  GWC0916: uncompiled('`abort drain` settings'),
} as const
