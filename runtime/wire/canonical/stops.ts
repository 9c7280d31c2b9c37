import { fieldName } from './field-names.ts'
import type { CanonicalRequest } from './form.ts'
import type { Losses } from './losses.ts'

/** What the other side takes of what ends an answer: the first so many of those that fit; the others are lost. `undefined` for none. */
export function printStops(
  { stop, from }: CanonicalRequest,
  losses: Losses,
  most: number,
  fits: (stop: string) => boolean = (each) => each !== '',
): readonly string[] | undefined {
  const taken = stop.filter(fits).slice(0, most)
  if (taken.length < stop.length) losses.lose(fieldName(from, 'stop'))
  return taken.length === 0 ? undefined : taken
}
