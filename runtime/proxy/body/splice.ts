/** Bytes `[start, end)` are replaced with `text`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The bytes with the edits made and every other byte as it was. Edits are ascending and do not overlap; their texts are
 * ASCII. The result is new memory: the original serves later attempts, and nothing that is still being written to a socket
 * is ever changed (one copy of 30 kB costs 3 µs; recycling a buffer under a slow socket could send one tenant's prompt to
 * another's provider).
 */
export function splice(bytes: Buffer, edits: readonly Edit[]): Buffer {
  let size = bytes.length
  for (const edit of edits) size += edit.text.length - (edit.end - edit.start)
  const out = Buffer.allocUnsafe(size)
  let from = 0
  let to = 0
  for (const edit of edits) {
    to += bytes.copy(out, to, from, edit.start)
    to += out.write(edit.text, to, 'latin1')
    from = edit.end
  }
  bytes.copy(out, to, from)
  return out
}
