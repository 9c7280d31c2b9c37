import { writeFileSync } from 'node:fs'
import { format } from '../lang/format.ts'
import type { Diagnostic } from '../lang/diagnostic.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { showFindings } from './findings.ts'
import { lineDiff } from './line-diff.ts'
import { decodeText, policyFiles, readText } from './policy-files.ts'
import type { Options } from './verb.ts'
import { buffer as readAll } from 'node:stream/consumers'

/** `gwc fmt [PATHS]`: formats in place; `-` formats standard input. A file with mistakes stays as it is. */
export async function run(paths: readonly string[], options: Options): Promise<ExitCode> {
  if (paths.length === 1 && paths[0] === '-') return formatStandardInput(options)
  const results = policyFiles(paths).map((file) => formatFile(file, options))
  return results.every(Boolean) ? exitCode.ok : exitCode.errors
}

async function formatStandardInput({ check, diff }: Options): Promise<ExitCode> {
  const file = 'standard input'
  const source = { file: `(${file})`, text: decodeText(file, await readAll(process.stdin)) }
  const { text, diagnostics } = format(source)
  if (diff === true && text !== source.text) console.log(lineDiff(source.file, source.text, text))
  if (check !== true && diff !== true) process.stdout.write(text)
  if (check === true && text !== source.text) return exitCode.errors
  return reportMistakes(source.file, source.text, diagnostics) ? exitCode.errors : exitCode.ok
}

/** Whether the file is well: formatted, or formatted now. */
function formatFile(file: string, options: Options): boolean {
  const before = readText(file)
  const { text, diagnostics } = format({ file, text: before })
  if (reportMistakes(file, before, diagnostics)) return false
  if (text === before) return true
  if (options.diff === true) console.log(lineDiff(file, before, text))
  if (options.check === true) console.log(`${file}: would change`)
  if (options.diff === true || options.check === true) return options.check !== true
  writeFileSync(file, text)
  console.log(`${file}: formatted`)
  return true
}

function reportMistakes(file: string, text: string, diagnostics: readonly Diagnostic[]): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) console.error(showFindings(errors, new Map([[file, text]])))
  return errors.length > 0
}
