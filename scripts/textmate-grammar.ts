import { contextualWords, reservedWords } from '../lang/tokens.ts'

/** Where the grammar for editors without a language server is kept, from the root of the repository. */
export const textmatePath = 'editors/vscode/syntaxes/route.tmLanguage.json'

const operators = new Set<string>(['and', 'or', 'not', 'in', 'like', 'contains', 'has', 'where'])
const constants = new Set<string>(['true', 'false'])
const tables = new Set<string>(['guard', 'route', 'cache', 'attempt', 'shape', 'log'])

const oneOf = (words: Iterable<string>): string =>
  `(?<![A-Za-z0-9_.$-])(?:${[...words].join('|')})(?![A-Za-z0-9_.]|-[A-Za-z])`

const all: readonly string[] = [...new Set<string>([...reservedWords, ...contextualWords])]
const plain = all.filter((word) => !operators.has(word) && !constants.has(word) && !tables.has(word))

const named = (word: string, scope: string): object => ({
  match: `(?<![A-Za-z0-9_.])(${word})\\s+([A-Za-z_][A-Za-z0-9_]*)(?=\\s)`,
  captures: { 1: { name: 'keyword.declaration.route' }, 2: { name: scope } },
})

/**
 * The colours that need no server: made of the words of the language, so that none is missing. A word that is a
 * keyword only in its place is one everywhere here; the server's colours, by meaning, stand over these.
 */
export function textmateGrammar(): string {
  const grammar = {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'route',
    scopeName: 'source.route',
    fileTypes: ['route'],
    patterns: [
      { name: 'comment.line.documentation.route', match: '///(?!/).*$' },
      { name: 'comment.line.double-slash.route', match: '//.*$' },
      {
        name: 'string.quoted.double.route',
        begin: '"',
        end: '"|$',
        patterns: [
          { name: 'constant.character.escape.route', match: '\\\\(?:u\\{[0-9A-Fa-f]{1,6}\\}|["\\\\nrt])' },
          { name: 'invalid.illegal.escape.route', match: '\\\\.' },
        ],
      },
      {
        name: 'entity.name.type.model.route',
        match: '[a-z][a-z0-9_-]{0,63}(?:/[A-Za-z0-9](?:[A-Za-z0-9._:@-]*[A-Za-z0-9])?)+',
      },
      named('rule', 'entity.name.function.rule.route'),
      named('const', 'variable.other.constant.route'),
      named('pred', 'entity.name.function.predicate.route'),
      named('(?:budget|limit)', 'entity.name.type.meter.route'),
      { name: 'constant.numeric.route', match: '\\$?(?:\\d|\\.\\d)(?:[A-Za-z0-9_%]|[.:](?=\\d))*' },
      { name: 'constant.language.route', match: oneOf(constants) },
      { name: 'keyword.operator.word.route', match: oneOf(operators) },
      { name: 'storage.type.table.route', match: `${oneOf(tables)}(?=\\s*(?:embeddings\\s*)?\\{)` },
      { name: 'keyword.control.route', match: oneOf([...plain, ...tables]) },
      { name: 'variable.other.route', match: '[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*' },
      { name: 'keyword.operator.route', match: '=>|==|!=|<=|>=|<|>|=|\\+|-' },
      { name: 'punctuation.route', match: '\\|\\||[{}(),|]' },
    ],
  }
  return `${JSON.stringify(grammar, null, 2)}\n`
}
