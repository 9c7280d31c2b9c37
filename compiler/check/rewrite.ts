import type { Fix } from '../../lang/diagnostic.ts'
import type { Span } from '../../lang/span.ts'

/** The fix that puts other words in a place. `machine` only where the meaning is certain. */
export const rewrite = (
  span: Span,
  newText: string,
  applicability: Fix['applicability'] = 'manual',
): Fix => ({
  title: `write \`${newText}\``,
  edits: [{ span, newText }],
  applicability,
})

/** The fix for a near spelling, where there is one. */
export const rewriteNear = (span: Span, near: string | undefined): Fix[] =>
  near === undefined ? [] : [rewrite(span, near)]
