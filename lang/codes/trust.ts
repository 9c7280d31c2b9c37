import { row } from './row.ts'

/** GWC26xx: what a client could gain by saying something else of itself. */
export const trust = {
  GWC2601: row<{ readonly rule: string; readonly claims: string }>({
    severity: 'warning',
    title: 'denial that a client can talk itself out of',
    message: ({ rule, claims }) => `a client gets past ${rule} by saying ${claims}`,
  }),
  GWC2602: row<{ readonly budget: string; readonly claims: string }>({
    severity: 'warning',
    title: 'budget that a client can talk itself out of',
    message: ({ budget, claims }) => `a client escapes the budget \`${budget}\` by saying ${claims}`,
  }),
} as const
