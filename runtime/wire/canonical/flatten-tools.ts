import type { DialectName } from '../dialect.ts'
import type { Json } from '../json.ts'
import type { CanonicalEvent } from './events.ts'
import { flatNames, withoutRepeats } from './flat-names.ts'
import type { FlatNames } from './flat-names.ts'
import type { CanonicalRequest, Part, Tool, ToolCallPart, Turn } from './form.ts'
import type { Losses } from './losses.ts'

/** A request whose tools are plain functions of the client: no namespaces, no free text, none that its provider runs. Not every dialect has those. */
export function flattenTools(request: CanonicalRequest, losses: Losses): CanonicalRequest {
  for (const { extra } of request.tools)
    if (extra['type'] !== undefined) loseTool(request.from, extra['type'], losses)
  const tools = clientTools(request.tools)
  const flatName = flatNames(tools)
  const { toolChoice } = request
  return {
    ...request,
    tools: tools.map((tool) => asFunction(tool, flatName)),
    toolChoice: typeof toolChoice === 'object' ? named(toolChoice, tools, flatName) : toolChoice,
    turns: request.turns.map((turn) => withPlainCalls(turn, flatName)),
  }
}

/** The tools that run at the client, each once. */
function clientTools(tools: readonly Tool[]): readonly Tool[] {
  return withoutRepeats(tools.filter(({ extra }) => extra['type'] === undefined))
}

/** A tool that its provider runs has a type, but for Gemini, where it is a field of its own. */
function loseTool(from: DialectName, type: unknown, losses: Losses): void {
  if (from === 'gemini-generate') losses.lose(`tools[].${String(type)}`)
  else losses.lose('tools[].type', type)
}

/** A custom tool takes text: as a function it takes one field of it. */
const textInput: Json = {
  type: 'object',
  properties: { input: { type: 'string' } },
  required: ['input'],
  additionalProperties: false,
}

function asFunction(tool: Tool, flatName: FlatNames): Tool {
  const name = flatName(tool)
  const { about: _, ...rest } = tool
  if (tool.schema !== undefined) return { ...rest, name, namespace: undefined }
  const { format, ...extra } = tool.extra
  return {
    ...rest,
    name,
    namespace: undefined,
    schema: textInput,
    description: described(tool, format),
    extra,
  }
}

/** The grammar of a custom tool's text becomes part of what the model reads of it. */
function described({ description }: Tool, format: unknown): string | undefined {
  if (format === undefined) return description
  return `${description ?? ''}\n\nThe field \`input\` takes text of this form: ${JSON.stringify(format)}`.trim()
}

function named(
  { name }: { readonly name: string },
  tools: readonly Tool[],
  flatName: FlatNames,
): { readonly name: string } {
  return { name: flatName(tools.find((tool) => tool.name === name) ?? { name, namespace: undefined }) }
}

function withPlainCalls(turn: Turn, flatName: FlatNames): Turn {
  return { ...turn, parts: turn.parts.map((part) => plainCall(part, flatName)) }
}

function plainCall(part: Part, flatName: FlatNames): Part {
  if (part.kind === 'tool-result') return { ...part, custom: false }
  if (part.kind !== 'tool-call') return part
  const input = part.custom ? JSON.stringify({ input: part.input }) : part.input
  return { ...part, name: flatName(part), namespace: undefined, custom: false, input }
}

// ---------------------------------------------------------------------------------------------- and back

/** Gives each call of a stream the name and kind that the client's own tool has. */
export type RebuildCalls = (event: CanonicalEvent) => readonly CanonicalEvent[]

/** The rebuilding of one stream; a custom tool's text is known when its call is whole. */
export function rebuildCalls(tools: readonly Tool[]): RebuildCalls {
  const ours = clientTools(tools)
  const flatName = flatNames(ours)
  const byFlatName = new Map(ours.map((tool) => [flatName(tool), tool]))
  const inputs = new Map<number, string>()
  return (event) => {
    switch (event.kind) {
      case 'open':
        return [opened(event, byFlatName, inputs)]
      case 'delta': {
        const held = inputs.get(event.index)
        if (held === undefined) return [event]
        inputs.set(event.index, held + event.text)
        return []
      }
      case 'close': {
        const held = inputs.get(event.index)
        return held === undefined
          ? [event]
          : [{ kind: 'delta', index: event.index, text: textIn(held) }, event]
      }
      case 'start':
      case 'seal':
      case 'finish':
      case 'error':
        return [event]
    }
  }
}

type Open = Extract<CanonicalEvent, { kind: 'open' }>

function opened(event: Open, tools: ReadonlyMap<string, Tool>, inputs: Map<number, string>): Open {
  const { part } = event
  const tool = part.kind === 'tool-call' && !part.custom ? tools.get(part.name) : undefined
  if (part.kind !== 'tool-call' || tool === undefined) return event
  const custom = tool.schema === undefined
  if (custom) inputs.set(event.index, '')
  const { name, namespace, search } = tool
  return { ...event, part: { ...part, name, namespace, custom, ...(search === true && { search }) } }
}

/** The text within the one field of a flattened call; what the model wrote otherwise is given as it is. */
function textIn(input: string): ToolCallPart['input'] {
  try {
    const value = JSON.parse(input) as { readonly input?: unknown } | null
    return typeof value?.input === 'string' ? value.input : input
  } catch {
    return input
  }
}
