import { row } from './row.ts'

/** GWC22xx: requests that no rule takes. */
export const gap = {
  GWC2201: row<{ readonly request: string }>({
    severity: 'error',
    title: 'request that no route takes',
    message: ({ request }) => `no rule of \`route\` takes ${request}`,
  }),
} as const
