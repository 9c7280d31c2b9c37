import type { Span } from '../../lang/span.ts'

/** Whether two spans begin at one place: a node has one beginning, whatever its end. */
export const isSame = (a: Span, b: Span): boolean => a.file === b.file && a.start === b.start
