import type { KeepExtra } from '../../canonical/extra.ts'
import { fieldName } from '../../canonical/field-names.ts'
import type { CanonicalRequest, Tool } from '../../canonical/form.ts'
import type { Losses } from '../../canonical/losses.ts'
import type { DialectName } from '../../dialect.ts'
import type { Json } from '../../json.ts'
import { printSchema } from './print-schema.ts'

/** Prints tools: functions that follow each other are declared together. */
export function printTools({ tools, from }: CanonicalRequest, keep: KeepExtra, losses: Losses): Json {
  if (tools.length === 0) return {}
  const printed: Json[] = []
  let group: Json[] | undefined
  for (const tool of tools) {
    const kept = keep(tool.extra, 'tool')
    if (typeof kept['type'] === 'string') {
      group = undefined
      printed.push({ [kept['type']]: kept['config'] ?? {} })
    } else if (group === undefined) {
      group = [declarationOf(tool, from, kept, losses)]
      printed.push({ functionDeclarations: group })
    } else group.push(declarationOf(tool, from, kept, losses))
  }
  return { tools: printed }
}

function declarationOf(tool: Tool, from: DialectName, kept: Json, losses: Losses): Json {
  const { name, description } = tool
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(kept['parameters'] === undefined ? { parametersJsonSchema: schemaOf(tool, from, losses) } : {}),
    ...kept,
  }
}

/** The schema of an object; Google's own goes as it came. */
function schemaOf({ schema = {} }: Tool, from: DialectName, losses: Losses): Json | undefined {
  if (from === 'gemini-generate') return Object.keys(schema).length === 0 ? undefined : schema
  const name = fieldName(from, 'toolSchema')
  return { type: 'object', ...printSchema(schema, (keyword) => losses.lose(`${name}.${keyword}`)) }
}
