import { tableNames } from '../../core/tables.ts'
import type { Rule } from '../../schemas/generated/decision-table.ts'
import { folderOf } from '../paths.ts'
import type { PolicyRule } from '../rules.ts'
import type { Policy } from '../typed.ts'

/** Where every rule stands, in the order of `rulesOf`. Paths are relative to the root's folder: no path of the machine. */
export function provenanceOf(policy: Policy, sources: ReadonlyMap<string, string>): Rule[] {
  const lines = new Map([...sources].map(([file, text]) => [file, lineStarts(text)]))
  const folder = folderOf(policy.root)
  return tableNames.flatMap((table) =>
    policy[table].map((rule: PolicyRule): Rule => {
      const { name, span } = rule
      const file = span.file.startsWith(`${folder}/`) ? span.file.slice(folder.length + 1) : span.file
      const line = lineAt(lines.get(span.file) ?? [0], span.start)
      return { name, ...('was' in rule && { was: rule.was }), table, file, line }
    }),
  )
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The line, from 1, of an offset: by bisection, since a policy may have thousands. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(1, low)
}
