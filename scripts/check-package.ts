/**
 * Packs the package, lints it, installs the tarball into an empty folder and uses the binary there as a stranger
 * would: version, check, build, a served request, a property of a policy.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'gwc-package-'))
const gwc = join(folder, 'node_modules/.bin/gwc')

const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

function expectText(what: string, text: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new Error(`${what}: expected ${pattern}, got:\n${text}`)
  console.log(`ok  ${what}`)
}

function packAndInstall(): void {
  run('npm', ['run', 'build'], root)
  const packed = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  ) as Record<string, { filename: string; files: { path: string }[] }>
  const [tarball] = Object.values(packed)
  if (tarball === undefined) throw new Error('npm pack made nothing')
  const sources = tarball.files.filter(({ path }) => path.startsWith('dist/') && /(?<!\.d)\.ts$/.test(path))
  if (sources.length > 0)
    throw new Error(`TypeScript in the package: ${sources.map(({ path }) => path).join(', ')}`)
  console.log(`ok  npm pack: ${tarball.files.length} files, no TypeScript`)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const tools = ['fast-check', 'vitest', 'typescript', '@types/node'].map(
    (name) => `${name}@${versionOf(name)}`,
  )
  run('npm', ['install', '--no-save', '--ignore-scripts', join(folder, tarball.filename), ...tools], folder)
}

/** What this repository is tested with. */
function versionOf(name: string): string {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  return devDependencies[name] ?? 'latest'
}

/** The example property of a policy, in a project where gwc is a dependency like any other. */
function runProperty(): void {
  cpSync(join(folder, 'node_modules/gwc/policies/org'), join(folder, 'org'), { recursive: true })
  const bin = join(folder, 'node_modules/.bin')
  const strict = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', 'node']
  run(join(bin, 'tsc'), [...strict, 'org/policy.property.test.ts'], folder)
  console.log('ok  gwc/testing: types')
  expectText('gwc/testing: a property', run(join(bin, 'vitest'), ['run', 'org'], folder), /4 passed/)
}

async function serveDemo(...more: readonly string[]): Promise<string> {
  const server = spawn(process.execPath, [gwc, 'serve', '--demo', '--listen', '127.0.0.1:0', ...more], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    for await (const line of createInterface({ input: server.stderr })) {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
      if (address === undefined) continue
      const answer = await fetch(`${address}/v1/chat/completions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'auto', messages: [{ role: 'user', content: 'hello' }] }),
      })
      return `${answer.status} ${answer.headers.get('x-gwc-rule')} ${await answer.text()}`
    }
    throw new Error('gwc serve --demo ended without naming its address')
  } finally {
    server.kill()
    if (server.exitCode === null) await once(server, 'exit')
  }
}

/** What an editor would say: a policy with a rule that never runs, which the second thread finds. */
async function askLanguageServer(): Promise<string> {
  const server = spawn(process.execPath, [gwc, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const say = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const rules = ['openai/gpt-4.1', 'openai/gpt-5'].map(
    (model, index) => `rule r${index} when stream use ${model}`,
  )
  const text = `route { ${rules.join(' ')} default use asked }`
  try {
    say({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } })
    say({ method: 'initialized', params: {} })
    const textDocument = { uri: 'untitled:a', languageId: 'route', version: 1, text }
    say({ method: 'textDocument/didOpen', params: { textDocument } })
    let said = ''
    for await (const chunk of server.stdout) {
      said += String(chunk)
      if (said.includes('GWC2104')) return said
    }
    return said
  } finally {
    server.kill()
  }
}

try {
  packAndInstall()
  console.log(run(join(root, 'node_modules/.bin/publint'), [root], root).trim())
  expectText('gwc --version', run(process.execPath, [gwc, '--version'], folder), /^\d+\.\d+\.\d+/)
  run(process.execPath, [gwc, 'init', 'policy'], folder)
  expectText('gwc check', run(process.execPath, [gwc, 'check', 'policy'], folder), /no findings/)
  runProperty()
  expectText('gwc explain', run(process.execPath, [gwc, 'explain', 'GWC2104'], folder), /Avoid/)
  expectText('gwc lsp', await askLanguageServer(), /GWC2104/)
  expectText('gwc serve --demo', await serveDemo(), /^200 \S+#\S+ .*simulated/)
  expectText('gwc serve --demo --workers 2', await serveDemo('--workers', '2'), /^200 \S+#\S+ .*simulated/)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
