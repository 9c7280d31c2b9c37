import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { rolldown } from 'rolldown'
import { zip, type ZipEntry } from './zip.ts'

const root = join(import.meta.dirname, '..')
const source = join(root, 'editors/vscode')

interface Manifest {
  readonly name: string
  readonly displayName: string
  readonly description: string
  readonly version: string
  readonly publisher: string
  readonly engines: { readonly vscode: string }
  readonly categories: readonly string[]
  readonly keywords: readonly string[]
}

/** What is taken as it is. */
const copied = ['package.json', 'README.md', 'language-configuration.json', 'syntaxes'] as const

/** Bundles the extension and the server that comes with it into `folder`; returns the `.vsix` that was written beside it. */
export async function packExtension(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const path of copied) cpSync(join(source, path), join(folder, path), { recursive: true })
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE.txt'))
  cpSync(join(root, 'docs/diagnostics'), join(folder, 'docs/diagnostics'), { recursive: true })
  await bundleClient(folder)
  await bundleServer(folder)
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Manifest
  const file = `${folder}/../${manifest.name}-${manifest.version}.vsix`
  writeFileSync(file, zip(entriesOf(folder, manifest)))
  return file
}

/** The editor loads one file, and hands it `vscode`. */
async function bundleClient(folder: string): Promise<void> {
  const bundle = await rolldown({
    input: join(source, 'src/extension.ts'),
    external: ['vscode'],
    platform: 'node',
  })
  await bundle.write({ file: join(folder, 'dist/extension.cjs'), format: 'cjs', minify: true })
  await bundle.close()
}

/** Two threads: the server, and what proves. */
async function bundleServer(folder: string): Promise<void> {
  const bundle = await rolldown({
    input: { main: join(source, 'src/server.ts'), 'prove-worker': join(root, 'cli/lsp/prove-worker.ts') },
    platform: 'node',
  })
  const names = { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' }
  await bundle.write({ dir: join(folder, 'dist/server'), format: 'esm', minify: true, ...names })
  await bundle.close()
}

function entriesOf(folder: string, manifest: Manifest): readonly ZipEntry[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  return [
    { path: 'extension.vsixmanifest', bytes: Buffer.from(vsixManifest(manifest)) },
    { path: '[Content_Types].xml', bytes: Buffer.from(contentTypes(files)) },
    ...files.map((file) => ({
      path: `extension/${relative(folder, file).replaceAll('\\', '/')}`,
      bytes: readFileSync(file),
    })),
  ]
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function vsixManifest({ name, displayName, description, version, publisher, ...rest }: Manifest): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/>
    <DisplayName>${escapeXml(displayName)}</DisplayName>
    <Description xml:space="preserve">${escapeXml(description)}</Description>
    <Tags>${escapeXml(rest.keywords.join(','))},__ext_route</Tags>
    <Categories>${escapeXml(rest.categories.join(','))}</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${escapeXml(rest.engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`
}

const typesByEnding: Readonly<Record<string, string>> = {
  vsixmanifest: 'text/xml',
  json: 'application/json',
  md: 'text/markdown',
  txt: 'text/plain',
  cjs: 'application/javascript',
  mjs: 'application/javascript',
}

/** Every ending that is in the package has a type; one without would not install. */
function contentTypes(files: readonly string[]): string {
  const endings = new Set(['vsixmanifest', ...files.map((file) => file.slice(file.lastIndexOf('.') + 1))])
  const rows = [...endings].map(
    (ending) =>
      `  <Default Extension=".${ending}" ContentType="${typesByEnding[ending] ?? 'application/octet-stream'}"/>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
${rows.join('\n')}
</Types>
`
}
