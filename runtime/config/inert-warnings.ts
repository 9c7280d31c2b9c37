import type { GatewayConfig } from '../../schemas/generated/gateway.ts'
import { spokenDialects } from './provider-rows.ts'

/** What is accepted for later and does nothing yet, named so that nobody relies on it. */
export function inertWarnings(config: GatewayConfig): readonly string[] {
  return Object.entries(config.providers ?? {}).flatMap(([name, { dialect }]) =>
    dialectWarning(name, dialect),
  )
}

function dialectWarning(name: string, dialect: (typeof spokenDialects)[number]): readonly string[] {
  return spokenDialects.includes(dialect)
    ? []
    : [
        `providers.${name}: this version of gwc does not speak the dialect \`${dialect}\` to providers; a policy that uses its models is refused`,
      ]
}
