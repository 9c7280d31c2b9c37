import type { CanonicalEvent } from './events.ts'

/** Hears the events of one answer, and hands over with each call what was thought until then. */
export function gatherThoughts(
  keep: (call: string, thought: string) => void,
): (event: CanonicalEvent) => void {
  const thinking = new Set<number>()
  let thought = ''
  return (event) => {
    if (event.kind === 'delta' && thinking.has(event.index)) thought += event.text
    if (event.kind !== 'open') return
    if (event.part.kind === 'reasoning') thinking.add(event.index)
    if (event.part.kind === 'tool-call' && thought !== '') keep(event.part.id, thought)
  }
}
