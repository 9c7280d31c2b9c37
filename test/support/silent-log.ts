import type { Log } from '../../runtime/log.ts'

const ignore = (): void => undefined

/** A log that nobody reads. */
export const silent: Log = {
  request: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  dropped: () => 0,
  flush: async () => undefined,
}
