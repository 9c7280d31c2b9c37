import { parse, type Parsed } from '../lang/parse.ts'
import type { Source } from '../lang/span.ts'

/** How many texts are remembered; the oldest is forgotten first. */
const rememberedMax = 512

const remembered = new Map<string, Parsed>()

/** `parse`, remembered by file and text: a file that did not change since the last compilation is not parsed again. */
export function parseOnce(source: Source): Parsed {
  const key = `${source.file}\0${source.text}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const parsed = parse(source)
  const [oldest] = remembered.keys()
  if (remembered.size >= rememberedMax && oldest !== undefined) remembered.delete(oldest)
  remembered.set(key, parsed)
  return parsed
}
