import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { compileFunction } from 'node:vm'
import { crc32, inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packExtension } from '../../scripts/pack-extension.ts'
import { temporaryFolder } from '../support/gwc.ts'
import { startLanguageClient } from '../support/language-client.ts'

const folder = temporaryFolder()
const extension = join(folder.path, 'extension')
let archive: ReadonlyMap<string, string>

beforeAll(async () => {
  archive = unzip(readFileSync(await packExtension(extension)))
})

afterAll(() => folder[Symbol.dispose]())

/** The files of an archive by the directory at its end, each with its checksum proved. */
function unzip(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [crc, packed, nameLength] = [
      bytes.readUInt32LE(at + 16),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const start = bytes.readUInt32LE(at + 42) + 30 + nameLength
    const content = inflateRawSync(bytes.subarray(start, start + packed))
    expect(crc32(content), name).toBe(crc)
    files.set(name, content.toString('utf8'))
    at += 46 + nameLength
  }
  return files
}

describe('the extension for Visual Studio Code', () => {
  test('is one archive with all that its manifest names', () => {
    const manifest = JSON.parse(archive.get('extension/package.json') ?? '') as {
      readonly main: string
      readonly contributes: {
        readonly languages: readonly { readonly configuration: string }[]
        readonly grammars: readonly { readonly path: string }[]
      }
    }
    const { languages, grammars } = manifest.contributes
    const named = [manifest.main, languages[0]?.configuration, grammars[0]?.path]
    for (const path of named) expect([...archive.keys()]).toContain(`extension/${path?.slice(2)}`)
    expect(archive.get('extension.vsixmanifest')).toContain('Id="gwc-route"')
    expect(archive.get('extension/docs/diagnostics/GWC2104.md')).toMatch(/^# GWC2104/)
  })

  test('says the type of every ending that it has', () => {
    const types = archive.get('[Content_Types].xml') ?? ''
    for (const name of archive.keys())
      if (!name.startsWith('[')) expect(types).toContain(`Extension="${name.slice(name.lastIndexOf('.'))}"`)
  })

  test('is the same bytes each time', async () => {
    using again = temporaryFolder()
    const bytes = readFileSync(await packExtension(join(again.path, 'extension')))
    expect(unzip(bytes)).toEqual(archive)
  })

  test('loads into an editor, and can be started', () => {
    const exports: { activate?: unknown; deactivate?: unknown } = {}
    const require = createRequire(import.meta.url)
    const code = archive.get('extension/dist/extension.cjs') ?? ''
    const load = compileFunction(code, ['require', 'module', 'exports'])
    load.call(
      undefined,
      (id: string): unknown => (id === 'vscode' ? anything() : require(id)),
      { exports },
      exports,
    )
    expect(exports).toMatchObject({ activate: expect.any(Function), deactivate: expect.any(Function) })
  })

  test('has a server in it that needs nothing else, its second thread included', async () => {
    await using client = await startLanguageClient([], { server: join(extension, 'dist/server/main.mjs') })
    const text =
      'route { rule a when stream use openai/gpt-4.1 rule b when stream use openai/gpt-4.1-mini default use asked }'
    await client.open('untitled:Untitled-1', text)
    const found = await client.findings('untitled:Untitled-1', (each) =>
      each.some(({ code }) => code === 'GWC2104'),
    )
    expect(found[0]?.codeDescription?.href).toMatch(/docs\/diagnostics\/GWC2104\.md$/)
  })
})

/** Stands for everything that an editor hands to an extension: classes to extend, functions to call, numbers to compare. */
function anything(): unknown {
  const stub = function stub(): void {}
  return new Proxy(stub, {
    get: (_, name) => (name === 'prototype' ? {} : name === Symbol.toPrimitive ? () => 0 : anything()),
    construct: () => ({}),
    apply: () => anything(),
  })
}
