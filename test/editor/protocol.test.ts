import { rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  Range,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol'
import { temporaryFolder } from '../support/gwc.ts'
import { cursorIn, type LanguageClient, startLanguageClient } from '../support/language-client.ts'

const policy = `gwc 1
/// The cheap ones.
const small = {openai/gpt-4.1-mini, deepseek/deepseek-v4-flash}
route {
  /// Streams want an answer soon.
  rule quick when stream use fastest of small then openai/gpt-4.1 on {429}
  default use cheapest of small
}
test "streams are quick" {
  given stream = true
  expect by quick
}
`

let client: LanguageClient
const folder = temporaryFolder()

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder.path, file)), { recursive: true })
  writeFileSync(join(folder.path, file), text)
}

beforeAll(async () => {
  client = await startLanguageClient([folder.path])
})

afterAll(async () => {
  await client[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

let files = 0
/** Opens a policy of its own; `¦` is where `ask` asks. */
async function opened(text: string): Promise<{
  readonly file: string
  readonly ask: <T>(method: string, more?: object) => Promise<T>
}> {
  const file = `policy-${++files}/main.route`
  const { text: plain, position } = text.includes('¦') ? cursorIn(text) : { text, position: undefined }
  await client.open(file, plain)
  const about = { textDocument: { uri: client.uri(file) }, ...(position === undefined ? {} : { position }) }
  return {
    file,
    ask: <T>(method: string, more = {}) =>
      client.connection.sendRequest<T>(`textDocument/${method}`, { ...about, ...more }),
  }
}

const wordAt = (text: string, { start, end }: Range): string =>
  text.split('\n')[start.line]?.slice(start.character, end.character) ?? ''

const codes = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map(({ code }) => code)

describe('findings', () => {
  test('come as one types, with the help of the terminal and the places of the related words', async () => {
    const text = policy.replace('when stream', 'when steram')
    const { file } = await opened(text)
    const [finding] = await client.findings(file, (found) => found.length > 0)
    expect(finding).toMatchObject({ code: 'GWC1001', severity: 1, source: 'gwc' })
    expect(finding?.message).toContain('help: did you mean `stream`?')
    expect(wordAt(text, finding?.range as Range)).toBe('steram')
    await client.change(file, policy, 2)
    expect(await client.findings(file, (found) => found.length === 0)).toEqual([])
  })

  test('of the analyses follow, and go again with the mistake', async () => {
    const text = policy.replace(
      '  default',
      '  rule again when stream and tools use openai/gpt-4.1\n  default',
    )
    const { file } = await opened(text)
    const found = await client.findings(file, (each) => codes(each).includes('GWC2104'))
    const finding = found.find(({ code }) => code === 'GWC2104')
    expect(finding?.tags).toEqual([1])
    expect(finding?.relatedInformation?.map(({ location }) => wordAt(text, location.range))).toEqual([
      'stream',
    ])
    expect(finding?.codeDescription?.href).toMatch(/docs\/diagnostics\/GWC2104\.md$/)
    await client.change(file, policy, 2)
    await client.findings(file, (each) => !codes(each).includes('GWC2104'))
  })

  test('of failing tests too', async () => {
    const { file } = await opened(policy.replace('expect by quick', 'expect by default'))
    await client.findings(file, (found) => codes(found).includes('GWC3101'))
  })

  test('count columns in UTF-16 units, as editors do', async () => {
    const text =
      'route {\n  rule x when team == "😀👩‍👩‍👧" and steram use openai/gpt-4.1\n  default use openai/gpt-4.1\n}\n'
    const { file } = await opened(text)
    const [finding] = await client.findings(file, (found) => found.length > 0)
    expect(wordAt(text, finding?.range as Range)).toBe('steram')
  })

  test('follow edits of parts of a line', async () => {
    const { file } = await opened(
      'route {\n  rule x when team == "😀" and steram use openai/gpt-4.1\n  default use openai/gpt-4.1\n}\n',
    )
    await client.findings(file, (found) => codes(found).includes('GWC1001'))
    const start = { line: 1, character: '  rule x when team == "😀" and ste'.length }
    const change = (from: number, to: number, text: string) => ({
      range: {
        start: { line: 1, character: start.character + from },
        end: { line: 1, character: start.character + to },
      },
      text,
    })
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: client.uri(file), version: 2 },
      contentChanges: [change(0, 3, ''), change(-1, 0, 'ream')],
    })
    await client.findings(file, (found, { version }) => version === 2 && found.length === 0)
  })

  test('of a broken file leave the rest of it checked', async () => {
    const { file } = await opened(
      'route {\n  rule a when when use\n  rule b when steram use openai/gpt-4.1\n  default use\n',
    )
    const found = await client.findings(file, (each) => codes(each).includes('GWC1001'))
    expect(found.length).toBeGreaterThan(1)
  })

  test('stay away from what is no policy at all', async () => {
    await client.open('untitled:Untitled-1', 'route { default use openai/gpt-4.1 }')
    expect(await client.findings('untitled:Untitled-1')).toEqual([])
    const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: client.uri('never-opened.txt') },
      position: { line: 3, character: 7 },
    })
    expect(hover).toBeNull()
  })

  test('name what is wrong with gateway.json', async () => {
    write('bad-gateway/gateway.json', '{"providers": 3}')
    await client.open('bad-gateway/main.route', policy)
    const [finding] = await client.findings('bad-gateway/gateway.json', (found) => found.length > 0)
    expect(finding?.message).toMatch(/`providers` is to be an object/)
  })
})

