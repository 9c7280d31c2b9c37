import { parseObject } from '../json.ts'
import type { Json } from '../json.ts'

/** A call's input for a dialect that takes objects alone. A model may write none: nothing at all, or text that it did not finish. */
export function inputObject(input: string): Json {
  if (input.trim() === '') return {}
  return parseObject(input) ?? { input }
}
