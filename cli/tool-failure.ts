import { errorText } from '../runtime/error-text.ts'
import { StoreError } from '../runtime/store/store-error.ts'

/** Something gwc needs is not there or not usable. Its message names the thing and the fix; it never carries a stack to the user. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure'
}

/** A store that cannot be used, as what is told of it; anything else as it is. */
export const orToolFailure = (error: unknown): unknown =>
  error instanceof StoreError ? new ToolFailure(error.message, { cause: error }) : error

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
  return words[code] ?? errorText(error)
}
