import type { TokenType } from 'chevrotain'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import oniguruma from 'vscode-oniguruma'
import textmate, { type IGrammar } from 'vscode-textmate'
import {
  Comparator,
  K,
  Model,
  Name,
  Quantity,
  StatusClass,
  Text,
  reservedWords,
  tokenize,
} from '../../lang/tokens.ts'

const root = join(import.meta.dirname, '../..')
const grammarPath = join(root, 'editors/vscode/syntaxes/route.tmLanguage.json')
let grammar: IGrammar

beforeAll(async () => {
  const wasm = join(dirname(createRequire(import.meta.url).resolve('vscode-oniguruma')), 'onig.wasm')
  await oniguruma.loadWASM(readFileSync(wasm))
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarPath, 'utf8'), grammarPath),
  })
  const loaded = await registry.loadGrammar('source.route')
  if (loaded === null) throw new Error('the grammar did not load')
  grammar = loaded
})

/** The innermost scope of each character, by its offset. */
function scopesOf(text: string): readonly string[] {
  const scopes: string[] = []
  let state = textmate.INITIAL
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state)
    const start = scopes.length
    for (const { startIndex, endIndex, scopes: found } of result.tokens)
      for (let at = startIndex; at < endIndex; at++) scopes[start + at] = found.slice(1).join(' ')
    scopes.length = start + line.length
    scopes.push('')
    state = result.ruleStack
  }
  return scopes
}

const reserved = new Set<unknown>(reservedWords.map((word) => K[word]))

/** What the colour of a token begins with. */
function wanted(type: TokenType): RegExp | undefined {
  if (type === Text) return /^string\./
  if (type === Model) return /^entity\.name\.type\.model/
  if (type === Quantity || type === StatusClass) return /^constant\.numeric/
  if ((type.CATEGORIES ?? []).includes(Comparator)) return /^keyword\.operator/
  if (reserved.has(type)) return /^(?:keyword|constant\.language)/
  return type === Name ? /^(?:variable|entity\.name)/ : undefined
}
const corpus = [
  'test/corpus/acme/acme.route',
  'test/corpus/acme/teams/payments.route',
  'test/corpus/syntax/everything.route',
  'policies/org/main.route',
  'policies/cost/main.route',
  'policies/failover/main.route',
]

describe('the TextMate grammar', () => {
  test.each(corpus)('colours %s as the lexer reads it', (path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const scopes = scopesOf(text)
    const { tokens, comments } = tokenize(text)
    const wrong = tokens.filter(({ tokenType, startOffset, image }) => {
      const scope = wanted(tokenType)
      const colours = scopes.slice(startOffset, startOffset + image.length)
      return scope !== undefined && !colours.every((each) => scope.test(each))
    })
    expect(wrong.map(({ image, startOffset }) => `${image}: ${scopes[startOffset]}`)).toEqual([])
    for (const { startOffset } of comments) expect(scopes[startOffset]).toMatch(/^comment/)
  })

  test('ends a text with its line, so that one quote too many colours no other', () => {
    const scopes = scopesOf('zone "Europe\nroute { }')
    expect(scopes[6]).toMatch(/^string/)
    expect(scopes[13]).toMatch(/^storage\.type\.table/)
  })

  test('knows documentation, escapes and declared names', () => {
    const text = '/// doc\nrule quick when team == "a\\n"'
    const scopes = scopesOf(text)
    expect(scopes[0]).toMatch(/^comment\.line\.documentation/)
    expect(scopes[text.indexOf('quick')]).toMatch(/^entity\.name\.function\.rule/)
    expect(scopes[text.indexOf('\\n')]).toMatch(/constant\.character\.escape/)
  })
})
