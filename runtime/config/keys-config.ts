import type { GatewayConfig, StaticKey } from '../../schemas/generated/gateway.ts'
import type { Checked } from './checked.ts'
import { nameOf } from '../identity/keys.ts'
import type { Gateway, Listen } from './gateway.ts'
import { isLoopback } from './listen.ts'
import type { ConfigProblem } from './problem.ts'

/** Who may come in: anyone on loopback, or the keys that are listed. */
export function keysOf(keys: GatewayConfig['keys'], listen: Listen): Checked<Gateway['keys']> {
  if (keys === undefined || keys.length === 0) return { value: [], problems: [noKeys], warnings: [] }
  if (keys === 'open')
    return { value: 'open', problems: isLoopback(listen.host) ? [] : [openToAll], warnings: [] }
  if (keys === 'required') return { value: [], problems: [], warnings: [] }
  return {
    value: keys,
    problems: [...duplicates(keys), ...keys.flatMap(badExpiry)],
    warnings: keys.flatMap(alreadyExpired),
  }
}

const openToAll: ConfigProblem = {
  path: 'keys',
  message: '"open" lets anyone in, and this listener can be reached from other machines',
  help: 'listen on 127.0.0.1, or list keys: "keys": [{ "digest": "sha256:…", "team": "search" }]',
}

const noKeys: ConfigProblem = {
  path: 'keys',
  message: 'it does not say who may come in',
  help: '"required" takes the keys that `gwc keys create` makes; "open" takes anyone, on a loopback listener',
}

/** One digest is one key, and one name is one key too: logs, budgets and the cache know a key by its name. */
function duplicates(keys: readonly StaticKey[]): readonly ConfigProblem[] {
  return keys.flatMap((key, index) => {
    const digest = keys.findIndex((each) => each.digest === key.digest)
    if (digest !== index)
      return [
        {
          path: `keys[${index}].digest`,
          message: `keys[${digest}] has the same digest`,
          help: 'remove either',
        },
      ]
    const name = keys.findIndex((each) => nameOf(each) === nameOf(key))
    if (name === index) return []
    return [
      {
        path: `keys[${index}].name`,
        message: `keys[${name}] is also called ${JSON.stringify(nameOf(key))}`,
        help: 'logs, budgets and the cache know a key by its name: give each its own',
      },
    ]
  })
}

const rfc3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/

function badExpiry({ expires }: StaticKey, index: number): readonly ConfigProblem[] {
  if (expires === undefined || (rfc3339.test(expires) && !Number.isNaN(Date.parse(expires)))) return []
  return [
    {
      path: `keys[${index}].expires`,
      message: `${JSON.stringify(expires)} is no moment in time`,
      help: 'such as "2027-01-31T00:00:00Z"',
    },
  ]
}

function alreadyExpired({ expires, name }: StaticKey, index: number): readonly string[] {
  const expired = expires !== undefined && Date.parse(expires) <= Date.now()
  return expired
    ? [`keys[${index}]${name === undefined ? '' : ` (${name})`}: expired at ${expires}; it lets nobody in`]
    : []
}
