import { builtinAttempt } from '../core/builtin-attempt.ts'
import { builtinCache, builtinLog } from '../core/builtin-settings.ts'
import { meetShapes } from '../core/meet-shapes.ts'
import type {
  AttemptAction,
  CacheAction,
  LogAction,
  ShapeAction,
} from '../schemas/generated/decision-table.ts'
import type { Verdict } from './interpret.ts'
import { isForbidden } from './never-use.ts'

/** What a request that is sent gets beside its chain: the tables put together, with what gwc itself supplies where no row says. */
export interface Settings {
  readonly cache: CacheAction
  readonly attempt: AttemptAction
  readonly shape: ShapeAction
  readonly log: LogAction
}

/** The settings of a verdict. A judge that the guard forbids is not asked. */
export function settingsOf({ guard, cache, attempt, shape, log }: Verdict): Settings {
  const { judge, ...rest } = cache?.action ?? builtinCache
  return {
    cache: judge === undefined || isForbidden(judge.model, guard) ? rest : { ...rest, judge },
    attempt: attempt?.action ?? builtinAttempt,
    shape: meetShapes(shape.map(({ action }) => action)),
    log: log?.action ?? builtinLog,
  }
}
