import { row } from './row.ts'

/** GWC31xx: what in-language tests find. */
export const tests = {
  GWC3101: row<{ readonly test: string; readonly expected: string; readonly got: string }>({
    severity: 'error',
    title: 'test that fails',
    message: ({ test, expected, got }) => `test ${JSON.stringify(test)}: expected ${expected}, got ${got}`,
  }),
  GWC3102: row<{ readonly test: string; readonly fact: string }>({
    severity: 'error',
    title: 'test that does not give a fact it reads',
    message: ({ test, fact }) =>
      `test ${JSON.stringify(test)} reads \`${fact}\`, which it does not give and which has no default`,
  }),
  GWC3103: row<{ readonly test: string }>({
    severity: 'error',
    title: 'test of a choice that is made at run time',
    message: ({ test }) =>
      `test ${JSON.stringify(test)} expects one model of \`fastest\`, which is chosen by what the gateway measures`,
  }),
  GWC3104: row<{ readonly rule: string; readonly shown: number; readonly of: number }>({
    severity: 'info',
    title: 'part of a policy that no test shows',
    message: ({ rule, shown, of }) => `tests show ${shown} of ${of} things about ${rule}`,
  }),
} as const
