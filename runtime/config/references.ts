import type { ConfigProblem } from './problem.ts'
import { pathOf } from './problem.ts'

/** Where `env:` and `file:` are looked up. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The text of a file, by a path relative to gateway.json; throws when it cannot be read. */
  readonly readFile: (path: string) => string
}

export type Resolved =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: ConfigProblem }

const reference = /^(env|file):(.+)$/s

/** What `env:NAME` or `file:PATH` stands for; any other string is itself. A file's last line break is not part of it. Messages never hold a value. */
export function resolveReference(text: string, pointer: string, around: Surroundings): Resolved {
  const [, kind, name] = reference.exec(text) ?? []
  if (kind === undefined || name === undefined) return { ok: true, value: text }
  return kind === 'env' ? fromEnvironment(name, pointer, around) : fromFile(name, pointer, around)
}

function fromEnvironment(name: string, pointer: string, around: Surroundings): Resolved {
  const value = around.env[name]
  if (value !== undefined && value !== '') return { ok: true, value }
  const message = `the environment variable ${name} is ${value === undefined ? 'not set' : 'empty'}`
  return {
    ok: false,
    problem: {
      path: pathOf(pointer),
      message,
      help: `export ${name}=… before starting gwc, or name another variable`,
    },
  }
}

function fromFile(name: string, pointer: string, around: Surroundings): Resolved {
  try {
    const value = around.readFile(name).replace(/\r?\n$/, '')
    if (value !== '') return { ok: true, value }
    return {
      ok: false,
      problem: {
        path: pathOf(pointer),
        message: `the file ${name} is empty`,
        help: 'write the secret into it',
      },
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    const help = 'the path is relative to gateway.json; the user that runs gwc must be able to read it'
    return {
      ok: false,
      problem: { path: pathOf(pointer), message: `the file ${name} cannot be read (${code})`, help },
    }
  }
}

/** Fields that stay a reference until the one that needs them resolves it: secrets, and what is no value at all. */
const kept =
  /^\/\$schema$|^\/admin\/key$|^\/providers\/[^/]+\/accounts\/\d+\/key$|^(?:\/admin)?\/tls\/(?:cert|key)$|^\/(?:proxy|ca)$|^\/jwt\/jwks$/

/** A copy of the document whose ordinary strings are resolved; references to secrets stay. */
export function resolveStrings(
  document: unknown,
  around: Surroundings,
): { readonly value: unknown; readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = []
  const walk = (value: unknown, pointer: string): unknown => {
    if (typeof value === 'string') return kept.test(pointer) ? value : resolved(value, pointer)
    if (Array.isArray(value)) return value.map((each, index) => walk(each, `${pointer}/${index}`))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        walk(each, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
      ]),
    )
  }
  const resolved = (text: string, pointer: string): string => {
    const result = resolveReference(text, pointer, around)
    if (!result.ok) problems.push(result.problem)
    return result.ok ? result.value : text
  }
  return { value: walk(document, ''), problems }
}
