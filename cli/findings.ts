import { renderFrames } from '../lang/render/code-frame.ts'
import { type Diagnostic, hasErrors } from '../lang/diagnostic.ts'
import { exitCode, type ExitCode } from './exit-code.ts'

/** Findings that the step cap left open: neither proved nor disproved. */
const unprovenCodes = new Set(['GWC2301'])

/** Whether standard output wants colour: a terminal, and nobody said no (https://no-color.org). */
export const wantsColour = (): boolean => process.stdout.isTTY && !process.env.NO_COLOR

/** Findings as people read them, in colour where standard output shows it. */
export const showFindings = (
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  replays: ReadonlyMap<Diagnostic, string> = new Map(),
): string => renderFrames(diagnostics, sources, { colour: wantsColour(), replays })

/** What the findings make of the exit: errors always, warnings and unproven ones under `--strict`. */
export function judge(diagnostics: readonly Diagnostic[], strict: boolean): ExitCode {
  if (hasErrors(diagnostics)) return exitCode.errors
  if (!strict) return exitCode.ok
  if (diagnostics.some(({ code, severity }) => severity === 'warning' && !unprovenCodes.has(code)))
    return exitCode.warnings
  return diagnostics.some(({ code }) => unprovenCodes.has(code)) ? exitCode.unproven : exitCode.ok
}

/** `2 errors, 1 warning`, or `no findings`. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string, noun: string): string[] => {
    const n = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
    return n === 0 ? [] : [`${n} ${noun}${n === 1 ? '' : 's'}`]
  }
  return (
    [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'note')].join(', ') ||
    'no findings'
  )
}
