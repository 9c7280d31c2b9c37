import type { IParserErrorMessageProvider, TokenType } from 'chevrotain'

/**
 * What the grammar says where it stops: only the words for what it expected. `syntax-error` makes the sentence, and
 * looks for the repair.
 */
export const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => labelOf(expected),
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: ({ expectedPathsPerAlt, customUserDescription }) =>
    customUserDescription ?? listOf(expectedPathsPerAlt.flat()),
  buildEarlyExitMessage: ({ expectedIterationPaths, customUserDescription }) =>
    customUserDescription ?? listOf(expectedIterationPaths),
}

const labelOf = (type: TokenType): string => type.LABEL ?? type.name

function listOf(paths: readonly (readonly TokenType[])[]): string {
  const labels = [...new Set(paths.flatMap((path) => path.slice(0, 1).map(labelOf)))]
  const last = labels.pop() ?? 'something else'
  return labels.length === 0 ? last : `${labels.join(', ')} or ${last}`
}
