import type { Account, GatewayConfig } from '../../schemas/generated/gateway.ts'
import type { ConfigProblem } from './problem.ts'
import { spokenDialects } from './provider-rows.ts'

/** Keys that would change how the gateway is reached or whom it trusts: taken as if they acted, they would mislead, so they are refused by name. */
const refused = {
  tls: [
    'this version of gwc has no TLS listener',
    'remove `tls`, and put a TLS-terminating proxy before gwc or listen on loopback',
  ],
  cors: ['this version of gwc answers no cross-origin requests', 'remove `cors`, and call gwc from a server'],
  trustedProxies: ['this version of gwc reads no forwarded addresses', 'remove `trustedProxies`'],
  proxy: [
    'this version of gwc reaches providers directly, not through a proxy',
    'remove `proxy`, or let the network route the traffic',
  ],
  ca: [
    'this version of gwc reads no certificate authority of its own',
    'remove `ca`, and set NODE_EXTRA_CA_CERTS=FILE instead',
  ],
} as const satisfies Partial<Record<keyof GatewayConfig, readonly [string, string]>>

export function unsupportedProblems(config: GatewayConfig): readonly ConfigProblem[] {
  return Object.entries(refused)
    .filter(([key]) => config[key as keyof typeof refused] !== undefined)
    .map(([path, [message, help]]) => ({ path, message, help }))
}

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
