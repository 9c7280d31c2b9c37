import type { DialectName } from '../dialect.ts'
import type { Json } from '../json.ts'
import type { CanonicalRequest } from './form.ts'
import type { Losses } from './losses.ts'

/** Gives back what a dialect alone can say when it is printed in that dialect; loses it otherwise, field by field. */
export type KeepExtra = (extra: Json, path?: string) => Json

/** The keeper of one print. */
export function keepExtra({ from }: CanonicalRequest, to: DialectName, losses: Losses): KeepExtra {
  if (from === to) return (extra) => extra
  return (extra, path = '') => {
    for (const [field, value] of Object.entries(extra)) losses.lose(path + field, value)
    return nothing
  }
}

const nothing: Json = Object.freeze({})

/** The fields of an object but for those that the form has a place for; `null` counts as absent. */
export function rest(value: Json, known: readonly string[]): Json {
  const left = Object.entries(value).filter(([name, each]) => !known.includes(name) && each !== null)
  return left.length === 0 ? nothing : Object.fromEntries(left)
}
