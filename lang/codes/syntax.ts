import { row } from './row.ts'

/** GWC01xx: what the lexer and the parser find. */
export const syntax = {
  GWC0101: row<{ readonly found: string; readonly expected: string }>({
    severity: 'error',
    title: 'unexpected text',
    message: ({ found, expected }) => `expected ${expected}, found ${found}`,
  }),
  GWC0102: row<{ readonly found: string; readonly meant: string }>({
    severity: 'error',
    title: 'misspelled keyword',
    message: ({ found, meant }) => `\`${found}\` is no keyword; did you mean \`${meant}\`?`,
  }),
  GWC0103: row<{ readonly found: string }>({
    severity: 'error',
    title: 'unknown character',
    message: ({ found }) => `${found} means nothing in a policy`,
  }),
  GWC0104: row<Record<string, never>>({
    severity: 'error',
    title: 'unterminated text',
    message: () => 'this text has no closing quote on its line',
  }),
  GWC0105: row<{ readonly escape: string }>({
    severity: 'error',
    title: 'unknown escape',
    message: ({ escape }) => `\`${escape}\` is no escape`,
  }),
  GWC0106: row<{ readonly found: string; readonly meant: string | undefined }>({
    severity: 'error',
    title: 'malformed number',
    message: ({ found, meant }) =>
      meant === undefined
        ? `\`${found}\` is not a number with a known unit`
        : `\`${found}\` is not a number with a known unit; did you mean \`${meant}\`?`,
  }),
  GWC0107: row<{ readonly bracket: string; readonly closing: string }>({
    severity: 'error',
    title: 'unclosed bracket',
    message: ({ bracket, closing }) => `this \`${bracket}\` has no \`${closing}\``,
  }),
  GWC0108: row<{ readonly bracket: string }>({
    severity: 'error',
    title: 'bracket that closes nothing',
    message: ({ bracket }) => `this \`${bracket}\` closes nothing`,
  }),
  GWC0109: row<{ readonly max: number }>({
    severity: 'error',
    title: 'nested too deeply',
    message: ({ max }) => `this is nested deeper than ${max} levels`,
  }),
  GWC0110: row<{ readonly length: number; readonly max: number }>({
    severity: 'error',
    title: 'file too large',
    message: ({ length, max }) => `the file has ${length} characters; the most that is read is ${max}`,
  }),
  GWC0111: row<{ readonly found: string; readonly place: string }>({
    severity: 'error',
    title: 'row in the wrong table',
    message: ({ found, place }) => `\`${found}\` cannot stand ${place}`,
  }),
  GWC0112: row<{ readonly word: string }>({
    severity: 'error',
    title: 'reserved word used as a name',
    message: ({ word }) => `\`${word}\` is a reserved word and cannot be a name`,
  }),
  GWC0113: row<{ readonly part: string }>({
    severity: 'error',
    title: 'said twice',
    message: ({ part }) => `\`${part}\` is said twice here`,
  }),
  GWC0114: row<{ readonly found: string }>({
    severity: 'error',
    title: 'unknown language version',
    message: ({ found }) => `this gwc reads language version 1, and the file asks for ${found}`,
  }),
  GWC0115: row<{ readonly found: number; readonly expected: number; readonly side: 'given' | 'expected' }>({
    severity: 'error',
    title: 'test row with a wrong number of cells',
    message: ({ found, expected, side }) =>
      `the row has ${found} ${side} ${found === 1 ? 'cell' : 'cells'}, the heading has ${expected}`,
  }),
  GWC0116: row<{ readonly found: string }>({
    severity: 'error',
    title: 'unknown column of expected results',
    message: ({ found }) => `\`${found}\` is no column that a test can expect`,
  }),
  GWC0117: row<{ readonly found: string; readonly written: string }>({
    severity: 'error',
    title: 'written differently in this language',
    message: ({ found, written }) => `\`${found}\` is written \`${written}\` in a policy`,
  }),
  GWC0118: row<Record<string, never>>({
    severity: 'error',
    title: 'not formatted',
    message: () =>
      'formatting would change what this file says, so it stays as it is; this is a defect of gwc',
  }),
} as const
