/** Any artifact: the checksum is taken over its JSON, key order included, with `checksum` left out. */
type Artifact = object & { readonly checksum?: string }

const fnvPrime = 0x01000193
const seeds = [0x811c9dc5, 0x050c5d1f] as const

/**
 * Tells a damaged artifact from the one that was built: two lanes of FNV-1a over its JSON text, 16 hexadecimal digits. One changed character always changes
 * it. It is no signature: the version of a policy is the SHA-256 of its bytes.
 */
export function artifactChecksum(artifact: Artifact): string {
  const { checksum: _, ...rest } = artifact
  const text = JSON.stringify(rest)
  return seeds.map((seed) => fnv1a(text, seed)).join('')
}

/** The artifact with its checksum as the last property. */
export function sealArtifact<A extends Artifact>(artifact: A): A & { checksum: string } {
  const { checksum: _, ...rest } = artifact
  return { ...(rest as A), checksum: artifactChecksum(artifact) }
}

function fnv1a(text: string, seed: number): string {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), fnvPrime)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
