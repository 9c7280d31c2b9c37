import type { Severity } from '../diagnostic.ts'

/** Puts terminal colours around text, or does nothing. */
export type Paint = (role: Role, text: string) => string
export type Role = Severity | 'secondary' | 'gutter' | 'strong' | 'help'

// SGR codes, ECMA-48 8.3.117.
const codes = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  secondary: '34',
  gutter: '34',
  strong: '1',
  help: '32',
} as const satisfies Record<Role, string>

const escape = '\u001b['

export const inColour: Paint = (role, text) =>
  text === '' ? '' : `${escape}${codes[role]}m${text}${escape}0m`
export const plainly: Paint = (_, text) => text
