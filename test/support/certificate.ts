import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A certificate and its key, in PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** Makes a certificate that signs itself, for localhost and 127.0.0.1, valid from now for these days. */
export function makeCertificate(name = 'localhost', days = 30): Certificate {
  return make(name, days, undefined)
}

/** Makes one that an authority signs. */
export function signCertificate(name: string, authority: Certificate): Certificate {
  return make(name, 30, authority)
}

function make(name: string, days: number, authority: Certificate | undefined): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'gwc-tls-'))
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  try {
    execFileSync(
      'openssl',
      [
        ...args,
        ...subject,
        ...signer(folder, authority),
        '-days',
        String(days),
        '-keyout',
        key,
        '-out',
        cert,
      ],
      {
        stdio: 'ignore',
      },
    )
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function signer(folder: string, authority: Certificate | undefined): readonly string[] {
  if (authority === undefined) return []
  const [cert, key] = [join(folder, 'authority.pem'), join(folder, 'authority-key.pem')]
  writeFileSync(cert, authority.cert)
  writeFileSync(key, authority.key)
  return ['-CA', cert, '-CAkey', key]
}
