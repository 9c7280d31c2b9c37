/** Features beyond the first form of the table that this runtime obeys; a table that requires another is refused by its name. */
export const features: ReadonlySet<string> = new Set([
  'split',
  'best',
  'affinity',
  'shadow',
  'provider-state',
  'embeddings',
  'log',
  'max-output',
  'prompt-cache',
  'abort-drain',
  'budgets',
  'limits',
  'semantic-cache',
  'cache-judge',
])
