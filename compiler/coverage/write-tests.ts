import { format } from '../../lang/format.ts'
import { quote } from '../../lang/string-text.ts'
import type { PolicyRule } from '../rules.ts'
import type { DraftTest } from './draft-test.ts'

/**
 * Draft tests as the text of a policy, as `gwc fmt` lays it out, to be put at the end of the root file: the tests of one
 * rule are one test table, a single one is a test.
 */
export function writeTests(tests: readonly DraftTest[]): string {
  const groups = [...Map.groupBy(tests, ({ about }) => about)]
  const text = groups.map(([rule, group]) => writeGroup(titleOf(rule), group)).join('\n')
  return withoutVersion(format({ file: 'missing.route', text }).text)
}

const withoutVersion = (text: string): string => text.replace(/^gwc 1\n+/, '')

/** A deny is known by its words, a row without a name by its number. */
const titleOf = (rule: PolicyRule): string =>
  'action' in rule && rule.action.kind === 'deny' ? rule.action.message : rule.name

function writeGroup(title: string, group: readonly DraftTest[]): string {
  const [only] = group
  return group.length === 1 && only !== undefined ? writeTest(title, only) : writeTable(title, group)
}

function writeTest(title: string, { written, expect: { use, deny, by, cache } }: DraftTest): string {
  const given = [...written].map(([fact, value]) => `${fact} = ${value}`)
  const outcome = use === undefined ? `deny ${deny ?? ''}` : `use ${use}`
  const parts = [
    ...(use === undefined && deny === undefined ? [] : [outcome]),
    ...(by === undefined ? [] : [`by ${by}`]),
  ].join(' ')
  const expected = [parts, ...(cache === undefined ? [] : [`cache ${cache}`])].join(', ')
  return `test ${quote(title)} {\n${given.length === 0 ? '' : `given ${given.join(', ')}\n`}expect ${expected}\n}\n`
}

// ---------------------------------------------------------------------------------------------- test tables

const outputs = ['use', 'deny', 'by', 'cache'] as const

function writeTable(title: string, group: readonly DraftTest[]): string {
  const facts = [...new Set(group.flatMap(({ written }) => [...written.keys()]))]
  const shared = facts.filter((fact) => isShared(fact, group))
  const inputs = facts.filter((fact) => !shared.includes(fact))
  const expected = outputs.filter((part) => group.some(({ expect }) => expect[part] !== undefined))
  const [first] = group
  const given = shared.map((fact) => `${fact} = ${first?.written.get(fact) ?? ''}`)
  const rows = group.map(
    ({ written, expect }) =>
      `| ${inputs.map((fact) => written.get(fact) ?? '').join(' | ')} || ${expected.map((part) => cell(part, expect)).join(' | ')}`,
  )
  return [
    `test table ${quote(title)} {`,
    ...(given.length === 0 ? [] : [`given ${given.join(', ')}`]),
    `| ${inputs.join(' | ')} || ${expected.join(' | ')}`,
    ...rows,
    '}\n',
  ].join('\n')
}

/** Given in every row, and alike. */
function isShared(fact: string, group: readonly DraftTest[]): boolean {
  const values = new Set(group.map(({ written }) => written.get(fact)))
  return values.size === 1 && !values.has(undefined)
}

function cell(part: (typeof outputs)[number], expect: DraftTest['expect']): string {
  return part === 'deny' && expect.deny === '' ? 'deny' : (expect[part] ?? '')
}
