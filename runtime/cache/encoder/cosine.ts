/** The cosine of two vectors, 0..1, by their own lengths, which rounding has changed. */
export function cosine(a: Int8Array, b: Int8Array): number {
  let product = 0
  let aSquares = 0
  let bSquares = 0
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!]
    product += x * y
    aSquares += x * x
    bSquares += y * y
  }
  const length = Math.sqrt(aSquares * bSquares)
  return length === 0 ? 0 : Math.min(1, Math.max(0, product / length))
}
