import { textChecksum } from './text-checksum.ts'

/** Any artifact: the checksum is taken over its JSON, key order included, with `checksum` left out. */
type Artifact = object & { readonly checksum?: string }

/**
 * Tells a damaged artifact from the one that was built: two lanes of FNV-1a over its JSON text, 16 hexadecimal digits. One changed character always changes
 * it. It is no signature: the version of a policy is the SHA-256 of its bytes.
 */
export function artifactChecksum(artifact: Artifact): string {
  const { checksum: _, ...rest } = artifact
  return textChecksum(JSON.stringify(rest))
}

/** The artifact with its checksum as the last property. */
export function sealArtifact<A extends Artifact>(artifact: A): A & { checksum: string } {
  const { checksum: _, ...rest } = artifact
  return { ...(rest as A), checksum: artifactChecksum(artifact) }
}