describe('a policy of several files', () => {
  const root = 'include "teams/pay.route" as pay for team == "pay"\nroute { default use openai/gpt-4.1 }\n'
  const team = 'route { rule ledger when stream use cheapest of {openai/gpt-4.1} }\n'

  test('a team’s file is checked as part of its policy: the names around it are known', async () => {
    write('org/main.route', `const shared = {openai/gpt-4.1}\n${root}`)
    write('org/teams/pay.route', team)
    await client.open('org/teams/pay.route', team.replace('{openai/gpt-4.1}', 'shared'))
    expect(await client.findings('org/teams/pay.route')).toEqual([])
    await client.change('org/teams/pay.route', team.replace('{openai/gpt-4.1}', 'shred'), 2)
    await client.findings('org/teams/pay.route', (found) => codes(found).includes('GWC1001'))
  })

  test('a text that is not saved stands over the disk, in the files that take it in too', async () => {
    write('unsaved/main.route', root)
    write('unsaved/teams/pay.route', team)
    await client.open('unsaved/main.route', root)
    await client.findings('unsaved/main.route', (found) => found.length === 0)
    await client.open('unsaved/teams/pay.route', team.replace('stream', 'steram'))
    await client.findings('unsaved/teams/pay.route', (found) => codes(found).includes('GWC1001'))
    await client.close('unsaved/teams/pay.route')
    await client.findings('unsaved/teams/pay.route', (found) => found.length === 0)
  })

  test('a file that is deleted is missed where it is named', async () => {
    write('deleted/main.route', root)
    write('deleted/teams/pay.route', team)
    await client.open('deleted/main.route', root)
    await client.findings('deleted/main.route', (found) => found.length === 0)
    rmSync(join(folder.path, 'deleted/teams/pay.route'))
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('deleted/teams/pay.route'), type: 3 }],
    })
    await client.findings('deleted/main.route', (found) => codes(found).includes('GWC1101'))
    write('deleted/teams/pay.route', team)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('deleted/teams/pay.route'), type: 1 }],
    })
    await client.findings('deleted/main.route', (found) => found.length === 0)
  })

  test('a file that two policies take in has the findings of both', async () => {
    const names = 'pred long = input_tokens > 100k\npred odd = tier == "a"\n'
    const main = 'import "names.route"\nroute { rule a when long use openai/gpt-4.1 default use asked }\n'
    write('two/names.route', names)
    write('two/one.route', main)
    write('two/other.route', `facts "facts.json"\n${main}`)
    write(
      'two/facts.json',
      '{"type": "object", "properties": {"tier": {"type": "string", "x-gwc": {"from": "header:x-tier", "default": ""}}}}',
    )
    await client.open('two/names.route', names)
    const found = await client.findings('two/names.route', (each) => codes(each).includes('GWC1001'))
    expect(found.filter(({ code }) => code === 'GWC1001')).toHaveLength(1)
  })

  test('a folder that joins the editor is looked into', async () => {
    using joined = temporaryFolder()
    mkdirSync(join(joined.path, 'teams'))
    writeFileSync(join(joined.path, 'main.route'), `const shared = {openai/gpt-4.1}\n${root}`)
    writeFileSync(join(joined.path, 'teams/pay.route'), team)
    const uri = `file://${joined.path}`
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri, name: 'joined' }], removed: [] },
    })
    await client.open(`${uri}/teams/pay.route`, team.replace('{openai/gpt-4.1}', 'shared'))
    expect(await client.findings(`${uri}/teams/pay.route`)).toEqual([])
  })
})

