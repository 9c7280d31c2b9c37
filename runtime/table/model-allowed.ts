import { matchGlob } from '../../core/glob.ts'
import { isModelName } from '../../core/model-names.ts'

/**
 * The fact `model_allowed`: true for a key without a model list, else when a glob of the list takes the resolved id or the name as written. A list that
 * does not name `auto` does not allow `auto`: a key with a list may ask for what is on it and nothing else.
 */
export function mayAsk(
  allowed: readonly string[] | undefined,
  name: string | undefined,
  id: string | undefined,
): boolean {
  if (allowed === undefined) return true
  return allowed.some((glob) => matches(glob, id) || matches(glob, name))
}

function matches(glob: string, name: string | undefined): boolean {
  return name !== undefined && isModelName(name) && matchGlob(glob, name)
}
