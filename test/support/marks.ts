import { check } from '../../compiler/check.ts'
import type { CompileInput } from '../../compiler/input.ts'
import { link } from '../../compiler/modules.ts'
import type { Policy } from '../../compiler/typed.ts'
import type { Diagnostic } from '../../lang/diagnostic.ts'
import { inputOf } from './corpus.ts'

/** What linking and checking say of a policy, before any analysis. */
export function checkInput(input: CompileInput): {
  policy: Policy | undefined
  diagnostics: readonly Diagnostic[]
} {
  const { modules, diagnostics } = link(input)
  const checked = check(modules, input)
  return { policy: checked.policy, diagnostics: [...diagnostics, ...checked.diagnostics] }
}

/** The typed tree of a text that has no mistake; throws what was found otherwise. */
export function typed(text: string, others: Readonly<Record<string, string>> = {}): Policy {
  const { policy, diagnostics } = checkInput(
    inputOf('main.route', [['main.route', text], ...Object.entries(others)]),
  )
  if (policy === undefined)
    throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n'))
  return policy
}

/** One finding as `line:columns CODE`, both as marked in a text and as found. */
export type Mark = string

/**
 * The marks in a text: a comment line with carets and a code says that the finding stands under those columns of the
 * last line that is no mark.
 *
 *     rule long when input_tokens > 5m use openai/gpt-4.1
 *     //                            ^^ GWC1203
 *
 * Columns that the slashes would cover are written as numbers, from and how many: `//:1+5 GWC1217`.
 */
export function marksIn(text: string): Mark[] {
  const marks: Mark[] = []
  let line = 0
  text.split('\n').forEach((each, index) => {
    const found = /^\s*\/\/(?::(\d+)\+(\d+)|\s*(\^+)) (GWC\d{4})/.exec(each)
    if (found === null) line = index + 1
    else marks.push(readMark(line, each, found))
  })
  return marks.toSorted()
}

function readMark(line: number, text: string, [, column, count, carets, code = '']: RegExpExecArray): Mark {
  if (carets === undefined) return markOf(line, Number(column) - 1, Number(count), code)
  return markOf(line, text.indexOf('^'), carets.length, code)
}

const markOf = (line: number, start: number, length: number, code: string): Mark =>
  `${line}:${start + 1}+${length} ${code}`

/** What linking and checking find in the text, in the form of marks. */
export function marksFound(text: string, others: Readonly<Record<string, string>> = {}): Mark[] {
  const { diagnostics } = checkInput(inputOf('main.route', [['main.route', text], ...Object.entries(others)]))
  return diagnostics
    .map(({ code, primary: { span } }) =>
      span.file === 'main.route' ? placeOf(text, span.start, span.end, code) : `${span.file} ${code}`,
    )
    .toSorted()
}

function placeOf(text: string, start: number, end: number, code: string): Mark {
  const before = text.slice(0, start)
  return markOf(before.split('\n').length, start - (before.lastIndexOf('\n') + 1), end - start, code)
}
