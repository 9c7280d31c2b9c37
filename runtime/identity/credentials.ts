/** What the headers carry as a key: one, none, or more than one meaning. */
export type Credential =
  | { readonly kind: 'one'; readonly key: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'malformed'; readonly header: string }

/** A token with many claims is this long; the head of a request is not much longer. */
const keyCharsMax = 8_192

/** By length, so that other headers cost one comparison. */
const headers: ReadonlyMap<number, string> = new Map([
  [13, 'authorization'],
  [9, 'x-api-key'],
  [14, 'x-goog-api-key'],
])

/**
 * The key of a request, from its raw headers: Node keeps only the first of two Authorization headers, so a duplicate would go unseen in the parsed ones.
 * The same key in two headers is one key; two different ones are a conflict. `queryKey` is the `key` of a Gemini request's query.
 */
export function credentialOf(rawHeaders: readonly string[], queryKey?: string): Credential {
  let found = queryKey
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    const known = headers.get(name.length)
    if (known === undefined || name.toLowerCase() !== known) continue
    const key = keyIn(known, rawHeaders[at + 1] ?? '')
    if (key === undefined) return { kind: 'malformed', header: known }
    if (found !== undefined && found !== key) return { kind: 'conflict' }
    found = key
  }
  return found === undefined ? { kind: 'none' } : { kind: 'one', key: found }
}

function keyIn(header: string, value: string): string | undefined {
  const key = header === 'authorization' ? /^bearer +(\S+)$/i.exec(value.trim())?.[1] : value.trim()
  return key === undefined || key === '' || key.length > keyCharsMax ? undefined : key
}
