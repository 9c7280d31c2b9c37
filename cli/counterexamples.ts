import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic, Witness } from '../lang/diagnostic.ts'
import { allFindings, type Checked, type CheckedPolicy } from '../lang/render/checked.ts'

const folder = '.gwc/cex'
const ours = /^GWC\d{4}-\d+\.json$/

/**
 * Writes a file for each request that makes an assertion false, in place of those of the run before, and gives the
 * command that replays it. Where nothing can be written, there is nothing to replay.
 */
export function writeCounterexamples(checked: Checked): ReadonlyMap<Diagnostic, string> {
  const found = checked.policies.flatMap((policy) =>
    allFindings({ policies: [policy] }).flatMap((diagnostic) => {
      const { witness, code } = diagnostic
      return witness !== undefined && code.startsWith('GWC30') ? [{ policy, diagnostic, witness }] : []
    }),
  )
  try {
    clear()
    return new Map(
      found.map(({ policy, diagnostic, witness }, index) => {
        const earlier = found
          .slice(0, index)
          .filter((each) => each.diagnostic.code === diagnostic.code).length
        return [diagnostic, replayOf(policy, write(`${diagnostic.code}-${earlier + 1}.json`, witness))]
      }),
    )
  } catch {
    return new Map()
  }
}

function clear(): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) if (ours.test(name)) rmSync(join(folder, name))
}

function write(name: string, witness: Witness): string {
  mkdirSync(folder, { recursive: true })
  if (!existsSync('.gwc/.gitignore')) writeFileSync('.gwc/.gitignore', '*\n')
  writeFileSync(join(folder, name), `${JSON.stringify(witness, null, 2)}\n`)
  return `${folder}/${name}`
}

const replayOf = ({ root }: CheckedPolicy, file: string): string =>
  `gwc why ${file}${root === 'main.route' ? '' : ` --policy ${root}`}`
