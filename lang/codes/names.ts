import { row } from './row.ts'

/** GWC10xx: names that are unknown, taken, or stand for something else. */
export const names = {
  GWC1001: row<{ readonly name: string; readonly wanted: string }>({
    severity: 'error',
    title: 'unknown name',
    message: ({ name, wanted }) => `there is no ${wanted} named \`${name}\``,
  }),
  GWC1002: row<{ readonly name: string; readonly taken: string }>({
    severity: 'error',
    title: 'name is taken',
    message: ({ name, taken }) => `\`${name}\` is already the name of ${taken}`,
  }),
  GWC1003: row<{ readonly name: string }>({
    severity: 'error',
    title: 'name used above its declaration',
    message: ({ name }) => `\`${name}\` is used above its declaration`,
  }),
  GWC1004: row<{ readonly name: string; readonly is: string; readonly wanted: string }>({
    severity: 'error',
    title: 'name of another kind',
    message: ({ name, is, wanted }) => `\`${name}\` is ${is}, and ${wanted} is wanted here`,
  }),
  GWC1005: row<{ readonly name: string; readonly use: string }>({
    severity: 'warning',
    title: 'deprecated name',
    message: ({ name, use }) =>
      use === '' ? `\`${name}\` is deprecated` : `\`${name}\` is deprecated: ${use}`,
  }),
  GWC1006: row<{ readonly name: string }>({
    severity: 'error',
    title: 'declared name with a dot',
    message: ({ name }) => `\`${name}\` cannot be declared: a dot belongs to the names of included files`,
  }),
  GWC1007: row<{ readonly name: string; readonly other: string }>({
    severity: 'error',
    title: 'rule name is taken',
    message: ({ name, other }) => `\`${name}\` already names ${other}`,
  }),
  GWC1008: row<{ readonly name: string }>({
    severity: 'error',
    title: 'unknown rule',
    message: ({ name }) => `there is no rule named \`${name}\``,
  }),
  GWC1009: row<{ readonly name: string; readonly file: string }>({
    severity: 'error',
    title: 'name of another file',
    message: ({ name, file }) => `\`${name}\` is a name of \`${file}\` alone`,
  }),
  GWC1010: row<{ readonly name: string; readonly fact: string }>({
    severity: 'error',
    title: 'name with two meanings',
    message: ({ name, fact }) => `\`${name}\` is both a constant and a value of \`${fact}\``,
  }),
} as const
