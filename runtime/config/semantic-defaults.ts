import type { SemanticConfig } from './gateway.ts'

/** What stands where gateway.json says nothing of it. */
export const semanticDefaults: SemanticConfig = {
  entriesMax: 100_000,
  bytesMax: 67_108_864,
  shadow: 0.02,
  budget: undefined,
  embedder: undefined,
}
