import type { CanonicalRequest, Part, Tool, Turn } from '../../canonical/form.ts'
import { objectsOf, textOf } from '../../canonical/read-json.ts'
import { readCallId } from '../../canonical/sealed-id.ts'
import type { Json } from '../../json.ts'
import { parseTools } from './parse-tools.ts'

/**
 * The search for tools that the client runs itself becomes a function like any other, and what it has found stands among the
 * tools (https://developers.openai.com/api/docs/guides/tools-tool-search): other models are told of tools in one way only.
 */
export function leaveResponses(request: CanonicalRequest): CanonicalRequest {
  const { turns } = request
  const found = turns.flatMap(({ parts }) => parts.flatMap(foundTools))
  const tools = [...request.tools.map(asFunction), ...found]
  if (!turns.some(({ parts }) => parts.some(isSearch))) return { ...request, tools }
  return { ...request, tools, turns: turns.map(withPlainSearch).reduce(joined, []) }
}

/** The name that OpenAI's models know it by. */
const SEARCH = 'tool_search'

function asFunction(tool: Tool): Tool {
  const { type, execution, ...extra } = tool.extra
  return type === SEARCH && execution === 'client' ? { ...tool, search: true, extra } : tool
}

function foundTools(part: Part): readonly Tool[] {
  return part.kind === 'opaque' && part.value['type'] === 'tool_search_output'
    ? parseTools(objectsOf(part.value['tools']))
    : []
}

function isSearch(part: Part): boolean {
  return part.kind === 'opaque' && String(part.value['type']).startsWith(`${SEARCH}_`)
}

function withPlainSearch(turn: Turn): Turn {
  return { ...turn, parts: turn.parts.map(plainSearch) }
}

/** A search that OpenAI ran has no call id: there is nothing to say of it elsewhere. */
function plainSearch(part: Part): Part {
  const id = part.kind === 'opaque' ? textOf(part.value['call_id']) : undefined
  if (part.kind !== 'opaque' || id === undefined) return part
  const { type } = part.value
  if (type === 'tool_search_call') return callOf(id, part.value)
  return type === 'tool_search_output' ? resultOf(id, part.value) : part
}

function callOf(id: string, { arguments: input = {} }: Json): Part {
  return {
    kind: 'tool-call',
    ...readCallId(id),
    name: SEARCH,
    namespace: undefined,
    input: typeof input === 'string' ? input : JSON.stringify(input),
    custom: false,
    extra: {},
  }
}

function resultOf(id: string, { tools }: Json): Part {
  const names = parseTools(objectsOf(tools)).map(({ name, namespace }) =>
    namespace === undefined ? name : `${namespace}: ${name}`,
  )
  const text = names.length === 0 ? 'No tools were found.' : `Now available: ${names.join(', ')}.`
  const parts: readonly Part[] = [{ kind: 'text', text, extra: {} }]
  return { kind: 'tool-result', id: readCallId(id).id, parts, isError: false, custom: false, extra: {} }
}

/** What the model did in one go is one turn: its search was an item of the user's side until now. */
function joined(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  const calls = turn.parts.every(({ kind }) => kind === 'tool-call')
  const role = calls && turn.parts.length > 0 ? 'assistant' : turn.role
  const last = turns.at(-1)
  const joins =
    last !== undefined && last.role === role && (role === 'assistant' || (isAnswer(last) && isAnswer(turn)))
  if (!joins) return [...turns, { ...turn, role }]
  return [...turns.slice(0, -1), { ...last, parts: [...last.parts, ...turn.parts] }]
}

const isAnswer = ({ parts }: Turn): boolean => parts.every(({ kind }) => kind === 'tool-result')
