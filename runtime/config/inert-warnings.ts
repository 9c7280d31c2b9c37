import type { Account, GatewayConfig } from '../../schemas/generated/gateway.ts'
import { spokenDialects } from './provider-rows.ts'

/** What is accepted for later and does nothing yet, named so that nobody relies on it. */
export function inertWarnings(config: GatewayConfig): readonly string[] {
  return [
    ...(config.admin === undefined
      ? []
      : ['admin: this version of gwc has no admin listener; nothing listens there']),
    ...(config.store?.kind === 'sqlite'
      ? ['store: this version of gwc keeps nothing in sqlite; spending is not recorded']
      : []),
    ...Object.entries(config.providers ?? {}).flatMap(([name, provider]) => [
      ...accountWarnings(name, provider.accounts ?? []),
      ...dialectWarning(name, provider.dialect),
    ]),
  ]
}

const inertAccountKeys = ['weight', 'rpm', 'tpm', 'region'] as const

function accountWarnings(name: string, accounts: readonly Account[]): readonly string[] {
  return accounts.flatMap((account, index) =>
    inertAccountKeys
      .filter((key) => account[key] !== undefined)
      .map(
        (key) => `providers.${name}.accounts[${index}].${key}: this version of gwc does not balance by it`,
      ),
  )
}

function dialectWarning(name: string, dialect: (typeof spokenDialects)[number]): readonly string[] {
  return spokenDialects.includes(dialect)
    ? []
    : [
        `providers.${name}: this version of gwc does not speak the dialect \`${dialect}\` to providers; a policy that uses its models is refused`,
      ]
}
