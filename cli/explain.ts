import { type Code, codes } from '../lang/codes/index.ts'
import { suggest } from '../core/did-you-mean.ts'
import { readPage } from './diagnostic-page.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { ToolFailure } from './tool-failure.ts'
import { columns } from './columns.ts'
import type { Options } from './verb.ts'

/** `gwc explain [CODE]`: the page of a code, or the list of all. */
export function run([code]: readonly string[], options: Options): ExitCode {
  const json = options.json === true
  console.log(code === undefined ? listCodes(json) : pageOf(codeOf(code), json))
  return exitCode.ok
}

/** `gwc2104` and `2104` are GWC2104 too. */
const codeOf = (written: string): string => written.toUpperCase().replace(/^(?=\d)/, 'GWC')

const rowOf = (code: Code): { readonly code: Code; readonly severity: string; readonly title: string } => {
  const { severity, title } = codes[code]
  return { code, severity, title }
}

function listCodes(json: boolean): string {
  const rows = (Object.keys(codes) as Code[]).map(rowOf)
  return json
    ? JSON.stringify(rows, null, 2)
    : columns(rows.map(({ code, severity, title }) => [code, severity, title]))
}

function pageOf(code: string, json: boolean): string {
  if (!Object.hasOwn(codes, code)) {
    const near = suggest(code, Object.keys(codes))
    throw new ToolFailure(
      `there is no code ${code}${near === undefined ? ';' : `; did you mean ${near}?`} \`gwc explain\` lists all`,
    )
  }
  const page = readPage(code)
  return json ? JSON.stringify({ ...rowOf(code as Code), page }, null, 2) : page
}
