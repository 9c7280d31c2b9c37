import type { Tool } from './form.ts'
import { mapId } from './ids.ts'

/** What every dialect takes as the name of a function: Gemini wants no digit first. */
const nameRule = { lengthMax: 64, pattern: /^[a-zA-Z_][a-zA-Z0-9_-]*$/, prefix: 'tool_' }

/** A tool as it is named, in its group or in none. */
export type Named = Pick<Tool, 'name' | 'namespace'>

/** The name that a tool has where there are no namespaces: each its own, and always the same for the same tools. */
export type FlatNames = (tool: Named) => string

/** The names of a request's tools: a tool without namespace keeps its name, any other stands aside. */
export function flatNames(tools: readonly Named[]): FlatNames {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const free = (tool: Named): string => {
    const plain = mapId(joined(tool), nameRule)
    return taken.has(plain) ? mapId(keyOf(tool), nameRule) : plain
  }
  const inOrder = [...tools.filter(isPlain), ...tools.filter((tool) => !isPlain(tool))]
  for (const tool of inOrder) {
    const key = keyOf(tool)
    if (names.has(key)) continue
    names.set(key, free(tool))
    taken.add(names.get(key)!)
  }
  return (tool) => names.get(keyOf(tool)) ?? free(tool)
}

/** Each tool once, as it was declared last, where it stood first. */
export function withoutRepeats<T extends Named>(tools: readonly T[]): readonly T[] {
  return [...new Map(tools.map((tool) => [keyOf(tool), tool])).values()]
}

const joined = ({ name, namespace }: Named): string =>
  namespace === undefined ? name : `${namespace}__${name}`

/** No name by itself: it holds quotes, which no rule takes. */
const keyOf = ({ name, namespace }: Named): string => JSON.stringify([namespace ?? null, name])

const isPlain = (tool: Named): boolean =>
  tool.namespace === undefined && tool.name.length <= nameRule.lengthMax && nameRule.pattern.test(tool.name)
