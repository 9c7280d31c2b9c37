import { userInfo } from 'node:os'
import { createKey, KeyProblem, revokeKey, rotateKey } from '../runtime/keys/change-keys.ts'
import type { MadeKey } from '../runtime/keys/change-keys.ts'
import { openKeyFile } from '../runtime/keys/key-file.ts'
import type { KeyFile, Who } from '../runtime/keys/key-file.ts'
import { keyPath } from '../runtime/keys/key-path.ts'
import { readDuration, readKeySpec } from '../runtime/keys/read-key-spec.ts'
import { shownKey, type ShownKey } from '../runtime/keys/shown-key.ts'
import { StoreError } from '../runtime/store/store-error.ts'
import { columns } from './columns.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { readStoreConfig, type StoreConfigRead } from './read-store-config.ts'
import { ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc keys create|list|rotate|revoke`: the managed keys of a gateway, in its store; a gateway that runs follows within a second. */
export function run([action = 'list', name]: readonly string[], options: Options): ExitCode {
  const config = readStoreConfig(textOption(options, 'config') ?? 'gateway.json')
  try {
    using opened = disposable(openKeyFile(keyPath(config.storeFile)))
    act(action, name, options, opened.file, config)
    return exitCode.ok
  } catch (error) {
    if (error instanceof KeyProblem || error instanceof StoreError)
      throw new ToolFailure(error.message, { cause: error })
    throw error
  }
}

function act(
  action: string,
  name: string | undefined,
  options: Options,
  file: KeyFile,
  config: StoreConfigRead,
): void {
  const who: Who = { actor: `gwc keys, ${userInfo().username}`, nowMs: Date.now() }
  switch (action) {
    case 'create':
      return tell(createKey(file, specOf(named(name, action), options, who), who, config.staticKeys), options)
    case 'rotate': {
      const overlap = textOption(options, 'overlap')
      const overlapMs = overlap === undefined ? 0 : readDuration(overlap, '--overlap')
      return tell(rotateKey(file, named(name, action), overlapMs, who), options)
    }
    case 'revoke':
      revokeKey(file, named(name, action), who)
      return console.error(`${name} is revoked; a gateway that runs refuses it within a second`)
    default:
      return list(file.list().map(shownKey), options.json === true)
  }
}

function named(name: string | undefined, action: string): string {
  if (name === undefined) throw new KeyProblem(`name the key: \`gwc keys ${action} ci\``)
  return name
}

/** What the options say of a key, as JSON for the admin listener would. */
function specOf(name: string, options: Options, { nowMs }: Who): ReturnType<typeof readKeySpec> {
  const text = (field: string): string | undefined => textOption(options, field)
  const expires = text('expires')
  if (expires !== undefined && /^\d+$/.test(expires))
    throw new ToolFailure(
      '--expires is a time from now such as 90d, or a day or an instant such as 2027-01-31T18:00:00Z',
    )
  const isSpan = expires !== undefined && /^\d+[a-z]$/.test(expires)
  return readKeySpec({
    name,
    org: text('org'),
    team: text('team'),
    project: text('project'),
    developer: text('developer'),
    models: text('models')?.split(','),
    sources: text('sources')?.split(','),
    claims: claimsOf(text('claims')),
    expires: isSpan ? new Date(nowMs + readDuration(expires, '--expires')).toISOString() : expires,
  })
}

function claimsOf(text: string | undefined): Readonly<Record<string, string>> | undefined {
  if (text === undefined) return undefined
  const pairs = text.split(',').map((pair) => pair.split('=') as [string, string])
  if (pairs.some((pair) => pair.length !== 2))
    throw new KeyProblem('--claims is such as allowance=50,tier=gold')
  return Object.fromEntries(pairs)
}

/** The secret goes to standard output alone, so that a pipe takes nothing else. */
function tell({ name, secret, last4, expiresMs }: MadeKey, options: Options): void {
  const expires = expiresMs === undefined ? undefined : new Date(expiresMs).toISOString()
  if (options.json === true) return console.log(JSON.stringify({ name, key: secret, last4, expires }))
  console.log(secret)
  console.error(
    `this is the secret of ${name}${expires === undefined ? '' : `, until ${expires}`}; it is shown once, and stored nowhere`,
  )
}

function list(keys: readonly ShownKey[], asJson: boolean): void {
  if (asJson) return console.log(JSON.stringify(keys, null, 2))
  if (keys.length === 0) return console.error('there is no managed key yet; `gwc keys create NAME` makes one')
  const head = ['NAME', 'SECRET', 'ORG', 'TEAM', 'PROJECT', 'DEVELOPER', 'MODELS', 'CREATED', 'ENDS']
  console.log(columns([head, ...keys.map(rowOf)]))
}

function rowOf({
  name,
  secrets,
  org,
  team,
  project,
  developer,
  models,
  created,
  revoked,
}: ShownKey): string[] {
  const ends = revoked === undefined ? (secrets.at(-1)?.expires ?? '') : `revoked ${revoked}`
  const shown = [org, team, project, developer, models?.join(',')].map((cell) => cell ?? '')
  return [name, secrets.map(({ last4 }) => `…${last4}`).join(' '), ...shown, created.slice(0, 10), ends]
}

function disposable(file: KeyFile): Disposable & { readonly file: KeyFile } {
  return { file, [Symbol.dispose]: () => file.close() }
}
