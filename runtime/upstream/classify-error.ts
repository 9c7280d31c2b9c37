import { failure } from './failure.ts'
import type { Failure } from './failure.ts'

/**
 * Classifies an error of connection or protocol. `sent` is our own bookkeeping: whether the request had begun to be written,
 * for errors of sockets do not say so. What was not sent is safe to send elsewhere; all else may have been worked on.
 */
export function classifyError(error: Error, sent: boolean): Failure {
  if (!sent) return failure('unavailable', `could not connect (${codeOf(error)})`)
  return failure('5xx', `the connection broke (${codeOf(error)})`, { ambiguous: true })
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
