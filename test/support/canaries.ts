import { inspect } from 'node:util'

/** A secret that is found wherever it leaks, in any of the ways in which texts are written into one another. */
export interface Canary {
  readonly name: string
  readonly secret: string
}

/** The canaries that stand somewhere in these values: plain, escaped for JSON or a URL, in base64 or hexadecimal. */
export function leaks(canaries: readonly Canary[], ...where: readonly unknown[]): readonly string[] {
  const text = where
    .map((each) =>
      typeof each === 'string' ? each : `${JSON.stringify(each)}${inspect(each, { depth: 12 })}`,
    )
    .join('\n')
  const unescaped = text.replaceAll(/\\u([0-9a-fA-F]{4})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
  return canaries
    .filter(({ secret }) => formsOf(secret).some((form) => text.includes(form) || unescaped.includes(form)))
    .map(({ name }) => name)
}

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ]
}
