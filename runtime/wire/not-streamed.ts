import type { Dialect } from './dialect.ts'

/** What a dialect says of streams and refusals that has neither: embeddings. */
export const notStreamed = {
  promptSlots: [],
  isRefused: () => false,
  judge: () => 'malformed',
  endOf: () => ({ complete: false, usage: undefined }),
  stripUsage: (events) => events,
  assemble: () => undefined,
  render: () => undefined,
  keepAlive: () => undefined,
} as const satisfies Partial<Dialect>
