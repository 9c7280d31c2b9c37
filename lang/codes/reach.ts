import { row } from './row.ts'

/** GWC21xx: conditions that never or always hold, and rules that never decide. */
export const reach = {
  GWC2101: row<{ readonly rule: string }>({
    severity: 'error',
    title: 'condition that no request meets',
    message: ({ rule }) => `the condition of ${rule} can never hold`,
  }),
  GWC2102: row<{ readonly part: string }>({
    severity: 'warning',
    title: 'part of a condition that never holds',
    message: ({ part }) => `\`${part}\` is never true`,
  }),
  GWC2103: row<{ readonly part: string }>({
    severity: 'warning',
    title: 'part of a condition that always holds',
    message: ({ part }) => `\`${part}\` is always true`,
  }),
  GWC2104: row<{ readonly rule: string }>({
    severity: 'error',
    title: 'rule that can never run',
    message: ({ rule }) => `${rule} can never run`,
  }),
  GWC2105: row<{ readonly rule: string; readonly which: 'earlier' | 'other' }>({
    severity: 'warning',
    title: 'rule that changes nothing',
    message: ({ rule, which }) =>
      `${rule} changes nothing: ${which} rules do the same for each of its requests`,
  }),
  GWC2106: row<{ readonly rule: string }>({
    severity: 'info',
    title: 'default that never runs',
    message: ({ rule }) => `${rule} never runs: the rules before it take every request`,
  }),
} as const
