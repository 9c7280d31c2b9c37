import { row } from './row.ts'

/** GWC23xx: policies that are too large to decide, or to lay out. */
export const size = {
  GWC2301: row<{ readonly question: string; readonly steps: number }>({
    severity: 'warning',
    title: 'unproven',
    message: ({ question, steps }) => `unproven: ${question} is not settled within ${steps} steps`,
  }),
  GWC2302: row<{ readonly rule: string; readonly cases: number; readonly max: number }>({
    severity: 'error',
    title: 'rule with too many cases',
    message: ({ rule, cases, max }) =>
      `${rule} comes to at least ${cases} separate cases, and ${max} is the most that a rule may have`,
  }),
  GWC2303: row<{ readonly fact: string; readonly max: number }>({
    severity: 'error',
    title: 'too many globs on one fact',
    message: ({ fact, max }) => `the globs on \`${fact}\` tell more than ${max} kinds of value apart`,
  }),
} as const
