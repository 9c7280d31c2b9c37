/** The calls of tools that one message makes, and those that it answers. */
export interface Step {
  readonly calls: readonly string[]
  readonly results: readonly string[]
}

/**
 * What a provider says of calls and results that do not belong together: every call is answered, `next` to it before anything else
 * is said or `anywhere` behind it, and nothing is answered that was not called.
 */
export function pairingFault(steps: readonly Step[], where: 'next' | 'anywhere'): string | undefined {
  let open: readonly string[] = []
  for (const { calls, results } of steps) {
    for (const id of results) if (!open.includes(id)) return `no tool call found for the tool result ${id}`
    open = open.filter((id) => !results.includes(id))
    if (where === 'next' && results.length === 0 && open.length > 0) return unanswered(open)
    const twice = calls.find((id, at) => open.includes(id) || calls.indexOf(id) !== at)
    if (twice !== undefined) return `tool call ids must be unique: ${twice}`
    open = [...open, ...calls]
  }
  return open.length > 0 ? unanswered(open) : undefined
}

function unanswered(ids: readonly string[]): string {
  return `tool calls must be followed by their results; these have none: ${ids.join(', ')}`
}
