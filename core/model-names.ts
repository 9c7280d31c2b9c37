import type { Catalogue } from './catalogue.ts'

/**
 * Whether a text may be a model's name in a request: printable ASCII of one kind, at most 128. Nothing is normalised: a
 * look-alike, another case or a trailing space is another name.
 */
export function isModelName(text: string): boolean {
  return /^[A-Za-z0-9._:/@-]{1,128}$/.test(text)
}

/**
 * The canonical id of what a request asks for: an id, or a name or alias with or without its provider. A bare name that
 * several providers have is the first one's, in the catalogue's order of providers. `undefined` is *other*: `auto`,
 * unknown, or no model name at all.
 */
export function resolveModel(catalogue: Catalogue, asked: string): string | undefined {
  return catalogue.byName.get(asked)?.[0]
}
