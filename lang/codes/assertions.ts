import { row } from './row.ts'

/** GWC30xx: what is claimed of all requests, and is not so. */
export const assertions = {
  GWC3001: row<{ readonly title: string; readonly because: string }>({
    severity: 'error',
    title: 'assertion that is false',
    message: ({ title, because }) => `assertion ${JSON.stringify(title)} is false: ${because}`,
  }),
  GWC3002: row<{ readonly title: string; readonly because: string }>({
    severity: 'error',
    title: 'bound that a request can exceed',
    message: ({ title, because }) => `assertion ${JSON.stringify(title)} is false: ${because}`,
  }),
  GWC3003: row<{ readonly title: string; readonly because: string }>({
    severity: 'error',
    title: 'cost that nothing bounds',
    message: ({ title, because }) => `assertion ${JSON.stringify(title)} is false: ${because}`,
  }),
  GWC3004: row<{ readonly title: string }>({
    severity: 'warning',
    title: 'assertion about no request',
    message: ({ title }) => `assertion ${JSON.stringify(title)} says nothing: no request meets its condition`,
  }),
  GWC3005: row<{ readonly title: string; readonly rule: string }>({
    severity: 'error',
    title: 'rule that an assertion does not find reachable',
    message: ({ title, rule }) =>
      `assertion ${JSON.stringify(title)} is false: ${rule} decides none of these requests`,
  }),
  GWC3006: row<{ readonly title: string }>({
    severity: 'warning',
    title: 'title of two assertions',
    message: ({ title }) => `two assertions are called ${JSON.stringify(title)}: a report could mean either`,
  }),
} as const
