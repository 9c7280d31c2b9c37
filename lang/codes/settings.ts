import { row } from './row.ts'

/** GWC15xx: stages that divide or copy traffic, what a request is shaped to and logged as, embeddings. */
export const settings = {
  GWC1501: row<{ readonly total: string }>({
    severity: 'error',
    title: 'split that is not 100%',
    message: ({ total }) => `the arms of this split come to ${total}, not 100%`,
  }),
  GWC1502: row<{ readonly model: string }>({
    severity: 'error',
    title: 'arm twice in a split',
    message: ({ model }) => `\`${model}\` stands in two arms of this split`,
  }),
  GWC1503: row<{ readonly what: string; readonly effect: string }>({
    severity: 'error',
    title: 'share of 0%',
    message: ({ what, effect }) => `${what} of 0% ${effect}`,
  }),
  GWC1504: row<{ readonly fact: string; readonly type: string }>({
    severity: 'error',
    title: 'split by a fact that names nobody',
    message: ({ fact, type }) => `requests cannot be divided by \`${fact}\`, ${type}`,
  }),
  GWC1505: row<Record<string, never>>({
    severity: 'error',
    title: 'shadow of a deny',
    message: () => 'a `deny` sends nothing that could be copied',
  }),
  GWC1506: row<{ readonly model: string }>({
    severity: 'warning',
    title: 'shadow of itself',
    message: ({ model }) => `this sends a second copy to \`${model}\`, which answers already`,
  }),
  GWC1507: row<Record<string, never>>({
    severity: 'warning',
    title: 'affinity without a pick',
    message: () => '`affinity session` holds nothing: no rule of `route` picks among models',
  }),
  GWC1508: row<{ readonly set: string }>({
    severity: 'error',
    title: 'best of models without a score',
    message: ({ set }) => `the catalogue has no quality for any model of \`${set}\`, so none is best`,
  }),
  GWC1509: row<{ readonly model: string; readonly makes: 'text' | 'vectors' }>({
    severity: 'error',
    title: 'model for other traffic',
    message: ({ model, makes }) =>
      makes === 'vectors'
        ? `\`${model}\` makes vectors: it cannot answer what \`route\` decides`
        : `\`${model}\` makes text: it cannot answer what \`route embeddings\` decides`,
  }),
  GWC1510: row<{ readonly first: string; readonly second: string }>({
    severity: 'error',
    title: 'shape that contradicts itself',
    message: ({ first, second }) => `some requests are told both \`${first}\` and \`${second}\``,
  }),
  GWC1511: row<{ readonly first: string; readonly second: string }>({
    severity: 'error',
    title: 'embeddings of two models',
    message: ({ first, second }) =>
      `vectors of ${second} do not compare with those of ${first}, and this rule may give either`,
  }),
  GWC1512: row<{ readonly rule: string; readonly table: string; readonly governs: string }>({
    severity: 'error',
    title: 'rule for other traffic',
    message: ({ rule, table, governs }) => `${rule} can never run: \`${table}\` governs ${governs}`,
  }),
  GWC1513: row<{ readonly test: string; readonly fact: string }>({
    severity: 'error',
    title: 'test that needs the fact of a split',
    message: ({ test, fact }) =>
      `test ${JSON.stringify(test)} cannot say which arm is taken: it does not give \`${fact}\``,
  }),
  GWC1514: row<{ readonly model: string }>({
    severity: 'warning',
    title: 'split with one arm',
    message: ({ model }) => `this split has one arm: \`${model}\` gets every request`,
  }),
  GWC1515: row<Record<string, never>>({
    severity: 'warning',
    title: 'deny without words',
    message: () => 'whoever is denied here is not told why',
  }),
} as const
