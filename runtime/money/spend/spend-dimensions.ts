/** By what spend is told apart, and the SQL of its value over the rows of the ledger. */
export const spendDimensions = {
  org: "coalesce(org, '')",
  team: "coalesce(team, '')",
  project: "coalesce(project, '')",
  developer: "coalesce(developer, '')",
  key: 'key',
  model: 'model',
  provider: 'provider',
  account: "provider || '#' || account",
  rule: 'rule',
  outcome: 'outcome',
  cache: "CASE outcome WHEN 'cached' THEN 'hit' ELSE 'none' END",
  day: 'day',
  month: 'substr(day, 1, 7)',
} as const

export type SpendDimension = keyof typeof spendDimensions

/** Whether a word names a dimension. */
export const isSpendDimension = (word: string): word is SpendDimension => Object.hasOwn(spendDimensions, word)
