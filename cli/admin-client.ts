import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { listenOf } from '../runtime/config/listen.ts'
import { resolveReference } from '../runtime/config/references.ts'
import { reasonOf, ToolFailure } from './tool-failure.ts'

/** Asks the admin listener of the gateway that a gateway.json configures. */
export interface AdminClient {
  /** The JSON of a GET; `undefined` for what is not there. */
  readonly get: (path: string) => Promise<unknown>
}

/** How long a gateway may take to answer. */
const answerMsMax = 10_000

/** Finds the listener and its key in gateway.json. */
export function adminClient(config = 'gateway.json'): AdminClient {
  const { listen, key } = adminOf(config)
  return { get: (path) => ask(listen, key, path) }
}

async function ask(listen: string, key: string, path: string): Promise<unknown> {
  const response = await reach(`http://${listen}${path}`, key).catch((error: unknown) => {
    throw new ToolFailure(
      `nothing answers on ${listen} (${causeOf(error)}); is \`gwc serve\` running with this gateway.json?`,
      { cause: error },
    )
  })
  if (response.status === 404) return undefined
  if (response.status === 401)
    throw new ToolFailure(`the gateway on ${listen} runs with another admin key than gateway.json names`)
  const value = (await response.json()) as { readonly error?: { readonly message?: string } }
  if (response.ok) return value
  throw new ToolFailure(`${listen} answers ${response.status}: ${value.error?.message ?? 'no reason'}`)
}

const reach = (url: string, key: string): Promise<Response> =>
  fetch(url, {
    headers: { authorization: `Bearer ${key}` },
    redirect: 'error',
    signal: AbortSignal.timeout(answerMsMax),
  })

const causeOf = (error: unknown): string =>
  reasonOf(error instanceof Error && error.cause !== undefined ? error.cause : error)

function adminOf(config: string): { readonly listen: string; readonly key: string } {
  const { admin } = readConfig(config)
  if (!isAdmin(admin))
    throw new ToolFailure(
      `${config} has no admin listener; add "admin": {"listen": "127.0.0.1:8788", "key": "env:GWC_ADMIN_KEY"}`,
    )
  const around = {
    env: process.env,
    readFile: (path: string) => readFileSync(resolve(dirname(config), path), 'utf8'),
  }
  const key = resolveReference(admin.key, '/admin/key', around)
  if (!key.ok) throw new ToolFailure(`${config}: ${key.problem.path}: ${key.problem.message}`)
  const { value, problems } = listenOf(admin.listen, 'admin.listen')
  if (problems.length > 0 || value.port === 0)
    throw new ToolFailure(`${config}: admin.listen: name a port, so that it can be found`)
  return { listen: admin.listen, key: key.value }
}

const isAdmin = (value: unknown): value is { readonly listen: string; readonly key: string } =>
  typeof value === 'object' &&
  value !== null &&
  'listen' in value &&
  typeof value.listen === 'string' &&
  'key' in value &&
  typeof value.key === 'string'

function readConfig(config: string): { readonly admin?: unknown } {
  if (!existsSync(config))
    throw new ToolFailure(`there is no ${config}; --config names the gateway.json of the gateway`)
  try {
    const value: unknown = JSON.parse(readFileSync(config, 'utf8'))
    return typeof value === 'object' && value !== null ? value : {}
  } catch (error) {
    throw new ToolFailure(`cannot read ${config}: ${reasonOf(error)}`, { cause: error })
  }
}
