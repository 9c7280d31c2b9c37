import type { GatewayConfig, Provider, Account as WrittenAccount } from '../../schemas/generated/gateway.ts'
import { baseUrlOf } from './base-url.ts'
import type { Checked } from './checked.ts'
import type { Account, ProviderConfig } from './gateway.ts'
import type { ConfigProblem } from './problem.ts'
import type { ProviderRow } from './provider-rows.ts'
import { providerRow } from './provider-rows.ts'
import type { Surroundings } from './references.ts'
import { resolveReference } from './references.ts'
import { Secret } from './secret.ts'
import { spokenBy } from './spoken.ts'

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
  const known = providerRow(name, provider.dialect)
  const row = { ...known, speaks: spokenBy(provider) ?? known.speaks }
  const path = `providers.${name}`
  const base = baseUrlOf(provider.baseUrl ?? row.baseUrl, name, provider)
  const accounts = accountsOf(provider.accounts ?? [{}], path, row, around)
  const value: ProviderConfig = {
    name,
    dialect: provider.dialect,
    baseUrl: base.value.url,
    allowPrivate: base.value.allowPrivate,
    accounts: accounts.value,
    row,
    models: provider.models ?? {},
  }
  return { value, problems: [...base.problems, ...accounts.problems], warnings: base.warnings }
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
  written: WrittenAccount,
  path: string,
  row: ProviderRow,
  around: Surroundings,
): Checked<Account> {
  const { weight = 1, rpm, tpm, region } = written
  const key = keyOf(written.key, path, row, around)
  return { ...key, value: { key: key.value, weight, rpm, tpm, region } }
}

function keyOf(
  key: string | undefined,
  path: string,
  row: ProviderRow,
  around: Surroundings,
): Checked<Secret | undefined> {
  if (key === undefined) {
    const missing: ConfigProblem = {
      path: `${path}.key`,
      message: 'this provider wants a key',
      help: 'add "accounts": [{ "key": "env:NAME" }] and set that variable',
    }
    return { value: undefined, problems: row.keyless ? [] : [missing], warnings: [] }
  }
  const resolved = resolveReference(
    key,
    `/${path.replaceAll('.', '/').replaceAll(/\[(\d+)\]/g, '/$1')}/key`,
    around,
  )
  if (!resolved.ok) return { value: undefined, problems: [resolved.problem], warnings: [] }
  const problems = /^[\x21-\x7e]+$/.test(resolved.value) ? [] : [unsendable(`${path}.key`)]
  return { value: new Secret(resolved.value), problems, warnings: [] }
}

function unsendable(path: string): ConfigProblem {
  return {
    path,
    message: 'the key has characters that an HTTP header cannot carry',
    help: 'look for spaces, quotes of a shell and line breaks around it',
  }
}
