import { isIPv4 } from 'node:net'
import type { Checked } from './checked.ts'
import type { Listen } from './gateway.ts'

/** Reads `host:port`; the schema has seen to the form. Plain HTTP beyond this machine is worth a warning. */
export function listenOf(address: string, path: string, isEncrypted = false): Checked<Listen> {
  const colon = address.lastIndexOf(':')
  const host = address.slice(0, colon).replace(/^\[|\]$/g, '')
  const port = Number(address.slice(colon + 1))
  const problems =
    port > 65_535
      ? [{ path, message: `there is no port ${port}`, help: 'ports go up to 65535; 0 picks a free one' }]
      : []
  const warnings =
    isEncrypted || isLoopback(host)
      ? []
      : [
          `${path}: ${address} is reachable from other machines over plain HTTP: keys and prompts travel unencrypted; "tls": { "cert": …, "key": … } encrypts them`,
        ]
  return { value: { host, port }, problems, warnings }
}

/** Whether only this machine can reach a host. A name other than `localhost` may mean any address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}
