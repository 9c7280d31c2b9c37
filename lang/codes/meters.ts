import { row } from './row.ts'

/** GWC14xx: budgets, limits, and the facts that tell their state. */
export const meters = {
  GWC1401: row<{ readonly what: string; readonly name: string; readonly missing: string }>({
    severity: 'error',
    title: 'budget or limit that lacks a part',
    message: ({ what, name, missing }) => `${what} \`${name}\` has no ${missing}`,
  }),
  GWC1402: row<{ readonly name: string; readonly what: string }>({
    severity: 'error',
    title: 'unknown period',
    message: ({ name, what }) => `\`${name}\` is no period of a ${what}`,
  }),
  GWC1403: row<{ readonly name: string }>({
    severity: 'error',
    title: 'unknown dimension',
    message: ({ name }) =>
      `\`${name}\` says nothing of who sends a request, so nothing can be counted per \`${name}\``,
  }),
  GWC1404: row<{ readonly fact: string; readonly source: string }>({
    severity: 'error',
    title: 'dimension that is not of the key',
    message: ({ fact, source }) =>
      `\`${fact}\` is a ${source} fact: whoever chooses it chooses whose count a request goes to`,
  }),
  GWC1405: row<{ readonly chain: readonly string[] }>({
    severity: 'error',
    title: 'budgets and limits that depend on each other',
    message: ({ chain }) =>
      `whether ${chain[0] === undefined ? '' : `\`${chain[0]}\``} applies depends on itself: ${chain.map((name) => `\`${name}\``).join(' → ')}`,
  }),
  GWC1406: row<{ readonly fact: string }>({
    severity: 'warning',
    title: 'dimension that may be missing',
    message: ({ fact }) => `a request may lack \`${fact}\`, and is counted by its key then`,
  }),
  GWC1407: row<{ readonly name: string; readonly part: string }>({
    severity: 'error',
    title: 'fact that a budget or limit does not have',
    message: ({ name, part }) => `\`${name}\` has no \`${part}\``,
  }),
  GWC1408: row<{ readonly name: string }>({
    severity: 'error',
    title: 'unknown provider',
    message: ({ name }) => `there is no provider named \`${name}\``,
  }),
  GWC1409: row<{ readonly written: string; readonly network: string }>({
    severity: 'warning',
    title: 'prefix with an address inside',
    message: ({ written, network }) =>
      `\`${written}\` is the whole network ${network}, not the one address before the slash`,
  }),
  GWC1410: row<{ readonly field: string }>({
    severity: 'error',
    title: 'amount that is not of the key',
    message: ({ field }) => `an amount comes from a claim of the key, and \`${field}\` is none`,
  }),
} as const
