/**
 * Whether a host's name is one that the Internet cannot have: of one label, as containers and this machine have, or below a
 * domain kept for private use (RFC 6761, 6762, 8375; ICANN 2024 for `internal`).
 */
export function isPrivateName(name: string): boolean {
  const plain = name.toLowerCase().replace(/\.$/, '')
  return !plain.includes('.') || /\.(?:localhost|local|internal|home\.arpa)$/.test(plain)
}
