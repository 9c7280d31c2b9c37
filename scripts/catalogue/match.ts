import type { MatchLogic } from '@pydantic/genai-prices'

/** Whether genai-prices counts an id to a model: its own matching, which ignores case. */
export function matches(logic: MatchLogic, id: string): boolean {
  const text = id.toLowerCase()
  if ('or' in logic) return logic.or.some((each) => matches(each, id))
  if ('and' in logic) return logic.and.every((each) => matches(each, id))
  if ('equals' in logic) return text === logic.equals.toLowerCase()
  if ('starts_with' in logic) return text.startsWith(logic.starts_with.toLowerCase())
  if ('ends_with' in logic) return text.endsWith(logic.ends_with.toLowerCase())
  if ('contains' in logic) return text.includes(logic.contains.toLowerCase())
  return new RegExp(logic.regex).test(id)
}

/** The ids that a match spells out whole. */
export function equalNames(logic: MatchLogic): string[] {
  if ('or' in logic) return logic.or.flatMap(equalNames)
  return 'equals' in logic ? [logic.equals] : []
}
