import { readFileSync } from 'node:fs'
import type { SecureContextOptions, Server } from 'node:tls'
import type { Pem, TlsFiles } from '../config/gateway.ts'
import type { Log } from '../log.ts'
import type { FileWatch } from '../watch-files.ts'
import { watchFiles } from '../watch-files.ts'

/** What a TLS listener presents, as its files are now. Throws where they cannot be read. */
export function presented({ cert, key }: TlsFiles): SecureContextOptions {
  return { cert: textOf(cert), key: textOf(key), minVersion: 'TLSv1.2' }
}

/**
 * Presents a renewed certificate to connections that come from then on; those that stand keep theirs. A pair that does not fit, as while only one of two files
 * is replaced, changes nothing.
 */
export function renewOnChange(
  server: Pick<Server, 'setSecureContext'>,
  tls: TlsFiles,
  log: Pick<Log, 'info' | 'warn'>,
): FileWatch {
  const files = [tls.cert, tls.key].flatMap((pem) => ('file' in pem ? [pem.file] : []))
  return watchFiles(
    () => files,
    () => renew(server, tls, log),
  )
}

function renew(
  server: Pick<Server, 'setSecureContext'>,
  tls: TlsFiles,
  log: Pick<Log, 'info' | 'warn'>,
): void {
  try {
    const next = presented(tls)
    process.getBuiltinModule('node:tls').createSecureContext(next) // `setSecureContext` keeps half of what it refuses
    server.setSecureContext(next)
    log.info('the TLS certificate was renewed')
  } catch (error) {
    const problem = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    log.warn('the new TLS certificate was refused; the one before it stays', { problem })
  }
}

function textOf(pem: Pem): string {
  return 'file' in pem ? readFileSync(pem.file, 'utf8') : pem.text.reveal()
}
