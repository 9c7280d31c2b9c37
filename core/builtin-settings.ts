import type { CacheAction, LogAction } from '../schemas/generated/decision-table.ts'

/** What a cache does where no row of the policy says: nothing. */
export const builtinCache: CacheAction = { kind: 'cache', mode: 'off', ttlMs: 0, within: 'key' }

/** What is logged where no row of the policy says: who asked, what was decided and what it cost, never a word of the content. */
export const builtinLog: LogAction = { kind: 'log', level: 'metadata', sample: 10_000 }
