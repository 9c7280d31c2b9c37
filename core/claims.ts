import type { FactRow } from './types.ts'

/** Built-in facts that a client merely says of itself. */
const said: ReadonlySet<string> = new Set(['client', 'session', 'path_project', 'task'])

/**
 * Whether a fact is a client's claim: another value could be said of the very same request, with the same effect. Facts that
 * are read off the bytes which are sent (`model`, `tools`, `max_output`, `images`, …) are none, for what they say is done.
 */
export function isClaim({ name, origin, trusted }: FactRow): boolean {
  switch (origin.kind) {
    case 'builtin':
      return said.has(name)
    case 'header':
    case 'metadata':
      return trusted !== true
    case 'key':
    case 'meter':
    case 'provider':
      return false
  }
}
