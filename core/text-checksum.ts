const fnvPrime = 0x01000193
const seeds = [0x811c9dc5, 0x050c5d1f] as const

/** Two lanes of FNV-1a over the text's UTF-16 units, 16 hexadecimal digits. One changed character always changes it; it is no signature. */
export const textChecksum = (text: string): string => seeds.map((seed) => fnv1a(text, seed)).join('')

function fnv1a(text: string, seed: number): string {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), fnvPrime)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
