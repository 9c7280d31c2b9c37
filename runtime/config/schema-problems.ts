import type { ErrorObject } from 'ajv'
import { suggest } from '../../core/did-you-mean.ts'
import { knownKeys } from './known-keys.ts'
import type { ConfigProblem } from './problem.ts'
import { pathOf } from './problem.ts'

/** The validator's findings in words: one problem for each mistake, without those that only follow from another. */
export function schemaProblems(document: unknown, errors: readonly ErrorObject[]): readonly ConfigProblem[] {
  const kept = errors.filter((error) => isCause(document, error))
  const problems = kept.map((error) => explain(document, error))
  return problems.filter(
    (problem, index) =>
      !isFollowed(kept[index], kept) && problems.findIndex((each) => sameAs(each, problem)) === index,
  )
}

/** A key that was mistyped is also missed under its right name; the first message is enough. */
function isFollowed(error: ErrorObject | undefined, all: readonly ErrorObject[]): boolean {
  if (error?.keyword !== 'required') return false
  const missed = String(error.params['missingProperty'])
  return all.some(
    (each) =>
      each.instancePath === error.instancePath &&
      each.keyword === 'additionalProperties' &&
      suggest(String(each.params['additionalProperty']), [missed]) !== undefined,
  )
}

function sameAs(a: ConfigProblem, b: ConfigProblem): boolean {
  return a.path === b.path && a.message === b.message
}

// ---------------------------------------------------------------------------------------------- alternatives

/** Of alternatives (`oneOf`) only the one that was meant is worth a word: `keys` by its type, `cache` by its `kind`. */
function isCause(document: unknown, error: ErrorObject): boolean {
  if (error.keyword === 'oneOf' || error.keyword === 'propertyNames') return false
  const branch = /\/oneOf\/(\d)/.exec(error.schemaPath)?.[1]
  if (error.instancePath === '/keys') return isKeysCause(at(document, '/keys'), branch)
  const ofCache = error.instancePath === '/cache' || error.instancePath.startsWith('/cache/')
  return !ofCache || isCacheCause(at(document, '/cache/kind'), branch, error)
}

function isKeysCause(keys: unknown, branch: string | undefined): boolean {
  return !Array.isArray(keys) && branch === (typeof keys === 'string' ? '0' : '1')
}

function isCacheCause(kind: unknown, branch: string | undefined, error: ErrorObject): boolean {
  if (kind === 'redis') return branch === '1'
  return branch === '0' && (kind === 'memory' || error.keyword !== 'additionalProperties')
}

/** The value at a JSON pointer. */
function at(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
      document,
    )
}

// ---------------------------------------------------------------------------------------------- words

function explain(document: unknown, error: ErrorObject): ConfigProblem {
  const path = pathOf(error.instancePath)
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(error, String(error.params['additionalProperty']))
    case 'required':
      return {
        path,
        message: `\`${String(error.params['missingProperty'])}\` is missing`,
        help: helpOf(`${error.instancePath}/${String(error.params['missingProperty'])}`),
      }
    case 'enum':
      return notListed(
        path,
        at(document, error.instancePath),
        error.params['allowedValues'] as readonly string[],
        helpOf(error.instancePath),
      )
    case 'const':
      return notListed(path, at(document, error.instancePath), ['memory', 'redis'])
    case 'pattern':
      return {
        path: error.propertyName === undefined ? path : `${path}.${error.propertyName}`,
        message: patternOf(error),
        help: helpOf(error.instancePath),
      }
    case 'type':
      return {
        path,
        message: `this must be ${typeWords(String(error.params['type']))}, not ${kindOf(at(document, error.instancePath))}`,
        help: helpOf(error.instancePath),
      }
    default:
      return {
        path,
        message: `this ${error.message ?? 'is not what is expected'}`,
        help: helpOf(error.instancePath),
      }
  }
}

function unknownKey(error: ErrorObject, key: string): ConfigProblem {
  const known = knownKeys(error.instancePath)
  const near = suggest(key, known)
  const list =
    known.length === 0 ? undefined : `known here: ${known.filter((each) => each !== '$schema').join(', ')}`
  return {
    path: pathOf(error.instancePath),
    message: `there is no key \`${key}\``,
    help: near === undefined ? list : `did you mean \`${near}\`?`,
  }
}

function notListed(path: string, value: unknown, allowed: readonly string[], help?: string): ConfigProblem {
  const near = typeof value === 'string' ? suggest(value, allowed) : undefined
  const list = allowed.map((each) => JSON.stringify(each)).join(', ')
  const shown = typeof value === 'string' ? JSON.stringify(value) : kindOf(value)
  return {
    path,
    message: `${shown} is not one of ${list}`,
    help: near === undefined ? help : `did you mean ${JSON.stringify(near)}?`,
  }
}

/** INVARIANT: the value itself is never quoted here: it may be a secret that was written where `env:NAME` belongs. */
function patternOf(error: ErrorObject): string {
  if (error.propertyName !== undefined && error.instancePath.endsWith('/models'))
    return 'a model is named in at most 128 of the characters A-Z a-z 0-9 . _ : / @ -'
  if (error.propertyName !== undefined)
    return 'a provider is named in lower case: a letter, then letters, digits, `_` and `-`'
  if (error.schemaPath.includes('Secret')) return 'a secret is not written here but referred to'
  if (error.schemaPath.includes('Address')) return 'this is no address'
  if (error.schemaPath.includes('digest')) return 'this is no digest'
  if (error.instancePath.endsWith('/upstream')) return 'this holds what no header or request line can'
  return `this ${error.message ?? 'has the wrong form'}`
}

const helps: readonly (readonly [RegExp, string])[] = [
  [/^\/policy$/, 'add `"policy": "main.route"`, the path of a policy or of a built table'],
  [
    /\/dialect$/,
    '"openai" (most servers speak it), "anthropic" or "gemini"; "bedrock" is accepted, but not spoken by this version',
  ],
  [
    /\/digest$/,
    '"sha256:" and the SHA-256 of the key in 64 hexadecimal digits: `printf %s "$KEY" | sha256sum`',
  ],
  [/^(\/admin)?\/listen$/, 'host:port, such as "127.0.0.1:8787"; port 0 picks a free one'],
  [/\/key$/, 'write "env:NAME" or "file:PATH" and keep the secret there'],
  [/\/upstream$/, 'the name in ASCII, such as "gpt-4.1-mini-2025-04-14"'],
  [/^\/cache\/url$/, 'such as "redis://127.0.0.1:6379"'],
  [/^\/keys$/, '"open", or a list such as [{ "digest": "sha256:…", "team": "search" }]'],
]

function helpOf(pointer: string): string | undefined {
  return helps.find(([place]) => place.test(pointer))?.[1]
}

function typeWords(type: string): string {
  return (
    {
      string: 'a string',
      integer: 'a whole number',
      number: 'a number',
      boolean: 'true or false',
      array: 'a list',
      object: 'an object',
    }[type] ?? type
  )
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return value === undefined ? 'nothing' : typeWords(typeof value)
}
