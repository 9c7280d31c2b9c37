import { builtinFacts } from '../core/facts.ts'
import { showType } from '../core/show-type.ts'
import type { FactRow } from '../core/types.ts'
import { columns } from './columns.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { loadProject } from './project.ts'
import type { Options } from './verb.ts'

/** `gwc facts [POLICY]`: every fact a condition may ask, with type, source and meaning. */
export function run([path]: readonly string[], options: Options): ExitCode {
  const facts = path === undefined ? builtinFacts : factsOf(path)
  console.log(
    options.json === true
      ? JSON.stringify(facts, null, 2)
      : columns([['FACT', 'TYPE', 'SET BY', 'WHEN ABSENT', 'MEANING'], ...facts.map(toRow)]),
  )
  return exitCode.ok
}

function factsOf(path: string): readonly FactRow[] {
  const { policy } = loadProject(path, {}).compile()
  return policy === undefined ? builtinFacts : [...policy.facts.values()]
}

const toRow = (fact: FactRow): string[] => [
  fact.name,
  showType(fact.type),
  fact.source,
  showAbsence(fact),
  fact.deprecated === undefined ? fact.doc : `deprecated: ${fact.deprecated}. ${fact.doc}`,
]

const showAbsence = (fact: FactRow): string =>
  fact.default === undefined ? (fact.optional ? 'needs `has`' : '') : String(fact.default) || '""'