describe('what the editor asks', () => {
  const hoverOf = async (text: string): Promise<string> => {
    const { ask } = await opened(text)
    const hover = await ask<Hover | null>('hover')
    return hover === null ? '' : (hover.contents as { value: string }).value
  }

  test('hover: a fact’s type, who sets it, and its meaning', async () => {
    const shown = await hoverOf(policy.replace('when stream', 'when str¦eam'))
    expect(shown).toContain('stream: a flag')
    expect(shown).toContain('Set by the client.')
    expect(shown).toContain('Whether the answer is wanted as server-sent events.')
  })

  test('hover: a model’s prices and where they are from', async () => {
    const shown = await hoverOf(policy.replace('{openai/', '{open¦ai/'))
    expect(shown).toContain('Per million tokens: $0.40 input, $1.60 output')
  })

  test('hover: what a constant stands for, with its doc', async () => {
    const shown = await hoverOf(policy.replace('of small\n', 'of sm¦all\n'))
    expect(shown).toContain('The cheap ones.')
    expect(shown).toContain('- `openai/gpt-4.1-mini` $0.40 in · $1.60 out')
  })

  test('hover: what a rule picks, first and after a failure', async () => {
    const shown = await hoverOf(policy.replace('rule quick', 'rule qu¦ick'))
    expect(shown).toContain('Streams want an answer soon.')
    expect(shown).toMatch(/Picks fastest of\n- `openai\/gpt-4\.1-mini`/)
    expect(shown).toMatch(/On 429:[^]*`openai\/gpt-4\.1`/)
  })

  test('completion', async () => {
    const { ask } = await opened(policy.replace('when stream', 'when st¦'))
    const items = await ask<CompletionItem[]>('completion')
    const stream = items.find(({ label }) => label === 'stream')
    expect(stream?.textEdit).toMatchObject({ newText: 'stream' })
    expect(stream?.documentation).toMatchObject({ kind: 'markdown' })
  })

  test('definition and references', async () => {
    const { ask, file } = await opened(policy.replace('cheapest of small', 'cheapest of sm¦all'))
    const place = await ask<Location>('definition')
    expect(place.uri).toBe(client.uri(file))
    expect(wordAt(policy, place.range)).toBe('small')
    expect(place.range.start.line).toBe(2)
    const all = await ask<Location[]>('references', { context: { includeDeclaration: true } })
    expect(all.map(({ range }) => range.start.line)).toEqual([2, 5, 6])
    const uses = await ask<Location[]>('references', { context: { includeDeclaration: false } })
    expect(uses).toHaveLength(2)
    expect(await ask<unknown[]>('documentHighlight')).toHaveLength(3)
  })

  test('definition of a fact of one’s own is in the facts file; of a path, the file', async () => {
    write(
      'facts/facts.json',
      '{"type": "object", "properties": {"tier": {"type": "string", "x-gwc": {"from": "header:x-tier", "default": ""}}}}',
    )
    const { text, position } = cursorIn(
      'facts "facts.json"\nroute { rule x when ti¦er == "a" use openai/gpt-4.1 default use asked }',
    )
    await client.open('facts/main.route', text)
    const about = { textDocument: { uri: client.uri('facts/main.route') } }
    const fact = await client.connection.sendRequest<Location>('textDocument/definition', {
      ...about,
      position,
    })
    expect(fact.uri).toBe(client.uri('facts/facts.json'))
    const path = await client.connection.sendRequest<Location>('textDocument/definition', {
      ...about,
      position: { line: 0, character: 9 },
    })
    expect(path.uri).toBe(client.uri('facts/facts.json'))
  })

  test('rename, and its refusal in words', async () => {
    const { ask, file } = await opened(policy.replace('const small', 'const sm¦all'))
    expect(await ask('prepareRename')).toMatchObject({ placeholder: 'small' })
    const edit = await ask<WorkspaceEdit>('rename', { newName: 'tiny' })
    expect(edit.changes?.[client.uri(file)]).toHaveLength(3)
    await expect(ask('rename', { newName: 'team' })).rejects.toThrow(/already the name of a built-in fact/)
  })

  test('formatting: the least edit; none of a file with mistakes', async () => {
    const { ask } = await opened('gwc 1\n\nroute { default   use openai/gpt-4.1 }\n')
    const edits = await ask<TextEdit[]>('formatting', { options: { tabSize: 2, insertSpaces: true } })
    expect(edits).toHaveLength(1)
    const broken = await opened('route { default use }')
    expect(
      await broken.ask<TextEdit[]>('formatting', { options: { tabSize: 2, insertSpaces: true } }),
    ).toEqual([])
  })

  test('code actions: the fixes of a finding, and all that keep what was meant', async () => {
    const text = policy.replace('when stream', 'when stream == true')
    const { ask, file } = await opened(text)
    const diagnostics = await client.findings(file, (found) => found.length > 0)
    const range = diagnostics[0]?.range as Range
    const actions = await ask<CodeAction[]>('codeAction', { range, context: { diagnostics } })
    expect(actions.map(({ kind }) => kind)).toEqual(['quickfix', 'source.fixAll.gwc'])
    expect(actions[0]).toMatchObject({ isPreferred: true, diagnostics: [{ code: 'GWC1207' }] })
    expect(actions[0]?.edit?.changes?.[client.uri(file)]?.[0]?.newText).toBe('stream')
    const only = await ask<CodeAction[]>('codeAction', {
      range,
      context: { diagnostics, only: ['source.fixAll'] },
    })
    expect(only).toHaveLength(1)
  })

  test('document symbols, workspace symbols and folds', async () => {
    const { ask } = await opened(policy)
    const symbols = await ask<DocumentSymbol[]>('documentSymbol')
    expect(symbols.map(({ name }) => name)).toEqual(['small', 'route', 'streams are quick'])
    expect(symbols[1]?.children?.map(({ name }) => name)).toEqual(['quick', 'default'])
    expect(await ask<unknown[]>('foldingRange')).toContainEqual(
      expect.objectContaining({ startLine: 3, endLine: 6 }),
    )
    const found = await client.connection.sendRequest<{ name: string }[]>('workspace/symbol', {
      query: 'QUI',
    })
    expect(found.map(({ name }) => name)).toContain('quick')
  })

  test('semantic tokens: a word is coloured as what it stands for', async () => {
    const { ask } = await opened(
      'pred stop = stream\nroute { rule use_it when stop use openai/gpt-4.1 default use asked }',
    )
    const { data } = await ask<SemanticTokens>('semanticTokens/full')
    expect(data.length % 5).toBe(0)
    const types = Array.from({ length: data.length / 5 }, (_, each) => data[each * 5 + 3])
    const [keyword, predicate, fact, rule, model] = [0, 6, 7, 9, 13]
    expect(types.slice(0, 4)).toEqual([keyword, predicate, 4, fact])
    expect(types.slice(4)).toEqual([
      keyword,
      keyword,
      rule,
      keyword,
      predicate,
      keyword,
      model,
      keyword,
      keyword,
      keyword,
    ])
  })

  test('code lenses: whether a rule is reachable, its tests, and how each test ends', async () => {
    const text = policy.replace(
      '  default',
      '  rule again when stream and tools use openai/gpt-4.1\n  default',
    )
    const { ask, file } = await opened(text)
    await client.findings(file, (found) => codes(found).includes('GWC2104'))
    const lenses = await ask<CodeLens[]>('codeLens')
    expect(lenses.map(({ range, command }) => [range.start.line, command?.title])).toEqual([
      [5, 'reachable · 1 test'],
      [6, 'never runs · no tests'],
      [7, 'reachable · no tests'],
      [9, 'passes · by quick'],
    ])
  })

  test('inlay hints: what a pick comes to, with its price', async () => {
    const { ask } = await opened(policy)
    const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } }
    const hints = await ask<InlayHint[]>('inlayHint', { range })
    expect(hints.map(({ position, label }) => [position.line, label])).toEqual([
      [5, '= of 2'],
      [6, '= deepseek/deepseek-v4-flash, $0.15 in · $0.60 out, of 2'],
    ])
    expect(hints[1]?.position.character).toBe('  default use cheapest of small'.length)
  })

  test('hover: the worst that a rule can cost, once it is proved', async () => {
    const text = policy.replace('rule quick', 'rule qu¦ick')
    const { ask, file } = await opened(`${text}assert "no" denied when stream\n`)
    await client.findings(file, (found) => codes(found).includes('GWC3001'))
    const { contents } = await ask<{ contents: { value: string } }>('hover')
    expect(contents.value).toMatch(/Decides some requests; 1 test\./)
    expect(contents.value).toMatch(/A request takes at most .+, \d+ attempts and 10m/)
  })

  test('code lenses: what came of each assertion', async () => {
    const asserted =
      'assert "cheap" never use {openai/gpt-4.1} when not stream\nassert "no" denied when stream\n'
    const { ask, file } = await opened(policy + asserted)
    await client.findings(file, (found) => codes(found).includes('GWC3001'))
    const lenses = await ask<CodeLens[]>('codeLens')
    expect(lenses.slice(-2).map(({ command }) => command?.title)).toEqual(['proved', 'false'])
  })

  test('a budget’s number: the budget is found by its name, the number is told', async () => {
    const text =
      'budget month $5 per month\nroute { rule x when mon¦th.used >= 80% use openai/gpt-4.1 default use asked }'
    const { ask } = await opened(text)
    expect((await ask<Location>('definition')).range.start).toEqual({ line: 0, character: 7 })
    expect(await hoverOf(text.replace('mon¦th.used', 'month.us¦ed'))).toContain(
      'Share of `month` that is used.',
    )
  })
})

describe('the server itself', () => {
  test('ends with code 0 when the editor says so', async () => {
    const own = await startLanguageClient([folder.path])
    await own[Symbol.asyncDispose]()
    expect(own.process.exitCode).toBe(0)
  })

  test('ends when the editor is gone', async () => {
    const own = await startLanguageClient([])
    const ended = new Promise((resolve) => own.process.once('exit', resolve))
    own.process.stdin?.end()
    await ended
    own.connection.dispose()
  })

  test('without a folder it finds the policy around the file', async () => {
    write(
      'alone/main.route',
      'const shared = {openai/gpt-4.1}\ninclude "teams/a.route" as a for team == "a"\nroute { default use cheapest of shared }',
    )
    const team = 'route { rule x when stream use cheapest of shared }'
    write('alone/teams/a.route', team)
    await using own = await startLanguageClient([])
    const uri = client.uri('alone/teams/a.route')
    await own.open(uri, team)
    expect(await own.findings(uri)).toEqual([])
  })
})
