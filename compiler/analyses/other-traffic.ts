import type { Diagnostic } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { Analysis } from './analysis.ts'
import { type Blocked, blockedRules } from './blocked.ts'
import { nameRule } from './rule-name.ts'

/** Rules of a route table whose every request the other one decides. */
export const otherTraffic: Analysis = {
  name: 'other traffic',
  codes: ['GWC1512'],
  run: (input) =>
    blockedRules(input)
      .filter(({ blockers }) => blockers.length === 0)
      .map(neverAsked),
}

function neverAsked({ table, by: { rule } }: Blocked): Diagnostic {
  const isGeneration = table === 'route'
  const [own, other] = isGeneration ? ['route', 'route embeddings'] : ['route embeddings', 'route']
  const governs = isGeneration ? 'what is to be generated' : 'requests whose `endpoint` is `embeddings`'
  return report('GWC1512', { rule: nameRule(rule), table: own, governs }, rule.at, {
    label: `asks for requests of \`${other}\``,
    notes: [help(`move it to \`${other} { … }\``)],
  })
}
