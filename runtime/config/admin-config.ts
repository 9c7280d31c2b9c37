import { adminKeyCharsMin, adminKeyDigest } from '../admin/admin-key.ts'
import type { GatewayConfig } from '../../schemas/generated/gateway.ts'
import type { Checked } from './checked.ts'
import type { AdminConfig, Listen } from './gateway.ts'
import { listenOf } from './listen.ts'
import type { ConfigPlace } from './load-gateway.ts'
import type { ConfigProblem } from './problem.ts'
import { resolveReference } from './references.ts'
import { tlsOf } from './tls-config.ts'

/** The admin listener, when there is to be one. Of its key only the digest goes further. */
export function adminOf(
  { admin, keys }: Pick<GatewayConfig, 'admin' | 'keys'>,
  data: Listen,
  around: ConfigPlace,
): Checked<AdminConfig | undefined> {
  if (admin === undefined) return { value: undefined, problems: [], warnings: [] }
  const listen = listenOf(admin.listen, 'admin.listen', admin.tls !== undefined)
  const tls = tlsOf(admin.tls, '/admin/tls', around)
  const key = resolveReference(admin.key, '/admin/key', around)
  if (!key.ok) return { value: undefined, problems: [...listen.problems, key.problem], warnings: [] }
  const keyDigest = adminKeyDigest(key.value)
  const isShared =
    Array.isArray(keys) && keys.some(({ digest }) => digest === `sha256:${keyDigest.toString('hex')}`)
  const problems = [
    ...listen.problems,
    ...tls.problems,
    ...(key.value.length < adminKeyCharsMin ? [tooShort] : []),
    ...(/\s/.test(key.value) ? [spaced] : []),
    ...(isShared ? [shared] : []),
    ...(isSame(listen.value, data) ? [sameAddress] : []),
  ]
  const warnings = [...listen.warnings, ...tls.warnings]
  return { value: { listen: listen.value, keyDigest, tls: tls.value }, problems, warnings }
}

const isSame = (a: Listen, b: Listen): boolean => a.host === b.host && a.port === b.port && a.port !== 0

const tooShort: ConfigProblem = {
  path: 'admin.key',
  message: `it is shorter than ${adminKeyCharsMin} characters and could be guessed`,
  help: 'make one: head -c 32 /dev/urandom | basenc --base64url',
}

const spaced: ConfigProblem = {
  path: 'admin.key',
  message: 'it holds a space or a line break, which no Authorization header carries',
  help: 'make one: head -c 32 /dev/urandom | basenc --base64url',
}

const shared: ConfigProblem = {
  path: 'admin.key',
  message: 'it is one of the client keys under `keys`',
  help: 'give the admin listener a key of its own',
}

const sameAddress: ConfigProblem = {
  path: 'admin.listen',
  message: 'the data listener has the same address',
  help: 'give the admin listener a port of its own',
}
