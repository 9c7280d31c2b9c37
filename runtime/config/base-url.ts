import { addressKind } from '../../core/address-kind.ts'
import { parseAddress } from '../../core/address.ts'
import { isPrivateName } from '../../core/private-name.ts'
import type { Provider } from '../../schemas/generated/gateway.ts'
import type { Checked } from './checked.ts'
import type { ConfigProblem } from './problem.ts'
import { knownProviders } from './provider-rows.ts'

/** Where a provider is, and whether it may be in this machine or its network. */
export interface Base {
  /** Up to and with the version segment, without a slash at its end. */
  readonly url: string
  readonly allowPrivate: boolean
}

/** Reads a provider's base URL; `written` stands in gateway.json or in the provider's row. */
export function baseUrlOf(
  written: string | undefined,
  name: string,
  { dialect, allowPrivate = false }: Pick<Provider, 'dialect' | 'allowPrivate'>,
): Checked<Base> {
  const path = `providers.${name}.baseUrl`
  if (written === undefined) return refused(noBaseUrl(name, path, dialect))
  const url = URL.parse(written)
  if (url === null) return refused({ path, message: 'this is no URL', help: example })
  const problem = formProblem(url) ?? hostProblem(url, written)
  if (problem !== undefined) return refused({ path, ...problem })
  return {
    value: { url: written.replace(/\/+$/, ''), allowPrivate: allowPrivate || isPrivateHost(url.hostname) },
    problems: [],
    warnings: plainText(url, path),
  }
}

function refused(problem: ConfigProblem): Checked<Base> {
  return { value: { url: '', allowPrivate: false }, problems: [problem], warnings: [] }
}

type Said = Omit<ConfigProblem, 'path'>

const example = 'such as "http://127.0.0.1:8000/v1": up to and with the version segment'

function noBaseUrl(name: string, path: string, dialect: Provider['dialect']): ConfigProblem {
  const names = knownProviders(dialect)
  const known = names.length > 0 ? `; gwc knows those of ${names.join(', ')}` : ''
  return {
    path,
    message: `gwc knows no endpoint of a provider named \`${name}\` in the dialect \`${dialect}\``,
    help: `add "baseUrl": "https://…/v1"${known}`,
  }
}

/** INVARIANT: the URL is never quoted: whoever writes credentials into it must not find them in a log. */
function formProblem(url: URL): Said | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { message: 'only http: and https: are spoken', help: example }
  if (url.username !== '' || url.password !== '')
    return { message: 'a URL holds no credentials; they belong in `accounts[0].key`', help: example }
  return url.search === '' && url.hash === ''
    ? undefined
    : { message: 'a base URL has no query and no fragment', help: example }
}

/** `http://0x7f.1` and `http://127。0。0。1` are 127.0.0.1 to a program and to nobody who reads the file. */
function hostProblem({ protocol, hostname }: URL, written: string): Said | undefined {
  const plain = `${protocol}//${hostname}`
  const next = written.toLowerCase().startsWith(plain) ? (written[plain.length] ?? '/') : ''
  if (next !== '/' && next !== ':')
    return { message: `its host is \`${hostname}\`, written in another way`, help: `write ${plain}` }
  const address = addressOf(hostname)
  if (address === undefined || addressKind(address) !== 'forbidden') return undefined
  return {
    message: `no provider has the address ${hostname}: it is unspecified, multicast, or where a cloud keeps its metadata`,
    help: 'name the machine that serves the models',
  }
}

const addressOf = (hostname: string): bigint | undefined => parseAddress(hostname.replace(/^\[|\]$/g, ''))

/** Whether the host by its very form is of this machine or its network. */
function isPrivateHost(hostname: string): boolean {
  const address = addressOf(hostname)
  return address === undefined ? isPrivateName(hostname) : addressKind(address) === 'private'
}

function plainText(url: URL, path: string): readonly string[] {
  const local = url.protocol === 'https:' || /^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname)
  return local ? [] : [`${path}: requests and the provider's key travel unencrypted to ${url.host}`]
}
