import type { GatewayConfig, Provider, Account as WrittenAccount } from '../../schemas/generated/gateway.ts'
import type { Checked } from './checked.ts'
import type { Account, ProviderConfig } from './gateway.ts'
import type { ConfigProblem } from './problem.ts'
import type { ProviderRow } from './provider-rows.ts'
import { knownProviders, providerRow } from './provider-rows.ts'
import type { Surroundings } from './references.ts'
import { resolveReference } from './references.ts'
import { Secret } from './secret.ts'

/** The providers in file order, with what their rows supply and their secrets resolved. */
export function providersOf(
  providers: NonNullable<GatewayConfig['providers']>,
  around: Surroundings,
): Checked<readonly ProviderConfig[]> {
  const checked = Object.entries(providers).map(([name, provider]) => providerOf(name, provider, around))
  return {
    value: checked.map((each) => each.value),
    problems: checked.flatMap((each) => each.problems),
    warnings: checked.flatMap((each) => each.warnings),
  }
}

function providerOf(name: string, provider: Provider, around: Surroundings): Checked<ProviderConfig> {
  const row = providerRow(name, provider.dialect)
  const path = `providers.${name}`
  const base = baseUrlOf(provider.baseUrl ?? row.baseUrl, name, provider)
  const accounts = accountsOf(provider.accounts ?? [{}], path, row, around)
  const value: ProviderConfig = {
    name,
    dialect: provider.dialect,
    baseUrl: base.value,
    accounts: accounts.value,
    row,
    models: provider.models ?? {},
  }
  return { value, problems: [...base.problems, ...accounts.problems], warnings: base.warnings }
}

// ---------------------------------------------------------------------------------------------- base URL

function baseUrlOf(written: string | undefined, name: string, { dialect }: Provider): Checked<string> {
  const path = `providers.${name}.baseUrl`
  if (written === undefined) return { value: '', problems: [noBaseUrl(name, path, dialect)], warnings: [] }
  const url = URL.parse(written)
  const message = url === null ? 'this is no URL' : urlProblem(url)
  if (message === undefined)
    return { value: written.replace(/\/+$/, ''), problems: [], warnings: plainText(url, path) }
  return {
    value: '',
    problems: [
      { path, message, help: 'such as "http://127.0.0.1:8000/v1": up to and with the version segment' },
    ],
    warnings: [],
  }
}

function noBaseUrl(name: string, path: string, dialect: Provider['dialect']): ConfigProblem {
  const known = dialect === 'openai' ? `; gwc knows those of ${knownProviders.join(', ')}` : ''
  return {
    path,
    message: `gwc knows no endpoint of a provider named \`${name}\` in the dialect \`${dialect}\``,
    help: `add "baseUrl": "https://…/v1"${known}`,
  }
}

/** INVARIANT: the URL is never quoted: whoever writes credentials into it must not find them in a log. */
function urlProblem(url: URL): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'only http: and https: are spoken'
  if (url.username !== '' || url.password !== '')
    return 'a URL holds no credentials; they belong in `accounts[0].key`'
  return url.search === '' && url.hash === '' ? undefined : 'a base URL has no query and no fragment'
}

function plainText(url: URL | null, path: string): readonly string[] {
  const local =
    url === null || url.protocol === 'https:' || /^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname)
  return local ? [] : [`${path}: requests and the provider's key travel unencrypted to ${url.host}`]
}

// ---------------------------------------------------------------------------------------------- accounts

function accountsOf(
  accounts: readonly WrittenAccount[],
  path: string,
  row: ProviderRow,
  around: Surroundings,
): Checked<readonly Account[]> {
  const read = accounts.map((account, index) => accountOf(account, `${path}.accounts[${index}]`, row, around))
  return {
    value: read.map((each) => each.value),
    problems: read.flatMap((each) => each.problems),
    warnings: [],
  }
}

function accountOf(
  { key }: WrittenAccount,
  path: string,
  row: ProviderRow,
  around: Surroundings,
): Checked<Account> {
  if (key === undefined) {
    const missing: ConfigProblem = {
      path: `${path}.key`,
      message: 'this provider wants a key',
      help: 'add "accounts": [{ "key": "env:NAME" }] and set that variable',
    }
    return { value: { key: undefined }, problems: row.keyless ? [] : [missing], warnings: [] }
  }
  const resolved = resolveReference(
    key,
    `/${path.replaceAll('.', '/').replaceAll(/\[(\d+)\]/g, '/$1')}/key`,
    around,
  )
  if (!resolved.ok) return { value: { key: undefined }, problems: [resolved.problem], warnings: [] }
  const problems = /^[\x21-\x7e]+$/.test(resolved.value) ? [] : [unsendable(`${path}.key`)]
  return { value: { key: new Secret(resolved.value) }, problems, warnings: [] }
}

function unsendable(path: string): ConfigProblem {
  return {
    path,
    message: 'the key has characters that an HTTP header cannot carry',
    help: 'look for spaces, quotes of a shell and line breaks around it',
  }
}
