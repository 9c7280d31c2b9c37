/** A part of a JSON Schema. */
export type Shape = Readonly<Record<string, unknown>>

export const text: Shape = { type: 'string' }
export const filled: Shape = { type: 'string', minLength: 1 }
export const flag: Shape = { type: 'boolean' }
export const count: Shape = { type: 'integer', minimum: 0 }
export const decimal: Shape = { type: 'number' }
export const anyObject: Shape = { type: 'object' }
export const anything: Shape = {}

/** An object that has these fields and no other; those whose name ends in `!` it must have. `null` is a value like any other. */
export function closed(fields: Readonly<Record<string, Shape>>): Shape {
  const names = Object.keys(fields)
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name.replace('!', ''), fields[name]])),
    required: names.filter((name) => name.endsWith('!')).map((name) => name.replace('!', '')),
    additionalProperties: false,
  }
}

/** An object of one of these kinds, which its field `tag` names. */
export function kinds(tag: string, each: Readonly<Record<string, Readonly<Record<string, Shape>>>>): Shape {
  return {
    type: 'object',
    required: [tag],
    discriminator: { propertyName: tag },
    oneOf: Object.entries(each).map(([name, fields]) => closed({ [`${tag}!`]: { const: name }, ...fields })),
  }
}

export const list = (items: Shape, minItems = 0): Shape => ({ type: 'array', items, minItems })
export const oneOf = (...values: readonly (string | null)[]): Shape => ({ enum: values })
export const orNull = (shape: Shape): Shape => ({ anyOf: [shape, { type: 'null' }] })
export const either = (...shapes: readonly Shape[]): Shape => ({ anyOf: shapes })
export const named = (pattern: string): Shape => ({ type: 'string', pattern })
export const atMost = (maxLength: number): Shape => ({ type: 'string', minLength: 1, maxLength })

/** The one shape where a value fits the condition, the other where it does not. */
export function when(condition: Shape, fits: Shape, otherwise: Shape = {}): Shape {
  return either(both(condition, fits), both({ not: condition }, otherwise))
}

const both = (...shapes: readonly Shape[]): Shape => ({ allOf: shapes })
