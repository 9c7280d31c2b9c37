import { rest } from '../../canonical/extra.ts'
import type { Tool, ToolChoice } from '../../canonical/form.ts'
import { textOf, textsIn } from '../../canonical/read-json.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { dotted, message, messages } from './proto-json.ts'

/** Reads tools: the client's functions, and by the name of its field each tool that Google runs. */
export function parseTools(tools: unknown): readonly Tool[] {
  return messages(tools).flatMap((tool) => [
    ...messages(tool['functionDeclarations']).map(functionOf),
    ...Object.entries(rest(tool, ['functionDeclarations'])).map(serverTool),
  ])
}

function functionOf(declaration: Json): Tool {
  const { parameters, parametersJsonSchema: schema } = declaration
  return {
    name: textOf(declaration['name']) ?? '',
    namespace: undefined,
    description: textOf(declaration['description']),
    schema: isObject(schema) ? schema : jsonSchemaOf(parameters),
    strict: undefined,
    // `parameters` is carried as JSON Schema, and said to Google as it was.
    extra: rest(declaration, ['name', 'description', 'parametersJsonSchema']),
  }
}

function serverTool([type, config]: readonly [string, unknown]): Tool {
  return {
    name: type,
    namespace: undefined,
    description: undefined,
    schema: {},
    strict: undefined,
    extra: { type, config },
  }
}

/** What `toolConfig` says, and what of it the form has no place for. */
export function parseToolConfig(value: unknown): {
  readonly choice: ToolChoice | undefined
  readonly extra: Json
} {
  const config = message(value)
  const calling = message(config['functionCallingConfig'])
  const choice = choiceOf(calling)
  const left = rest(calling, choice === undefined ? [] : ['mode', 'allowedFunctionNames'])
  const extra = {
    ...rest(config, ['functionCallingConfig']),
    ...dotted('functionCallingConfig', left),
  }
  return { choice, extra: dotted('toolConfig', extra) }
}

/** A choice among several functions, and the mode VALIDATED, have no place elsewhere. */
function choiceOf({ mode, allowedFunctionNames }: Json): ToolChoice | undefined {
  const allowed = textsIn(allowedFunctionNames)
  const [only] = allowed
  if (allowed.length > 1) return undefined
  if (only !== undefined) return mode === 'ANY' ? { name: only } : undefined
  return typeof mode === 'string' ? modes[mode] : undefined
}

const modes: Readonly<Record<string, ToolChoice>> = { AUTO: 'auto', NONE: 'none', ANY: 'required' }
