import { isDecided } from '../compiler/diff/weigh.ts'
import type { Policy } from '../compiler/typed.ts'
import { explain } from '../compiler/why.ts'
import type { TrafficLogEntry } from '../schemas/generated/traffic-log.ts'
import { counted } from './counted.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { loggedFacts } from './logged-facts.ts'
import { readTraffic } from './read-traffic.ts'
import { ToolFailure } from './tool-failure.ts'

/** The request of a log that is asked about: the one of that id, or the only one. `undefined`: all are. */
export function loggedRequest(path: string, id: string | undefined): TrafficLogEntry | undefined {
  const { entries } = readTraffic(path)
  const [only, ...others] = entries
  if (id === undefined) return others.length === 0 ? only : undefined
  const found = entries.find(({ requestId }) => requestId === id)
  if (found !== undefined) return found
  throw new ToolFailure(`${path} tells of no request ${id}; it has ${entries.length} others`)
}

/** What a log says of who decided, beside what the policy says now. */
export function comparison(entry: TrafficLogEntry, rule: string | undefined): string {
  if (!isDecided(entry))
    return `\nthe log: ${entry.rule}, ${entry.error ?? 'refused before any rule was asked'}`
  return isSame(entry, rule)
    ? `\nthe log says the same: ${entry.rule}`
    : `\nTHE LOG SAYS OTHERWISE: ${entry.rule}, by the policy ${entry.policy.slice(0, 12)}`
}

/** Decides every request of a log again, and tells those that another rule decides now. */
export function replayLog(policy: Policy, path: string, isJson: boolean): ExitCode {
  const entries = readTraffic(path).entries.filter(isDecided)
  const differing = entries.flatMap((entry) => {
    const rule = explain(policy, loggedFacts(policy, entry)).outcome.by?.name
    return isSame(entry, rule) ? [] : [{ requestId: entry.requestId, was: entry.rule, now: rule ?? 'gwc' }]
  })
  const count = { requests: entries.length, differing: differing.length }
  if (isJson) console.log(JSON.stringify({ ...count, requestsThatDiffer: differing }, null, 2))
  else
    console.log(
      [
        ...differing.map(({ requestId, was, now }) => `${requestId}  was ${was}, now ${now}`),
        `${counted(count.requests, 'request was', 'requests were')} decided, ${count.differing} of them by another rule than now`,
      ].join('\n'),
    )
  return differing.length === 0 ? exitCode.ok : exitCode.changes
}

/** By the rule's name alone: a rule that moves to another file stays itself. */
function isSame({ rule: logged }: TrafficLogEntry, rule: string | undefined): boolean {
  const name = logged.slice(logged.indexOf('#') + 1)
  return rule === undefined ? logged.startsWith('gwc#') : name === rule
}
