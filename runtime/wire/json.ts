/** A JSON object that came from outside. */
export type Json = Readonly<Record<string, unknown>>

/** A JSON object, or `undefined` for whatever else a text is. */
export function parseObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
