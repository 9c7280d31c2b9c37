import type { Vector } from './form.ts'

/** A list of finite numbers; `undefined` for whatever else it is. */
export function vectorOf(value: unknown): Vector | undefined {
  return Array.isArray(value) && value.length > 0 && value.every(Number.isFinite)
    ? (value as Vector)
    : undefined
}

/** All of them, or `undefined` where one is missing. */
export function allVectors(found: readonly (Vector | undefined)[]): readonly Vector[] | undefined {
  const vectors = found.filter((each) => each !== undefined)
  return vectors.length === found.length ? vectors : undefined
}

/** As OpenAI packs a vector: 32-bit floats in base64, least byte first. */
export function packed(vector: Vector): string {
  const bytes = Buffer.alloc(vector.length * 4)
  for (const [at, number] of vector.entries()) bytes.writeFloatLE(number, at * 4)
  return bytes.toString('base64')
}
