import { row } from './row.ts'

/** GWC24xx: requests that the models of their chain cannot serve. */
export const capability = {
  GWC2401: row<{ readonly rule: string; readonly asks: string }>({
    severity: 'error',
    title: 'rule whose models can serve none of its requests',
    message: ({ rule, asks }) => `no model of ${rule} can serve what it takes: requests with ${asks}`,
  }),
  GWC2402: row<{ readonly rule: string; readonly asks: string }>({
    severity: 'warning',
    title: 'requests that no model of their chain can serve',
    message: ({ rule, asks }) => `no model of ${rule} can serve requests with ${asks}`,
  }),
  GWC2403: row<{ readonly rule: string; readonly asks: string; readonly on: string }>({
    severity: 'warning',
    title: 'fallback that can do less',
    message: ({ rule, asks, on }) => `the fallback of ${rule} on ${on} cannot serve requests with ${asks}`,
  }),
} as const
