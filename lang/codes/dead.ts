import { row } from './row.ts'

/** GWC28xx: parts of a policy that do nothing, or that leave a request with nothing. */
export const dead = {
  GWC2801: row<{ readonly rule: string }>({
    severity: 'error',
    title: 'rule whose every model the guard forbids',
    message: ({ rule }) => `${rule} never answers: the guard takes away each of its models`,
  }),
  GWC2802: row<{ readonly rule: string; readonly requests: string }>({
    severity: 'warning',
    title: 'requests that the guard leaves no model',
    message: ({ rule, requests }) => `the guard leaves ${rule} no model for requests with ${requests}`,
  }),
  GWC2803: row<{ readonly rule: string }>({
    severity: 'warning',
    title: 'deny that is never told',
    message: ({ rule }) => `${rule} is never told: earlier rows deny each of its requests`,
  }),
  GWC2804: row<{ readonly what: string; readonly name: string }>({
    severity: 'warning',
    title: 'name that nothing uses',
    message: ({ what, name }) => `nothing uses the ${what} \`${name}\``,
  }),
  GWC2805: row<{ readonly name: string; readonly problem: string }>({
    severity: 'error',
    title: 'former name that is not free',
    message: ({ name, problem }) => `\`was ${name}\` cannot be: ${problem}`,
  }),
  GWC2806: row<{ readonly classes: string; readonly why: string }>({
    severity: 'warning',
    title: 'failure class that never leads here',
    message: ({ classes, why }) => `${classes} never leads to this stage: ${why}`,
  }),
} as const
