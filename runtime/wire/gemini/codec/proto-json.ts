import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'

/**
 * A message as Google writes it. Its JSON takes the names of the proto fields, too (`system_instruction`), and Google's own
 * examples use them (https://protobuf.dev/programming-guides/json/).
 */
export function message(value: unknown): Json {
  if (!isObject(value)) return {}
  const isCamel = Object.keys(value).every((name) => !name.includes('_'))
  return isCamel
    ? value
    : Object.fromEntries(Object.entries(value).map(([name, each]) => [camel(name), each]))
}

function camel(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** The messages of a repeated field, which may be one alone. */
export function messages(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.filter(isObject).map(message)
  return isObject(value) ? [message(value)] : []
}

/** The fields of a message within another, by their path: so they are told when they are lost. */
export function dotted(path: string, fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${path}.${name}`, value]))
}

/** Those fields of a record again that stand under a path. */
export function undotted(path: string, record: Json): Json {
  const own = Object.entries(record).filter(([name]) => name.startsWith(`${path}.`))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(path.length + 1), value]))
}

/** The fields of a record that stand under no path. */
export function plain(record: Json): Json {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !name.includes('.')))
}
