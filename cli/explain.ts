import { codes } from '../lang/codes/index.ts'
import { suggest } from '../core/did-you-mean.ts'
import { readPage } from './diagnostic-page.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { ToolFailure } from './tool-failure.ts'
import { columns } from './columns.ts'
import type { Options } from './verb.ts'

/** `gwc explain [CODE]`: the page of a code, or the list of all. */
export function run([code]: readonly string[], options: Options): ExitCode {
  console.log(code === undefined ? listCodes(options.json === true) : pageOf(codeOf(code)))
  return exitCode.ok
}

/** `gwc2104` and `2104` are GWC2104 too. */
const codeOf = (written: string): string => written.toUpperCase().replace(/^(?=\d)/, 'GWC')

function listCodes(json: boolean): string {
  const rows = Object.entries(codes).map(([code, { severity, title }]) => ({ code, severity, title }))
  return json
    ? JSON.stringify(rows, null, 2)
    : columns(rows.map(({ code, severity, title }) => [code, severity, title]))
}

function pageOf(code: string): string {
  if (!Object.hasOwn(codes, code)) {
    const near = suggest(code, Object.keys(codes))
    throw new ToolFailure(
      `there is no code ${code}${near === undefined ? ';' : `; did you mean ${near}?`} \`gwc explain\` lists all`,
    )
  }
  return readPage(code)
}
