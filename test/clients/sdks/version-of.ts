import { readFileSync } from 'node:fs'

const { devDependencies } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as {
  readonly devDependencies: Readonly<Record<string, string>>
}

/** The exact version of a library that the tests run. */
export function versionOf(name: string): string {
  const version = devDependencies[name]
  if (version === undefined) throw new Error(`${name} is no development dependency`)
  return version
}
