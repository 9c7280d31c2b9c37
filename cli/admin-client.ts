import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Agent, request } from 'undici'
import { listenOf } from '../runtime/config/listen.ts'
import { resolveReference, type Surroundings } from '../runtime/config/references.ts'
import { reasonOf, ToolFailure } from './tool-failure.ts'

/** Asks the admin listener of the gateway that a gateway.json configures. */
export interface AdminClient {
  /** The JSON of a GET; `undefined` for what is not there. */
  readonly get: (path: string) => Promise<unknown>
  /** The same of a change. */
  readonly change: (method: 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>
}

/** How long a gateway may take to answer; it may compile meanwhile. */
const answerMsMax = 30_000

/** Finds the listener and its key in gateway.json. */
export function adminClient(config = 'gateway.json'): AdminClient {
  const admin = adminOf(config)
  return {
    get: (path) => ask(admin, 'GET', path),
    change: (method, path, body) => ask(admin, method, path, body),
  }
}

interface Admin {
  readonly listen: string
  readonly key: string
  /** The certificate that it presents, in PEM. */
  readonly cert: string | undefined
}

async function ask(
  admin: Admin,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<unknown> {
  const { listen } = admin
  const { statusCode, text } = await reach(admin, method, path, body).catch((error: unknown) => {
    throw new ToolFailure(
      `nothing answers on ${listen} (${causeOf(error)}); is \`gwc serve\` running with this gateway.json?`,
      { cause: error },
    )
  })
  if (statusCode === 404) return undefined
  if (statusCode === 401)
    throw new ToolFailure(`the gateway on ${listen} runs with another admin key than gateway.json names`)
  const value = JSON.parse(text) as { readonly error?: { readonly message?: string } }
  if (statusCode < 300) return value
  throw new ToolFailure(value.error?.message ?? `${listen} answers ${statusCode}`)
}

async function reach(
  { listen, key, cert }: Admin,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body: object | undefined,
): Promise<{ readonly statusCode: number; readonly text: string }> {
  const dispatcher = new Agent({ connect: cert === undefined ? {} : onlyThis(cert) })
  try {
    const answer = await request(`${cert === undefined ? 'http' : 'https'}://${listen}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      dispatcher,
      signal: AbortSignal.timeout(answerMsMax),
    })
    return { statusCode: answer.statusCode, text: await answer.body.text() }
  } finally {
    await dispatcher.close()
  }
}

/** The certificate is the one of gateway.json, whoever signed it and whatever name it has. */
const onlyThis = (cert: string): object => ({
  ca: cert,
  allowPartialTrustChain: true,
  checkServerIdentity: () => undefined,
})

const causeOf = (error: unknown): string =>
  reasonOf(error instanceof Error && error.cause !== undefined ? error.cause : error)

function adminOf(config: string): Admin {
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
  return { listen: admin.listen, key: key.value, cert: certOf(admin.tls?.cert, around) }
}

function certOf(written: string | undefined, around: Surroundings): string | undefined {
  if (written === undefined) return undefined
  const reference = /^(?:env|file):/.test(written) ? written : `file:${written}`
  const read = resolveReference(reference, '/admin/tls/cert', around)
  if (!read.ok) throw new ToolFailure(`${read.problem.path}: ${read.problem.message}`)
  return read.value
}

interface WrittenAdmin {
  readonly listen: string
  readonly key: string
  readonly tls?: { readonly cert?: string }
}

const isAdmin = (value: unknown): value is WrittenAdmin =>
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
