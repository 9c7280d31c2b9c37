/** Something gwc needs is not there or not usable. Its message names the thing and the fix; it never carries a stack to the user. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure'
}

/** The reason inside a system error, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or folder',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of the path is not a folder',
    EADDRINUSE: 'the address is in use',
    EROFS: 'the disk is read-only',
    ELOOP: 'its links lead in a circle',
    ENOSPC: 'the disk is full',
  }
  return words[code] ?? (error instanceof Error ? error.message : String(error))
}
