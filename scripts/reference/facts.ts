import { builtinFacts } from '../../core/facts.ts'
import { showType } from '../../core/show-type.ts'
import type { FactRow, FactSource } from '../../core/types.ts'
import { code, type Page, page, table } from './markdown.ts'

const sources = {
  identity: 'The caller’s key, which the client cannot set.',
  request: 'The client.',
  content: 'Computed from the prompt.',
  state: 'The gateway.',
  deployment: 'The operator, in gateway.json.',
} as const satisfies Record<FactSource, string>

/** Every built-in fact, by who sets it: that decides who may lie. */
export function factsPage(): Page {
  const parts = Object.entries(sources).flatMap(([source, who]) => {
    const rows = builtinFacts.filter((fact) => fact.source === source)
    return rows.length === 0 ? [] : [`## ${source}\n\n${who}\n\n${table(headings, rows.map(rowOf))}`]
  })
  return page('facts.md', 'Facts', '`core/facts.ts`', [
    'What a condition may ask. `gwc facts POLICY` lists those that a policy declares too: its own (`facts "…"`), and those of its budgets, limits and providers.',
    ...parts,
  ])
}

const headings = ['fact', 'type', 'when absent', 'meaning'] as const

const rowOf = (fact: FactRow): readonly string[] => [
  code(fact.name),
  code(showType(fact.type)),
  absence(fact),
  fact.deprecated === undefined ? fact.doc : `Deprecated: ${fact.deprecated}. ${fact.doc}`,
]

const absence = ({ default: byDefault, optional }: FactRow): string =>
  byDefault === undefined ? (optional ? 'ask `has` first' : '') : code(JSON.stringify(byDefault))
