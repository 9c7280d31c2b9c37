import { row } from './row.ts'

/** GWC01xx: what the lexer and the parser find. */
export const syntax = {
  GWC0101: row<{ readonly found: string; readonly expected: string }>({
    severity: 'error',
    title: 'unexpected text',
    message: ({ found, expected }) => `expected ${expected}, found ${found}`,
  }),
} as const
