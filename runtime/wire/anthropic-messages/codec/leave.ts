import type { CanonicalRequest, Part, Turn } from '../../canonical/form.ts'
import { isObject, parseObject } from '../../json.ts'

/** Stands first in the system prompt of Claude Code and changes with each prompt: elsewhere it would break every prefix cache. */
const BILLING = 'x-anthropic-billing-header:'

/** What concerns Anthropic alone leaves the request; what it says about its session becomes the key of the prompt cache. */
export function leaveAnthropic(request: CanonicalRequest): CanonicalRequest {
  return {
    ...request,
    turns: request.turns.map(withoutBilling).map(withToolNames),
    tools: request.tools.filter(({ extra }) => !String(extra['type']).startsWith('tool_search_tool_')),
    cacheKey: sessionOf(request.extra['metadata']),
  }
}

function withoutBilling(turn: Turn): Turn {
  if (turn.role !== 'system') return turn
  const parts = turn.parts.filter((part) => part.kind !== 'text' || !part.text.startsWith(BILLING))
  return { ...turn, parts }
}

/** A found tool is named to the model: all tools are there already. */
function withToolNames(turn: Turn): Turn {
  return { ...turn, parts: turn.parts.map((part) => (part.kind === 'tool-result' ? named(part) : part)) }
}

function named(result: Extract<Part, { kind: 'tool-result' }>): Part {
  return { ...result, parts: result.parts.map(referenceAsText) }
}

function referenceAsText(part: Part): Part {
  if (part.kind !== 'opaque' || part.value['type'] !== 'tool_reference') return part
  return { kind: 'text', text: `The tool ${String(part.value['tool_name'])} is available.`, extra: {} }
}

/** Claude Code writes JSON into `metadata.user_id`: only its session is used, never the person or the device. */
function sessionOf(metadata: unknown): string | undefined {
  const userId = isObject(metadata) ? metadata['user_id'] : undefined
  const session = typeof userId === 'string' ? parseObject(userId)?.['session_id'] : undefined
  return typeof session === 'string' ? session : undefined
}
