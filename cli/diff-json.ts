import type { Weight } from '../compiler/diff/weigh.ts'
import type { DiffResult } from './diff-result.ts'

/** A difference as one JSON document; money in nano-dollars, after less before. */
export function diffAsJson(result: DiffResult): unknown {
  const { old, new: now, diff, changes, only, assertions, log } = result
  return {
    version: 1,
    old,
    new: now,
    isProven: diff.isProven,
    changes: changes.map((change, place) => ({ ...change, ...weightOf(log?.rows[place], log?.requests) })),
    notes: diff.notes,
    ...(only === undefined ? {} : { only }),
    assertions: {
      broken: assertions.broken.map(({ code, message, witness }) => ({ code, message, witness })),
      dropped: assertions.dropped.map(({ code, message, witness }) => ({ code, message, witness })),
    },
    ...(log === undefined
      ? {}
      : {
          log: {
            requests: log.requests,
            days: log.days,
            changed: log.changed,
            nanosPerDay: Math.round(log.changed.nanos / log.days),
            reasons: Object.fromEntries(log.reasons),
            untold: log.untold,
            otherLines: log.otherLines,
          },
        }),
  }
}

function weightOf(weight: Weight | undefined, requests = 1): object {
  return weight === undefined ? {} : { traffic: { ...weight, share: weight.requests / requests } }
}
