import type { Stage } from '../../schemas/generated/decision-table.ts'
import type { Effect } from './effect.ts'

/**
 * Two effects in words that differ: what is spelled alike but is not alike is told apart by its members, and of long lists
 * of settings only those that differ are told.
 */
export function contrast(before: Effect, after: Effect): readonly [before: string, after: string] {
  if (before.shown === after.shown) return [before.shown, spelledOut(after, before)]
  if (before.kind === 'setting' && after.kind === 'setting') return settings(before.shown, after.shown)
  return [before.shown, after.shown]
}

/** What is spelled as before, with what its members have gained and lost. */
function spelledOut(now: Effect, old: Effect): string {
  const stages = now.stages ?? []
  const notes = stages.flatMap((stage, place) => membersOf(stage, old.stages?.[place]))
  return notes.length === 0 ? `${now.shown} (otherwise)` : `${now.shown} (${notes.join('; ')})`
}

function membersOf(now: Stage, old: Stage | undefined): readonly string[] {
  const before = old?.models ?? []
  const come = now.models.filter((model) => !before.includes(model))
  const gone = before.filter((model) => !now.models.includes(model))
  if (come.length > 0 || gone.length > 0)
    return [
      ...(come.length === 0 ? [] : [`now with ${come.join(', ')}`]),
      ...(gone.length === 0 ? [] : [`without ${gone.join(', ')}`]),
    ]
  if (now.models.join() !== before.join()) return [`in the order ${now.models.join(', ')}`]
  return now.split?.salt === old?.split?.salt ? [] : [`divided by salt ${JSON.stringify(now.split?.salt)}`]
}

/** Settings are listed in one order: `total 10m, retries 1, …`. */
function settings(before: string, after: string): readonly [string, string] {
  const [old, now] = [before.split(', '), after.split(', ')]
  if (old.length !== now.length || old.length < 3) return [before, after]
  const differ = (list: readonly string[]): string =>
    list.filter((_, place) => old[place] !== now[place]).join(', ')
  return [differ(old), differ(now)]
}
