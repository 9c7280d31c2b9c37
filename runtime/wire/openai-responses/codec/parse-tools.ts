import { rest } from '../../canonical/extra.ts'
import type { Tool } from '../../canonical/form.ts'
import { flagOf, objectsOf, textOf } from '../../canonical/read-json.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'

/** Reads tools; those of a namespace each carry its name. */
export function parseTools(tools: readonly Json[], namespace?: string, about?: string): readonly Tool[] {
  return tools.flatMap((tool) => {
    if (tool['type'] === 'namespace')
      return parseTools(objectsOf(tool['tools']), textOf(tool['name']) ?? '', textOf(tool['description']))
    return [{ ...toolOf(tool, namespace), ...(about === undefined ? {} : { about }) }]
  })
}

/** A tool that OpenAI runs has no name of its own; its type stays with it. */
function toolOf(tool: Json, namespace: string | undefined): Tool {
  const { type } = tool
  const isOurs = type === 'function' || type === 'custom'
  return {
    name: textOf(tool['name']) ?? textOf(type) ?? '',
    namespace,
    description: textOf(tool['description']),
    schema: type === 'custom' ? undefined : isObject(tool['parameters']) ? tool['parameters'] : {},
    strict: flagOf(tool['strict']),
    extra: rest(tool, isOurs ? [...known, 'type'] : known),
  }
}

const known = ['name', 'description', 'parameters', 'strict']
