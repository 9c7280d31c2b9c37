import { row } from './row.ts'

/** GWC11xx: files of a policy, what each may hold, and facts schemas. */
export const modules = {
  GWC1101: row<{ readonly path: string }>({
    severity: 'error',
    title: 'file not found',
    message: ({ path }) => `there is no file \`${path}\``,
  }),
  GWC1102: row<{ readonly path: string; readonly folder: string }>({
    severity: 'error',
    title: 'path leaves the folder of the policy',
    message: ({ path, folder }) => `\`${path}\` is outside ${folder}, the folder of the policy`,
  }),
  GWC1103: row<{ readonly chain: readonly string[] }>({
    severity: 'error',
    title: 'files include each other in a circle',
    message: ({ chain }) => `this file takes itself in: ${chain.map((path) => `\`${path}\``).join(' → ')}`,
  }),
  GWC1104: row<{ readonly fact: string; readonly source: string }>({
    severity: 'error',
    title: 'include guarded by what is no identity',
    message: ({ fact, source }) =>
      `an include is guarded by identity facts only, and \`${fact}\` is a ${source} fact`,
  }),
  GWC1105: row<{ readonly what: string }>({
    severity: 'error',
    title: 'declaration that belongs to the root',
    message: ({ what }) => `${what} belongs to the root file of a policy`,
  }),
  GWC1106: row<{ readonly what: string }>({
    severity: 'error',
    title: 'import of more than names',
    message: ({ what }) => `an imported file may hold constants and predicates only, and this is ${what}`,
  }),
  GWC1107: row<{ readonly what: string }>({
    severity: 'error',
    title: 'said twice in a policy',
    message: ({ what }) => `a policy has one ${what}`,
  }),
  GWC1108: row<{ readonly zone: string }>({
    severity: 'error',
    title: 'unknown time zone',
    message: ({ zone }) => `\`${zone}\` is no IANA time zone`,
  }),
  GWC1109: row<{ readonly problem: string }>({
    severity: 'error',
    title: 'facts file is not JSON',
    message: ({ problem }) => `this facts file is not JSON: ${problem}`,
  }),
  GWC1110: row<{ readonly problem: string }>({
    severity: 'error',
    title: 'facts file is not of the form',
    message: ({ problem }) => problem,
  }),
  GWC1111: row<{ readonly name: string; readonly why: string }>({
    severity: 'error',
    title: 'fact name is taken',
    message: ({ name, why }) => `a fact cannot be named \`${name}\`: ${why}`,
  }),
  GWC1112: row<{ readonly fact: string; readonly problem: string }>({
    severity: 'error',
    title: 'parts of a fact disagree',
    message: ({ fact, problem }) => `the fact \`${fact}\` ${problem}`,
  }),
  GWC1113: row<{ readonly max: number }>({
    severity: 'error',
    title: 'too many included files',
    message: ({ max }) => `more than ${max} files are taken in, counting a file each time it is included`,
  }),
} as const
